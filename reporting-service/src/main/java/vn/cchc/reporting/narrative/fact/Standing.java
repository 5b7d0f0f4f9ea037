package vn.cchc.reporting.narrative.fact;

import java.util.Optional;

/**
 * One statement about the status of a task.
 *
 * @param count number of milestones; 0 if not shown
 * @param due the day since which it is overdue
 */
public record Standing(Kind kind, long count, Optional<Due> due) {

    public enum Kind {
        OVERDUE,
        SUBMITTED,
        DONE_LATE,
        DONE_IN_TIME,
        PROGRESS_TOLD,
        PROGRESS_OWED,
        WAIVED,
        DONE_EARLY,
        DONE_BEFORE,
        NOT_YET_DUE,
        NO_DAY_IN_PLAN,
        NOT_ARISEN
    }

    static Standing of(Kind kind) {
        return new Standing(kind, 0, Optional.empty());
    }
}
