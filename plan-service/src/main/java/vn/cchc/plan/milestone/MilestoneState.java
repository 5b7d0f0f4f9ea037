package vn.cchc.plan.milestone;

import java.util.List;
import vn.cchc.plan.Transition;

/** State of a milestone. Overdue and late are derived from dates, not stored. */
public enum MilestoneState {
    /** Waits for a request, an event or a due day. */
    UNARMED,
    OPEN,
    /** Evidence may be added until the decision. */
    SUBMITTED,
    ACCEPTED,
    /** Returned with a reason; open again. */
    RETURNED,
    /** No longer owed, with a reason. */
    WAIVED;

    /** Whether a submission is still expected. */
    boolean isOwed() {
        return this == OPEN || this == RETURNED;
    }

    /** Whether it counts towards the progress of its task. */
    public boolean counts() {
        return this != UNARMED && this != WAIVED;
    }

    /** Transitions that people may trigger. */
    List<Transition> transitions() {
        return switch (this) {
            case UNARMED -> List.of(Transition.ARM, Transition.WAIVE);
            case OPEN, RETURNED -> List.of(Transition.SUBMIT, Transition.WAIVE);
            case SUBMITTED -> List.of(Transition.SUBMIT, Transition.ACCEPT, Transition.RETURN, Transition.WAIVE);
            case ACCEPTED, WAIVED -> List.of();
        };
    }
}
