package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.event.Recorded;
import vn.cchc.platform.http.Bounds;

/**
 * One step in the history of a feedback: who, when, why. It has all fields of the shared {@link
 * vn.cchc.platform.event.ChangeView} and keeps those published for feedback before the shared view existed.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeedbackChange", description = "Một thay đổi: ai, khi nào, vì sao. A change: who, when, why.")
public record ChangeView(
        @Schema(
                required = true,
                examples = "2",
                description = "1 for the first change, one more for each that follows; begins anew after those that are"
                        + " `reconstructed`.")
        @Min(1)
        long sequence,

        @Schema(required = true, examples = "2", description = "The version of the feedback after it.") @Min(1)
        int version,

        @Schema(required = true, examples = "refused", description = "What was done.") @Size(max = Bounds.NAME)
        String what,

        @Schema(required = true, description = "What was done, as a transition.")
        Transition transition,

        @Schema(required = true, examples = "2021-01-12T09:40:00+07:00", description = "When it happened.")
        OffsetDateTime at,

        @Schema(required = true, examples = "2021-01-12T09:40:00+07:00", description = "When it became known here.")
        OffsetDateTime recordedAt,

        @Schema(examples = "Trần Thị Bình", description = "Who did it; absent when the sender did.")
        @Size(max = Caller.LONGEST_NAME)
        String actor,

        @Schema(examples = "Đơn là khiếu nại quyết định hành chính.", description = "Why, as they have put it.")
        @Size(max = SupplementFeedback.LONGEST)
        String reason,

        @Schema(description = "The state before it; absent for the arrival.")
        State from,

        @Schema(required = true, description = "The state after it.")
        State to,

        @Schema(required = true, description = "The same as `to`.", deprecated = true)
        State state,

        @Schema(examples = "Trần Thị Bình", description = "The same as `actor`.", deprecated = true)
        @Size(max = Caller.LONGEST_NAME)
        String by,

        @Schema(description = "The reason, or what the sender has sent because it was asked for.")
        @Size(max = SupplementFeedback.LONGEST)
        String note,

        @Schema(description = "The unit that it was assigned to by this.")
        UUID unitId,

        @Schema(examples = "Lê Văn Cường", description = "The person in that unit.")
        @Size(max = AssignFeedback.LONGEST_PERSON)
        String person,

        @Schema(examples = "3", description = "How much longer was asked for or granted, in the unit of the limit.")
        @Min(1)
        @Max(HandlingLimit.LONGEST)
        Integer extension,

        @Schema(examples = "Lê Văn Cường", description = "Who wrote the answer that the leader released by this.")
        @Size(max = Caller.LONGEST_NAME)
        String draftedBy,

        @Schema(
                description =
                        "True where the draft of the answer, which was with the leader, came back to the office by this, as the"
                                + " feedback got another state or another unit; else absent.")
        Boolean draftCameBack,

        @Schema(
                required = true,
                description = "Carried over from before there was a journal: what is missing was not kept then.")
        boolean reconstructed) {

    static ChangeView of(Recorded change, CaseStep step) {
        return new ChangeView(
                change.sequence(),
                step.version(),
                change.what(),
                step.transition(),
                change.occurredAt(),
                change.recordedAt(),
                step.by().name(),
                step.reason().orElse(null),
                change.before().flatMap(ChangeView::state).orElse(null),
                step.state(),
                step.state(),
                step.by().name(),
                step.reason().or(step::supplement).orElse(null),
                step.unitId().orElse(null),
                step.person().orElse(null),
                step.extension().orElse(null),
                step.draftedBy().orElse(null),
                step.draftCameBack() ? Boolean.TRUE : null,
                change.reconstructed());
    }

    private static Optional<State> state(JsonNode before) {
        return Optional.ofNullable(before.get("state")).map(JsonNode::asText).map(State::valueOf);
    }
}
