package vn.cchc.plan.milestone;

import java.util.List;

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

    boolean allows(Transition transition) {
        return transitions().contains(transition);
    }

    /** The sub-resources that may be posted to. */
    List<String> allowed() {
        return transitions().stream().map(Transition::resource).toList();
    }

    /** Whether something still has to be handed in. */
    boolean isOwed() {
        return this == OPEN || this == RETURNED;
    }

    /** Whether it counts in the progress of its task. */
    public boolean counts() {
        return this != UNARMED && this != WAIVED;
    }

    private List<Transition> transitions() {
        return switch (this) {
            case UNARMED -> List.of(Transition.ARM, Transition.WAIVE);
            case OPEN, RETURNED -> List.of(Transition.SUBMIT, Transition.WAIVE);
            case SUBMITTED -> List.of(Transition.SUBMIT, Transition.ACCEPT, Transition.RETURN, Transition.WAIVE);
            case ACCEPTED, WAIVED -> List.of();
        };
    }

    /** What a person may do, by the sub-resource that does it. */
    enum Transition {
        ARM("armings"),
        SUBMIT("submissions"),
        ACCEPT("acceptances"),
        RETURN("returns"),
        WAIVE("waivers");

        private final String resource;

        Transition(String resource) {
            this.resource = resource;
        }

        String resource() {
            return resource;
        }
    }
}
