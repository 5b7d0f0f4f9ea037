package vn.cchc.reporting.narrative.fact;

/** @param count at least 1 */
public record Shortcoming(Kind kind, long count) {

    public enum Kind {
        MILESTONES_OVERDUE,
        MILESTONES_CARRIED_OVER,
        MILESTONES_LATE,
        ANSWERS_LATE,
        ANSWERS_OVERDUE
    }
}
