package vn.cchc.plan.importing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.importing.review.DraftChanges;
import vn.cchc.plan.importing.review.PlannedDueDay;
import vn.cchc.plan.importing.review.ReviewedRow;
import vn.cchc.plan.importing.review.ReviewedTarget;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Page;

/** Review of a draft: what is printed beside what was read. */
@Path("/api/v1/plan-imports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plan imports")
public class DraftReviewResource {

    private static final String AS_OF_NOW =
            " Read with the units, the settings and the calendar of now, as an issue would read it. 409 when it is no"
                    + " draft any more.";

    private static final String OF_ONE_VERSION =
            " The ETag is that of the draft; a cursor is refused (400) once the draft has been corrected.";

    private final DraftReviews reviews;
    private final DraftComparisons comparisons;
    private final CurrentCaller caller;

    DraftReviewResource(DraftReviews reviews, DraftComparisons comparisons, CurrentCaller caller) {
        this.reviews = reviews;
        this.comparisons = comparisons;
        this.caller = caller;
    }

    @GET
    @Path("/rows")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "listDraftRows",
            summary = "Review the rows of a draft in printed order",
            description =
                    "Each row as printed, and beside it its level, units, rules in words with their due days, aim,"
                            + " sums and findings. A page has at most " + DraftReviews.DAYS_OF_A_PAGE
                            + " due days, and therefore may have fewer rows than `limit`." + AS_OF_NOW + OF_ONE_VERSION)
    public RestResponse<Page<ReviewedRow>> rows(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return answer(reviews.rows(id, caller.authorities(), limit, cursor));
    }

    @GET
    @Path("/rows/{order}")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getDraftRow",
            summary = "Review a row of a draft",
            description = "As in the list of rows." + AS_OF_NOW)
    public RestResponse<ReviewedRow> row(@RestPath UUID id, @RestPath int order) {
        return answer(reviews.row(id, order, caller.authorities()));
    }

    @GET
    @Path("/changes")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "compareDraft",
            summary = "Compare a draft with a document that it had",
            description =
                    "What corrections, of the whole document or of a part, have changed: rows that were added, removed or"
                            + " have a cell with another text, lines of header and body, findings settled and raised, all"
                            + " read with the units of now. A row is the same by its codes and title, its title, or its"
                            + " codes. Without `versionBefore` and without changes while the draft has its first document."
                            + " 409 when it is no draft any more.")
    public RestResponse<DraftChanges> changes(
            @RestPath UUID id,
            @Parameter(
                            description =
                                    "LAST: what the last correction has changed; FIRST: what all together have changed"
                                            + " since the import")
                    @RestQuery
                    @DefaultValue("LAST")
                    Since since) {
        return answer(comparisons.changes(id, since, caller.authorities()));
    }

    @GET
    @Path("/targets")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "listDraftTargets",
            summary = "Review the targets of a draft's body in printed order",
            description = "Each with its aim in words, or why its figures were not read." + AS_OF_NOW + OF_ONE_VERSION)
    public RestResponse<Page<ReviewedTarget>> targets(
            @RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return answer(reviews.targets(id, caller.authorities(), limit, cursor));
    }

    @GET
    @Path("/due-days")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "listDraftDueDays",
            summary = "List the due days that an issue would plan, by day",
            description = "The year before it is issued. What waits for a request or an event has no day yet."
                    + AS_OF_NOW + OF_ONE_VERSION)
    public RestResponse<Page<PlannedDueDay>> days(
            @RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return answer(reviews.days(id, caller.authorities(), limit, cursor));
    }

    @GET
    @Path("/review")
    @Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(2)
    @Operation(
            operationId = "getDraftReview",
            summary = "Get the review of a draft as a page to print",
            description =
                    "In Vietnamese: findings, rows, targets, the due days by month, and what was changed since the"
                            + " import." + AS_OF_NOW)
    @APIResponse(
            responseCode = "200",
            description = "The page",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_HTML,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<String> page(@RestPath UUID id) {
        return RestResponse.ResponseBuilder.ok(reviews.page(id, caller.authorities()))
                // A self-contained page with inline style; nothing else may be loaded or executed.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    private static <T> RestResponse<T> answer(DraftReviews.Shown<T> shown) {
        return ETags.ok(shown.view(), shown.version());
    }
}
