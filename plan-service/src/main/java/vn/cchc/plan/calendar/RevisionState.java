package vn.cchc.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Transition;

/** How a change of the working calendar stands. */
@Schema(name = "CalendarRevisionState")
public enum RevisionState {
    /** The services count what it would move. */
    PROPOSED,
    /** In force, or was until the next one. */
    APPLIED,
    WITHDRAWN;

    /** What people may do. */
    List<Transition> transitions() {
        return this == PROPOSED ? List.of(Transition.APPLY, Transition.WITHDRAW) : List.of();
    }
}
