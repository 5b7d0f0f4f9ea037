package vn.cchc.plan.milestone;

import java.util.List;
import vn.cchc.plan.Transition;

/** Where a milestone stands. Overdue and late are read from dates, not stored. */
public enum MilestoneState {
    /** Waits for a request, an event or a day. */
    UNARMED,
    OPEN,
    /** More evidence may be added until it is decided on. */
    SUBMITTED,
    ACCEPTED,
    /** Given back with a reason: open again. */
    RETURNED,
    /** Not owed, for a reason. */
    WAIVED;

    /** Whether something still has to be handed in. */
    boolean isOwed() {
        return this == OPEN || this == RETURNED;
    }

    /** Whether it counts in the progress of its task. */
    public boolean counts() {
        return this != UNARMED && this != WAIVED;
    }

    /** What people may do. */
    List<Transition> transitions() {
        return switch (this) {
            case UNARMED -> List.of(Transition.ARM, Transition.WAIVE);
            case OPEN, RETURNED -> List.of(Transition.SUBMIT, Transition.WAIVE);
            case SUBMITTED -> List.of(Transition.SUBMIT, Transition.ACCEPT, Transition.RETURN, Transition.WAIVE);
            case ACCEPTED, WAIVED -> List.of();
        };
    }
}
