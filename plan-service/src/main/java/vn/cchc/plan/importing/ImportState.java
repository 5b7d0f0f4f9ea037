package vn.cchc.plan.importing;

import java.util.List;
import vn.cchc.plan.Transition;

/** State of an import. */
public enum ImportState {
    /** May be corrected, discarded or issued. */
    DRAFT,
    ISSUED,
    DISCARDED;

    /** Transitions that people may trigger. */
    List<Transition> transitions() {
        return this == DRAFT ? List.of(Transition.CORRECT, Transition.ISSUE, Transition.DISCARD) : List.of();
    }
}
