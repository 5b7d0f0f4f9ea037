package vn.cchc.platform.event;

import static vn.cchc.platform.http.MaxBody.KB;

import com.fasterxml.jackson.annotation.JsonInclude;
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
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.ReadableAddress;

/** For operators: records that could not be processed. They are retried once the cause is fixed, or set aside. */
@Path("/api/v1/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.RUN_THE_SYSTEM)
@Tag(
        name = "operations",
        description = "For operators: events that wait or could not be processed, and the past sent again")
public class DeadLetterResource {

    private final DeadLetters deadLetters;
    private final DeadLetterRetry use;
    private final CurrentCaller caller;

    DeadLetterResource(DeadLetters deadLetters, DeadLetterRetry use, CurrentCaller caller) {
        this.deadLetters = deadLetters;
        this.use = use;
        this.caller = caller;
    }

    /** Result of a replay: how many records were applied, and how many failed again. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeadLetterReplay")
    public record Replay(
            @Schema(required = true) int applied,
            @Schema(required = true) int failed,

            @Schema(description = "The `cursor` to continue with; absent when all have been tried")
            @Size(max = ReadableAddress.LONGEST)
            String next) {}

    /** Why an operator sets a record aside. */
    @Schema(name = "SetDeadLetterAside")
    public record SetAside(
            @NotBlank
            @Size(max = Bounds.REASON)
            @Schema(required = true, examples = "Bản ghi thử của đợt cài đặt, không phải sự kiện.")
            String reason) {}

    /** How many dead letters are unsettled. */
    @Schema(name = "DeadLetterCounts")
    public record Counts(
            @Schema(required = true) long total,

            @Schema(required = true) @Size(max = DeadLetters.AUTHORITIES)
            List<OfAuthority> byAuthority) {}

    /** Those of one authority. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeadLetterCount")
    public record OfAuthority(
            @Schema(description = "Absent for those of which it cannot be read whom they concern")
            UUID authorityId,

            @Schema(required = true) long unsettled) {}

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
        int size = PageLimit.of(limit);
        String filters = "dead-letters " + topic + state;
        UUID after = Cursor.decode(cursor, filters).map(from -> from.uuid(0)).orElse(null);
        List<DeadLetters.Letter> letters =
                deadLetters.page(topic, state == null ? DeadLetters.UNSETTLED : EnumSet.of(state), after, size + 1);
        return Page.of(letters, size, DeadLetterView::inList, letter -> Cursor.encode(filters, letter.id()));
    }

    @GET
    @Path("/counts")
    @Operation(
            operationId = "countDeadLetters",
            summary = "Count the unsettled ones by the authority they concern",
            description = "Whose figures may be incomplete: those that are OPEN or WAITING.")
    public Counts counts() {
        List<DeadLetters.OfAuthority> counts = deadLetters.ofAuthorities();
        return new Counts(
                counts.stream()
                        .mapToLong(DeadLetters.OfAuthority::ofAll)
                        .findFirst()
                        .orElse(0),
                counts.stream()
                        .map(each -> new OfAuthority(each.authorityId(), each.open()))
                        .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getDeadLetter",
            summary = "A record that could not be processed, with headers and body",
            description = "In full, as it was on the topic; lists leave headers and body out.")
    public DeadLetterView get(@RestPath UUID id) {
        return DeadLetterView.whole(deadLetters.find(id).orElseThrow(Problem::notFound));
    }

    @POST
    @Path("/{id}/retries")
    @Operation(
            operationId = "retryDeadLetter",
            summary = "Process a record again",
            description =
                    "The answer tells whether it was: PROCESSED, or in its former state with the cause as it is now.")
    public DeadLetterView retry(@RestPath UUID id) {
        use.retry(id, caller.get().name());
        return get(id);
    }

    @POST
    @Path("/{id}/set-asides")
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "setDeadLetterAside",
            summary = "Do without a record, for a reason that is kept",
            description =
                    "What waits behind it takes effect. Of an event that could be read nothing more is known then than"
                            + " what the events around it tell.")
    public DeadLetterView setAside(@RestPath UUID id, @NotNull @Valid SetAside wanted) {
        use.setAside(id, caller.get().name(), wanted.reason());
        return get(id);
    }

    @POST
    @Path("/{id}/releases")
    @Consumes(MediaType.APPLICATION_JSON)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "releaseDeadLetter",
            summary = "Let a waiting event take effect without those before it, for a reason that is kept",
            description = "For events that are lost for good. Have them sent again first, by a republication.")
    public DeadLetterView release(@RestPath UUID id, @NotNull @Valid SetAside wanted) {
        use.release(id, caller.get().name(), wanted.reason());
        return get(id);
    }

    @POST
    @Path("/{topic}/replays")
    @Operation(
            operationId = "replayDeadLetters",
            summary = "Process again the records of a topic that nobody has settled",
            description = "As many as a few seconds allow, oldest first; `next` is the cursor to continue with.")
    public Replay replay(
            @RestPath
                    @Parameter(description = "The topic the events first came from", example = "cchc.feedback")
                    @Size(max = DeadLetters.LONGEST_TOPIC)
                    String topic,
            @QueryParam("cursor") @Parameter(description = "`next` of the replay before") String cursor) {
        String filters = "replays " + topic;
        UUID after = Cursor.decode(cursor, filters).map(from -> from.uuid(0)).orElse(null);
        DeadLetterRetry.Replayed replayed =
                use.retryAll(topic, after, caller.get().name());
        return new Replay(
                replayed.applied(),
                replayed.failed(),
                replayed.last().map(last -> Cursor.encode(filters, last)).orElse(null));
    }
}
