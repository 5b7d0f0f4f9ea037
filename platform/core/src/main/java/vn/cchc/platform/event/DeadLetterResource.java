package vn.cchc.platform.event;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** For operators: records that could not be processed. They are retried once the cause is fixed, or set aside. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.RUN_THE_SYSTEM)
@Tag(
        name = "operations",
        description = "For operators: events that wait or could not be processed, and the past sent again")
public class DeadLetterResource implements Presenter<DeadLetterView> {

    private final DeadLetterRetry use;
    private final DeadLetterViews views;
    private final CurrentCaller caller;

    DeadLetterResource(DeadLetterRetry use, DeadLetterViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    /** Why an operator sets a record aside. */
    @Schema(name = "SetDeadLetterAside")
    public record SetAside(
            @NotBlank
            @Size(max = Bounds.REASON)
            @Schema(required = true, examples = "Bản ghi thử của đợt cài đặt, không phải sự kiện.")
            String reason) {}

    @GET
    @Operation(
            operationId = "listDeadLetters",
            summary = "List records that could not be processed, oldest first",
            description = "Without `state` those that nobody has settled: OPEN and WAITING.")
    public Page<DeadLetterView> list(
            @QueryParam("topic")
                    @Parameter(description = "Only of this topic", example = "cchc.feedback")
                    @Size(max = DeadLetters.LONGEST_TOPIC)
                    String topic,
            @QueryParam("state") @Parameter(description = "Only in this state") DeadLetters.State state,
            @QueryParam("limit") @Parameter(description = "At most this many, 50 if absent, never more than 200")
                    Integer limit,
            @QueryParam("cursor") @Parameter(description = "`next` of the page before") String cursor) {
        return views.list(topic, state, limit, cursor);
    }

    @GET
    @Path("/counts")
    @Operation(
            operationId = "countDeadLetters",
            summary = "Count the unsettled ones by the authority they concern",
            description = "Whose figures may be incomplete: those that are OPEN or WAITING.")
    public DeadLetterCounts counts() {
        return views.counts();
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "A record that could not be processed, with headers and body",
            description = "In full, as it was on the topic; lists leave headers and body out.")
    public DeadLetterView get(@RestPath UUID id) {
        return views.one(id);
    }

    @Override
    public RestResponse<DeadLetterView> present(UUID id) {
        return RestResponse.ok(get(id));
    }

    @POST
    @Path("/{id}/retries")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Process a record again",
            description =
                    "The answer tells whether it was: PROCESSED, or in its former state with the cause as it is now.")
    public DeadLetterView retry(@RestPath UUID id) {
        return DeadLetterView.whole(use.retry(id, caller.get().name()));
    }

    @POST
    @Path("/{id}/set-asides")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = DeadLetterResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "setDeadLetterAside",
            summary = "Do without a record, for a reason that is kept",
            description =
                    "What waits behind it takes effect. Of an event that could be read nothing more is known then than"
                            + " what the events around it tell.")
    public RestResponse<DeadLetterView> setAside(@RestPath UUID id, @NotNull @Valid SetAside wanted) {
        return RestResponse.ok(
                DeadLetterView.whole(use.setAside(id, caller.get().name(), wanted.reason())));
    }

    @POST
    @Path("/{id}/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent(presenter = DeadLetterResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "releaseDeadLetter",
            summary = "Let a waiting event take effect without those before it, for a reason that is kept",
            description = "For events that are lost for good. Have them sent again first, by a republication.")
    public RestResponse<DeadLetterView> release(@RestPath UUID id, @NotNull @Valid SetAside wanted) {
        return RestResponse.ok(DeadLetterView.whole(use.release(id, caller.get().name(), wanted.reason())));
    }

    @POST
    @Path("/{topic}/replays")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Process again the records of a topic that nobody has settled",
            description = "As many as a few seconds allow, oldest first; `next` is the cursor to continue with.")
    public DeadLetterReplay replay(
            @RestPath
                    @Parameter(description = "The topic the events first came from", example = "cchc.feedback")
                    @Size(max = DeadLetters.LONGEST_TOPIC)
                    String topic,
            @QueryParam("cursor") @Parameter(description = "`next` of the replay before") String cursor) {
        return use.retryAll(topic, cursor, caller.get().name());
    }
}
