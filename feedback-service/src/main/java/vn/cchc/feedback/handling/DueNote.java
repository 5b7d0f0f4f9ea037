package vn.cchc.feedback.handling;

import java.util.Optional;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.explanation.DueDayExplanation;
import vn.cchc.platform.http.BilingualText;

/** Note on the due day, for the sender and for staff while an answer is pending. */
public final class DueNote {

    private DueNote() {}

    /** Empty if the day is neither provisional nor moved. */
    public static Optional<BilingualText> of(Feedback feedback) {
        if (!feedback.awaitsAnswer()) {
            return Optional.empty();
        }
        LimitClock limit = feedback.limitClock();
        return DueDayExplanation.note(limit.dueOn(), limit.dueProvisional(), Optional.ofNullable(limit.dueMovedFrom()));
    }
}
