package vn.cchc.platform.event;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** For operators: what a restore of the database has lost, and how the service continues. */
@Path("/api/v1/time-line")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.RUN_THE_SYSTEM)
@Tag(name = "operations")
public class TimeLineResource implements Presenter<TimeLineView> {

    private final TimeLines timeLines;
    private final CurrentCaller caller;

    TimeLineResource(TimeLines timeLines, CurrentCaller caller) {
        this.timeLines = timeLines;
        this.caller = caller;
    }

    /** Why the service continues without the lost changes. */
    @Schema(name = "RaiseEpoch")
    public record RaiseEpoch(
            @NotBlank
            @Size(max = 1000)
            @Schema(required = true, examples = "Khôi phục từ bản sao lưu 02:00 ngày 05/01/2021 sau sự cố đĩa")
            String reason,

            @Valid
            @Schema(
                    description =
                            "Only where no loss was noticed, since the topics are lost as well, or what is lost was never on them")
            Unnoticed unnoticed) {}

    /** State of the restored and the lost timeline, given by the operator because the topics do not show it. */
    @Schema(name = "UnnoticedLoss")
    public record Unnoticed(
            @NotNull
            @Min(0)
            @Schema(
                    required = true,
                    examples = "118250",
                    description =
                            "The last position of the journal before the service was started on the restored database. What is"
                                    + " behind it and was sent before becomes void; what has been recorded behind it is sent anew")
            Long after,

            @Min(1)
            @Schema(
                    examples = "2",
                    description =
                            "The highest epoch of this service that the others know; a higher one begins. Only where it has been"
                                    + " raised before")
            Integer knownEpoch) {}

    @GET
    @Operation(
            operationId = "getTimeLine",
            summary = "Whether the journal has all that was sent, and what a restore has lost",
            description =
                    "A database that was restored from a backup lacks what was recorded and sent since. The service notices it on"
                            + " its topics and answers 503 `history-lost` to whatever would be recorded, until the epoch is"
                            + " raised.")
    public TimeLineView get() {
        return timeLines.view();
    }

    @GET
    @Path("/losses")
    @Operation(
            operationId = "listLostChanges",
            summary = "List what was sent and is not in the journal",
            description = "In the order in which it was recorded.")
    public Page<LostChangeView> losses(
            @QueryParam("epoch")
                    @Min(0)
                    @Parameter(
                            description = "The epoch that began without it; what nobody has decided on if absent",
                            example = "2")
                    Integer epoch,
            @QueryParam("limit") @Parameter(description = "At most this many, 50 if absent, never more than 200")
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "`next` of the page before") String cursor) {
        return timeLines.lost(epoch, limit, cursor);
    }

    @POST
    @Path("/epochs")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = TimeLineResource.class)
    @MaxBody(4 * KB)
    @Operation(
            operationId = "raiseEpoch",
            summary = "Go on without what is lost",
            description =
                    "Orders the next epoch. The service begins it beside the requests, in seconds, or in minutes where much is lost:"
                            + " `GET /time-line` has `raising` until then. The services that hear of it take back what only the"
                            + " lost time line knew; numbers continue from the highest that was given, and the lost ones stay in"
                            + " their books as lost.")
    @APIResponse(
            responseCode = "202",
            description = "The epoch is ordered",
            content = @Content(schema = @Schema(implementation = TimeLineView.class)))
    @APIResponse(responseCode = "409", ref = "#/components/responses/Problem409")
    public RestResponse<TimeLineView> raise(@NotNull @Valid RaiseEpoch wanted) {
        return RestResponse.status(
                RestResponse.Status.ACCEPTED,
                timeLines.order(wanted.reason(), Optional.ofNullable(wanted.unnoticed()), caller.get()));
    }

    @Override
    public RestResponse<TimeLineView> present(UUID id) {
        return RestResponse.ok(get());
    }
}
