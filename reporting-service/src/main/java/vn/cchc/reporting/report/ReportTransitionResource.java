package vn.cchc.reporting.report;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Idempotency;
import vn.cchc.platform.http.MaxBody;

/** The changes of state of a report. */
@Path("/api/v1/reports/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "reports")
public class ReportTransitionResource {

    private static final String IF_MATCH = "The ETag of the report as read";
    private static final String KEY = "Makes the request safe to send again";

    private final ReportAccess access;
    private final ReportViews views;
    private final Approvals approvals;
    private final Journal journal;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    ReportTransitionResource(
            ReportAccess access,
            ReportViews views,
            Approvals approvals,
            Journal journal,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.access = access;
        this.views = views;
        this.approvals = approvals;
        this.journal = journal;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** Without a transaction of its own: the document is laid out between two. */
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
    public RestResponse<ReportView> approve(
            @PathParam("id") UUID id,
            @Parameter(description = IF_MATCH, example = "\"1\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") String key,
            @RequestBody(required = false) @Valid ApproveReport request) {
        Optional<String> reason = Optional.ofNullable(request).flatMap(ApproveReport::reason);
        return approvals.approve(new Approvals.Request(id, ifMatch, key, reason.orElse(""), reason));
    }

    @POST
    @Path("/dispatches")
    @Requires(Right.SIGN_REPORTS)
    @Transactional
    @Operation(
            operationId = "dispatchReport",
            summary = "Send an approved report to the authority above",
            description = "By a leader. Fulfils the plan's milestone for it. Today counts as the day it was sent.")
    @APIResponse(
            responseCode = "200",
            description = "The sent report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public RestResponse<ReportView> dispatch(
            @PathParam("id") UUID id,
            @Parameter(description = IF_MATCH, example = "\"2\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") String key) {
        return change(
                key,
                ReportState.DISPATCHES,
                "",
                access::own,
                id,
                ifMatch,
                null,
                report -> report.send(LocalDate.now(clock), OffsetDateTime.now(clock)));
    }

    @POST
    @Path("/receipts")
    @Requires(Right.REVIEW_REPORTS)
    @Transactional
    @Operation(
            operationId = "receiveReport",
            summary = "Receive a report",
            description = "By the authority directly above the one that sent it.")
    @APIResponse(
            responseCode = "200",
            description = "The received report",
            content = @Content(schema = @Schema(implementation = ReportView.class)))
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public RestResponse<ReportView> receive(
            @PathParam("id") UUID id,
            @Parameter(description = IF_MATCH, example = "\"3\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") String key) {
        return change(
                key,
                ReportState.RECEIPTS,
                "",
                access::beneath,
                id,
                ifMatch,
                null,
                report -> report.receive(LocalDate.now(clock), OffsetDateTime.now(clock)));
    }

    @POST
    @Path("/returns")
    @Requires(Right.REVIEW_REPORTS)
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
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
            @PathParam("id") UUID id,
            @Parameter(description = IF_MATCH, example = "\"3\"") @HeaderParam("If-Match") String ifMatch,
            @Parameter(description = KEY) @HeaderParam("Idempotency-Key") String key,
            @Valid @NotNull ReturnReport request) {
        return change(
                key,
                ReportState.RETURNS,
                request,
                access::beneath,
                id,
                ifMatch,
                request.reason(),
                report -> report.giveBack(request.reason(), LocalDate.now(clock), OffsetDateTime.now(clock)));
    }

    private RestResponse<ReportView> change(
            String key,
            String transition,
            Object request,
            Function<UUID, Report> find,
            UUID id,
            String ifMatch,
            String reason,
            Consumer<Report> effect) {
        Report report = find.apply(id);
        return idempotency.once(key, transition + " " + id, request, ReportView.class, () -> {
            ETags.requireMatch(ifMatch, report.version());
            effect.accept(report);
            journal.append(() -> ReportEvent.change(report, caller.get(), reason));
            return ETags.ok(views.full(access.seen(id)), report.version());
        });
    }
}
