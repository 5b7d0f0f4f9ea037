package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.Bounds;

/** A change as shown to callers: what, when, who, why, and the states before and after. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RecordedChange", description = "Một thay đổi: ai, khi nào, vì sao. A change: who, when, why.")
public record ChangeView(
        @Schema(
                required = true,
                examples = "3",
                description = "1 for the first change, one more for each that follows; it begins anew with the journal,"
                        + " behind what is reconstructed")
        @Min(1)
        long sequence,

        @Schema(required = true, examples = "answered", description = "What was done") @Size(max = Bounds.NAME)
        String what,

        @Schema(required = true, examples = "2021-01-12T09:40:00+07:00", description = "When it happened")
        OffsetDateTime at,

        @Schema(
                required = true,
                examples = "2021-01-12T09:40:00+07:00",
                description =
                        "When it became known here; later than `at` where it follows from an event of another service")
        OffsetDateTime recordedAt,

        @Schema(
                examples = "Trần Thị Bình",
                description = "Who did it; absent where it was a citizen without an account")
        @Size(max = Caller.LONGEST_NAME)
        String actor,

        @Schema(description = "Why, as they have put it") @Size(max = Bounds.REASON)
        String reason,

        @Schema(examples = "ASSIGNED", description = "The state before; absent for the first change")
        @Size(max = Bounds.NAME)
        String from,

        @Schema(examples = "ANSWERED", description = "The state after; absent where the thing has none")
        @Size(max = Bounds.NAME)
        String to,

        @Schema(
                required = true,
                description = "Carried over from before there was a journal: what is missing was not kept then")
        boolean reconstructed) {

    public static ChangeView of(Recorded change) {
        return new ChangeView(
                change.sequence(),
                change.what(),
                change.occurredAt(),
                change.recordedAt(),
                change.by().name(),
                change.reason().orElse(null),
                change.before().flatMap(ChangeView::state).orElse(null),
                state(change.state()).orElse(null),
                change.reconstructed());
    }

    private static Optional<String> state(JsonNode state) {
        return Optional.ofNullable(state.get("state")).map(JsonNode::asText);
    }
}
