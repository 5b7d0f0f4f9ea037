package vn.cchc.plan.timing;

/** Kinds of {@link DueBasis}. */
public enum DueBasisKind {
    /** "trước ngày X". */
    BEFORE,
    /** "chậm nhất ngày X". */
    AT_LATEST,
    /** The last day of a month, quarter, half or year, the 15th of a month, or a weekday. */
    PERIOD_END,
    /** A term after an event. */
    AFTER_EVENT,
    /** A term before an event. */
    BEFORE_EVENT,
    /** Entered by staff because the text names no day. */
    SET_BY_HAND,
    /** The due day of a citizen's feedback, counted by the feedback service under its own policy. */
    DAY_OF_CASE
}
