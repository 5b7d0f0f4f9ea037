package vn.cchc.plan.calendar;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Transition;

/** State of a revision of the working calendar. */
@Schema(name = "CalendarRevisionState")
public enum RevisionState {
    /** The services count its impact. */
    PROPOSED,
    /** In force, or superseded by a later revision. */
    APPLIED,
    WITHDRAWN;

    /** Transitions that people may trigger. */
    List<Transition> transitions() {
        return this == PROPOSED ? List.of(Transition.APPLY, Transition.WITHDRAW) : List.of();
    }
}
