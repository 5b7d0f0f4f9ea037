package vn.cchc.plan.importing;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.document.DocumentTexts;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.idempotency.Idempotent;

/** Correction of a draft in its place: rows, header, areas with their targets, other texts; and what people have looked at. */
@Path("/api/v1/plan-imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plan imports")
public class DraftCorrectionResource {

    private static final String READ_ANEW =
            " The draft is read anew, with the units as they are now; the answer has the findings that this settled and"
                    + " those that it raised, anywhere in the plan.";

    private final DraftCorrections corrections;
    private final PlanImportViews views;
    private final CurrentCaller caller;

    DraftCorrectionResource(DraftCorrections corrections, PlanImportViews views, CurrentCaller caller) {
        this.corrections = corrections;
        this.views = views;
        this.caller = caller;
    }

    @PUT
    @Path("/rows/{order}")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @MaxBody(64 * KB)
    @Operation(
            operationId = "correctDraftRow",
            summary = "Replace a row of a draft",
            description = "The answer begins with the row as read." + READ_ANEW)
    public RestResponse<RowCorrection> row(
            @RestPath UUID id,
            @RestPath int order,
            @NotNull @Valid PlanDocument.Row request,
            @BeanParam IfMatch ifMatch) {
        return answer(corrections.row(by(id, ifMatch), order, request));
    }

    @POST
    @Path("/rows")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Idempotent(presenter = PlanImportResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PlanImportView.class)))
    @MaxBody(64 * KB)
    @Operation(
            operationId = "insertDraftRow",
            summary = "Insert a row into a draft",
            description =
                    "The row takes its `order`, up to the one after the last; the rows from there on come one later, and"
                            + " with them parents, linked rows of targets, annex headings and notes on the file. Where it"
                            + " takes the place of the first row of an annex it begins that annex; with a `parent` it"
                            + " ends the annex before. The answer is the draft, read anew.")
    public RestResponse<PlanImportView> insert(
            @RestPath UUID id, @NotNull @Valid PlanDocument.Row request, @BeanParam IfMatch ifMatch) {
        PlanImportView draft = views.of(corrections.insert(by(id, ifMatch), request));
        return ETags.created(
                draft, draft.version(), URI.create("/api/v1/plan-imports/" + id + "/rows/" + request.order()));
    }

    @DELETE
    @Path("/rows/{order}")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "removeDraftRow",
            summary = "Remove a row of a draft",
            description =
                    "Rows beneath it come beneath its parent, and rows after it one earlier. Links of targets to it go"
                            + " with it, and the heading of an annex without another row. 422 for the only row."
                            + READ_ANEW)
    public RestResponse<DraftCorrection> removeRow(@RestPath UUID id, @RestPath int order, @BeanParam IfMatch ifMatch) {
        return answer(corrections.withoutRow(by(id, ifMatch), order));
    }

    @PUT
    @Path("/header")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @MaxBody(64 * KB)
    @Operation(
            operationId = "correctDraftHeader",
            summary = "Replace the header of a draft",
            description =
                    "Number, title, issuer, place, day of signing, year and stated total. 409 when another draft or plan"
                            + " has the number." + READ_ANEW)
    public RestResponse<DraftCorrection> header(
            @RestPath UUID id, @NotNull @Valid PlanDocument.Header request, @BeanParam IfMatch ifMatch) {
        return answer(corrections.header(by(id, ifMatch), request));
    }

    @PUT
    @Path("/areas/{number}")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @MaxBody(PlanImportResource.LARGEST)
    @Operation(
            operationId = "correctDraftArea",
            summary = "Replace an area of a draft, with its targets and measures, or add it",
            description =
                    "A number that the draft does not have yet adds the area in the order of numbers." + READ_ANEW)
    public RestResponse<DraftCorrection> area(
            @RestPath UUID id,
            @RestPath int number,
            @NotNull @Valid PlanDocument.Area request,
            @BeanParam IfMatch ifMatch) {
        return answer(corrections.area(by(id, ifMatch), number, request));
    }

    @DELETE
    @Path("/areas/{number}")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "removeDraftArea",
            summary = "Remove an area of a draft, with its targets and measures",
            description = "The rows of the annex stay." + READ_ANEW)
    public RestResponse<DraftCorrection> removeArea(
            @RestPath UUID id, @RestPath int number, @BeanParam IfMatch ifMatch) {
        return answer(corrections.withoutArea(by(id, ifMatch), number));
    }

    @PUT
    @Path("/texts")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @MaxBody(PlanImportResource.LARGEST)
    @Operation(
            operationId = "correctDraftTexts",
            summary = "Replace the texts of a draft beside its areas and rows",
            description =
                    "Objectives, requirements, arrangements, recipients and headings of annexes, all of them: an empty list"
                            + " is none." + READ_ANEW)
    public RestResponse<DraftCorrection> texts(
            @RestPath UUID id, @NotNull @Valid DocumentTexts request, @BeanParam IfMatch ifMatch) {
        return answer(corrections.texts(by(id, ifMatch), request));
    }

    @PUT
    @Path("/notes")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @MaxBody(1024 * KB)
    @Operation(
            operationId = "correctDraftNotes",
            summary = "Replace the notes of a draft on its file",
            description =
                    "Who has looked at what a note tells, and has mended the document where that was needed, sends the"
                            + " notes of the document without it: its finding is settled. Totals are as many as are listed"
                            + " when left out." + READ_ANEW)
    public RestResponse<DraftCorrection> notes(
            @RestPath UUID id, @NotNull @Valid FileNotes request, @BeanParam IfMatch ifMatch) {
        return answer(corrections.notes(by(id, ifMatch), request));
    }

    private DraftCorrections.Correction by(UUID id, IfMatch ifMatch) {
        return new DraftCorrections.Correction(id, ifMatch, caller.authorities(), Actor.of(caller.get()));
    }

    private static <T> RestResponse<T> answer(DraftReviews.Shown<T> shown) {
        return ETags.ok(shown.view(), shown.version());
    }
}
