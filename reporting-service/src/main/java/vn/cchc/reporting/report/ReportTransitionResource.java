package vn.cchc.reporting.report;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.RequestDeadline;
import vn.cchc.platform.idempotency.Idempotency;
import vn.cchc.platform.idempotency.Idempotent;

/** Transitions of a report. */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportTransitionResource {

    private final Approvals approvals;
    private final ReportTransitions transitions;
    private final ReportViews views;
    private final ReportResource reports;
    private final Idempotency idempotency;
    private final RequestDeadline deadline;
    private final CurrentCaller caller;

    ReportTransitionResource(
            Approvals approvals,
            ReportTransitions transitions,
            ReportViews views,
            ReportResource reports,
            Idempotency idempotency,
            RequestDeadline deadline,
            CurrentCaller caller) {
        this.approvals = approvals;
        this.transitions = transitions;
        this.views = views;
        this.reports = reports;
        this.idempotency = idempotency;
        this.deadline = deadline;
        this.caller = caller;
    }

    /** No surrounding transaction: the document is laid out between two of its own. */
    @POST
    @Path("/approvals")
    @Requires(Right.SIGN_REPORTS)
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "approveReport",
            summary = "Approve a report",
            description =
                    "Once the cut-off has passed and everything its figures are counted from has been heard. Freezes figures,"
                            + " text and the document, and gives it the next number of the authority's book, without gaps. A"
                            + " report corrected after a return keeps its number. Figures that are not complete (`missing` of"
                            + " the report) are approved with `incompleteReason` only; a reason that turns out not to be needed"
                            + " is not kept. The body may be absent.")
    @APIResponse(
            responseCode = "200",
            description = "The approved report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The state does not allow it (`allowed` lists what it does), or `figures-not-complete`: `missing` says"
                            + " what has not been heard",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @APIResponse(
            responseCode = "422",
            description = "The cut-off has not passed yet, or the reason is too long",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(ref = "#/components/schemas/Problem")))
    @Parameter(
            name = "Idempotency-Key",
            in = ParameterIn.HEADER,
            description = Idempotent.DESCRIPTION,
            schema = @Schema(type = SchemaType.STRING))
    public RestResponse<ReportView> approve(
            @PathParam("id") UUID id,
            @BeanParam IfMatch ifMatch,
            @RequestBody(required = false) @Valid ApproveReport request) {
        Optional<String> reason = Optional.ofNullable(request).flatMap(ApproveReport::reason);
        return approvals.approve(
                id,
                ifMatch,
                reason,
                caller.authorities(),
                caller.get(),
                deadline::beginAnew,
                work -> idempotency.once(reports, () -> answer(work.get())));
    }

    @POST
    @Path("/dispatches")
    @Requires(Right.SIGN_REPORTS)
    @Idempotent(presenter = ReportResource.class)
    @Operation(
            operationId = "dispatchReport",
            summary = "Send an approved report to the authority above",
            description = "By a leader. Fulfils the plan's milestone for it. Today counts as the day it was sent.")
    @APIResponse(
            responseCode = "200",
            description = "The sent report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public RestResponse<ReportView> dispatch(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return answer(transitions.send(id, ifMatch, caller.authorities(), caller.get()));
    }

    @POST
    @Path("/receipts")
    @Requires(Right.REVIEW_REPORTS)
    @Idempotent(presenter = ReportResource.class)
    @Operation(
            operationId = "receiveReport",
            summary = "Receive a report",
            description = "By the authority directly above the one that sent it.")
    @APIResponse(
            responseCode = "200",
            description = "The received report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public RestResponse<ReportView> receive(@PathParam("id") UUID id, @BeanParam IfMatch ifMatch) {
        return answer(transitions.receive(id, ifMatch, caller.authorities(), caller.get()));
    }

    @POST
    @Path("/returns")
    @Requires(Right.REVIEW_REPORTS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = ReportResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "returnReport",
            summary = "Return a report with a reason",
            description =
                    "By the authority directly above. The report is open for editing again, as its next edition under the"
                            + " same number, and the plan's milestone for it is open again. At most 2,000 characters.")
    @APIResponse(
            responseCode = "200",
            description = "The returned report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    public RestResponse<ReportView> giveBack(
            @PathParam("id") UUID id, @BeanParam IfMatch ifMatch, @Valid @NotNull ReturnReport request) {
        return answer(transitions.giveBack(id, ifMatch, request.reason(), caller.authorities(), caller.get()));
    }

    private RestResponse<ReportView> answer(Report changed) {
        ReportViews.Shown shown = views.one(changed, caller.authorities());
        return ETags.ok(shown.view(), shown.version());
    }
}
