package vn.cchc.plan;

import java.util.List;
import java.util.Objects;
import vn.cchc.platform.http.Problem;

/** Transitions: the sub-resource, and the type of the event. Each state enum lists those that people may trigger. */
public enum Transition {
    // Of a plan import. A draft has no events; the plan that is issued has.
    CORRECT("corrections", null, null),
    ISSUE("issuances", "plan", "issued"),
    DISCARD("discards", null, null),
    // Of a milestone.
    /** Creates it, or leaves it without a due day again. Triggered by the service only. */
    PLAN("milestones", "milestone", "planned"),
    /** Also opens it again. */
    ARM("armings", "milestone", "armed"),
    SUBMIT("submissions", "milestone", "submitted"),
    ACCEPT("acceptances", "milestone", "accepted"),
    RETURN("returns", "milestone", "returned"),
    WAIVE("waivers", "milestone", "waived"),
    /** Changes its days, its pause or its unit. Triggered by the service only; the state is unchanged. */
    REDATE("recounts", "milestone", "redated"),
    // Of a revision of the working calendar.
    /** Creates it; no state allows it. */
    PROPOSE("calendar-revisions", "calendar", "proposed"),
    APPLY("applications", "calendar", "applied"),
    WITHDRAW("withdrawals", "calendar", "withdrawn"),
    // Of an authority with its units, of an annex row and of a reading. These have no states.
    REGISTER("authorities", "authority", "registered"),
    CHANGE("authorities", "authority", "changed"),
    PLAN_TASK("tasks", "task", "planned"),
    ENTER_PROGRESS("progress-entries", "task", "progress-entered"),
    RECORD_READING("readings", "target-reading", "recorded"),
    /** Its source is lost. Triggered by the service only. */
    WITHDRAW_READING("withdrawals", "target-reading", "withdrawn");

    private final String resource;
    private final String aggregate;
    private final String pastParticiple;

    Transition(String resource, String aggregate, String pastParticiple) {
        this.resource = resource;
        this.aggregate = aggregate;
        this.pastParticiple = pastParticiple;
    }

    /** What happened, e.g. {@code accepted}. */
    public String pastParticiple() {
        return Objects.requireNonNull(pastParticiple, "A draft has no events");
    }

    /** Type of the event published for the transition, e.g. {@code vn.cchc.milestone.accepted.v1}. */
    public String eventType() {
        return "vn.cchc." + aggregate + "." + pastParticiple() + ".v1";
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
