package vn.cchc.reporting.narrative.fact;

import java.util.Optional;

/**
 * One thing that is to be said of how a task stands.
 *
 * @param count of milestones; 0 where it is not told
 * @param due since when it is overdue
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
