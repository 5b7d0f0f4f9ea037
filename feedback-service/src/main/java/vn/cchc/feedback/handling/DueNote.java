package vn.cchc.feedback.handling;

import java.util.Optional;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.explanation.DueDayExplanation;
import vn.cchc.platform.http.BilingualText;

/** What a feedback's sender and those who handle it are told of its due day, while an answer is awaited. */
public final class DueNote {

    private DueNote() {}

    /** Empty where the day neither is provisional nor has moved. */
    public static Optional<BilingualText> of(Feedback feedback) {
        if (!feedback.awaitsAnswer()) {
            return Optional.empty();
        }
        LimitClock limit = feedback.limitClock();
        return DueDayExplanation.note(limit.dueOn(), limit.dueProvisional(), Optional.ofNullable(limit.dueMovedFrom()));
    }
}
