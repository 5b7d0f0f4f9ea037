package vn.cchc.plan.importing;

import java.util.List;
import vn.cchc.plan.Transition;

/** What became of a document. */
public enum ImportState {
    /** May be corrected, discarded or issued. */
    DRAFT,
    ISSUED,
    DISCARDED;

    /** What people may do. */
    List<Transition> transitions() {
        return this == DRAFT ? List.of(Transition.CORRECT, Transition.ISSUE, Transition.DISCARD) : List.of();
    }
}
