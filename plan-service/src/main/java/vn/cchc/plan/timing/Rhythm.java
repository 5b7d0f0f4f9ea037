package vn.cchc.plan.timing;

/** Recurrence of a rule: its due days. */
public enum Rhythm {
    /** Each Friday, the end of the working week. */
    WEEKLY,
    /** The last day of each month. */
    MONTHLY,
    /** The 15th and the last day of each month. */
    TWICE_MONTHLY,
    /** The last day of each quarter. */
    QUARTERLY,
    /** The last day of each quarter, and once more for the whole year on 31 December. */
    QUARTERLY_AND_YEAR_END,
    /** 30 June and 31 December. */
    HALF_YEARLY,
    /** 31 December. */
    YEARLY
}
