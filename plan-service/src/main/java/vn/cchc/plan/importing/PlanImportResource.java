package vn.cchc.plan.importing;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanResource;
import vn.cchc.plan.plan.PlanView;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Import of plan documents: drafts, and plans issued from them. */
@Path("/api/v1/plan-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plan imports", description = "A plan document is read as a draft with findings, reviewed, then issued")
public class PlanImportResource implements Presenter<PlanImportView> {

    /**
     * 1.5 MB for the longest plans, and 384 KB for what a transcript notes beside them: up to 400 notes, of less than a kilobyte
     * each. An image of this service has room for 2,038 KB of one caller (a quarter of the memory of bodies, with what is read from them).
     */
    static final int LARGEST = 1920 * KB;

    private static final String PATH = "/api/v1/plan-imports/";

    private final PlanImports use;
    private final PlanImportViews views;
    private final CurrentCaller caller;

    PlanImportResource(PlanImports use, PlanImportViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Requires(Right.IMPORT_PLANS)
    @Idempotent(presenter = PlanImportResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PlanImportView.class)))
    @MaxBody(PlanImportResource.LARGEST)
    @Operation(
            operationId = "importPlan",
            summary = "Read a plan document as a draft",
            description =
                    "Nothing is corrected: what people should look at is in the findings. 409 when a draft or plan has"
                            + " the number.")
    public RestResponse<PlanImportView> create(@NotNull @Valid ImportPlan request) {
        PlanImportView draft = views.of(use.read(request, caller.authorities(), caller.get()));
        return ETags.created(draft, draft.version(), URI.create(PATH + draft.id()));
    }

    @Override
    public RestResponse<PlanImportView> present(UUID id) {
        return get(id);
    }

    @GET
    @Path("/{id}")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getPlanImport",
            summary = "Get an import with its findings",
            description =
                    "A draft is read with the units, the settings and the calendar of now, as an issue would read it, with"
                            + " the findings that people may want to settle before; what was issued or given up is as it"
                            + " was then.")
    public RestResponse<PlanImportView> get(@RestPath UUID id) {
        return answer(views.of(use.get(id, caller.authorities())));
    }

    @GET
    @Path("/{id}/document")
    @Requires(Right.IMPORT_PLANS)
    @Operation(
            operationId = "getDraftDocument",
            summary = "Get the plan document of an import",
            description =
                    "As it was sent last and corrected since, with its notes on the file. Header, areas, rows, other"
                            + " texts and notes have corrections of their own; who mends more at once sends it back by a"
                            + " PUT of the draft with the `ETag` of this answer as `If-Match`.")
    public RestResponse<PlanDocument> document(@RestPath UUID id) {
        PlanImport shown = use.get(id, caller.authorities());
        return ETags.ok(shown.document(), shown.version());
    }

    @PUT
    @Path("/{id}")
    @Requires(Right.IMPORT_PLANS)
    @MaxBody(PlanImportResource.LARGEST)
    @Operation(
            operationId = "correctPlanImport",
            summary = "Replace the document of a draft",
            description =
                    "It is read anew, with the units as they are now. Notes on the file that the draft has, too, go along"
                            + " with their rows; those whose row is gone, or whose cell has another text, are dropped.")
    public RestResponse<PlanImportView> correct(
            @RestPath UUID id, @NotNull @Valid ImportPlan request, @BeanParam IfMatch ifMatch) {
        return answer(views.of(use.correct(id, ifMatch, request, caller.authorities(), Actor.of(caller.get()))));
    }

    @POST
    @Path("/{id}/issuances")
    @Requires(Right.ISSUE_PLANS)
    @Idempotent(presenter = PlanResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @Operation(
            operationId = "issuePlan",
            summary = "Issue a draft as a plan",
            description = "Makes the tasks, their rules and milestones, and the targets. The answer is the plan.")
    public RestResponse<PlanView> issue(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        Plan plan = use.issue(id, ifMatch, caller.authorities(), Actor.of(caller.get()));
        return ETags.created(PlanView.of(plan), plan.version(), URI.create("/api/v1/plans/" + plan.id()));
    }

    @POST
    @Path("/{id}/discards")
    @Requires(Right.IMPORT_PLANS)
    @Idempotent(presenter = PlanImportResource.class)
    @Operation(
            operationId = "discardPlanImport",
            summary = "Give up a draft",
            description = "Its number is free again.")
    public RestResponse<PlanImportView> discard(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        return answer(views.of(use.discard(id, ifMatch, caller.authorities())));
    }

    private static RestResponse<PlanImportView> answer(PlanImportView shown) {
        return ETags.ok(shown, shown.version());
    }
}
