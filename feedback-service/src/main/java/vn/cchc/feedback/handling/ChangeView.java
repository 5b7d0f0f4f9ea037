package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Transition;

/** One step in the history of a feedback: who, when, why. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ChangeView(
        @Schema(required = true, examples = "2") int version,
        @Schema(required = true) Transition transition,

        @Schema(required = true, description = "The state after it.")
        State state,

        @Schema(required = true) OffsetDateTime at,

        @Schema(examples = "Trần Thị Bình", description = "Absent when the sender did it.")
        String by,

        @Schema(description = "Why, or what was asked for or sent.")
        String note,

        UUID unitId,
        @Schema(examples = "Lê Văn Cường") String person) {

    /** From the arrival on, oldest first. */
    static List<ChangeView> history(Feedback feedback, List<FeedbackChange> changes) {
        List<ChangeView> history = new ArrayList<>();
        history.add(new ChangeView(
                1,
                Transition.RECEIVE,
                State.RECEIVED,
                feedback.enteredAt(),
                feedback.enteredBy().name(),
                null,
                null,
                null));
        for (FeedbackChange change : changes) {
            history.add(new ChangeView(
                    change.version(),
                    change.transition(),
                    change.state(),
                    change.at(),
                    change.by().name(),
                    change.note().orElse(null),
                    change.unitId().orElse(null),
                    change.person().orElse(null)));
        }
        return history;
    }
}
