package vn.cchc.plan;

import java.util.List;
import vn.cchc.platform.http.Problem;

/** The state transitions that people trigger. Each state enum lists those it allows. */
public enum Transition {
    // Of a plan import.
    CORRECT("corrections"),
    ISSUE("issuances"),
    DISCARD("discards"),
    // Of a milestone.
    ARM("armings"),
    SUBMIT("submissions"),
    ACCEPT("acceptances"),
    RETURN("returns"),
    WAIVE("waivers"),
    // Of a revision of the working calendar.
    APPLY("applications"),
    WITHDRAW("withdrawals");

    private final String resource;

    Transition(String resource) {
        this.resource = resource;
    }

    /** Names of the sub-resources that accept a POST. */
    public static List<String> resources(List<Transition> possible) {
        return possible.stream().map(each -> each.resource).toList();
    }

    /**
     * Checks that the state allows this transition.
     *
     * @throws Problem 409 when the state does not allow it
     */
    public void requireFrom(Enum<?> state, List<Transition> possible) {
        if (!possible.contains(this)) {
            throw Problem.wrongTransition(state.name(), resource, resources(possible));
        }
    }
}
