package vn.cchc.plan.timing;

/** What an {@link Offset} is counted in. */
public enum OffsetUnit {
    /** "ngày" without more: calendar days (Civil Code 2015, art. 147). */
    DAY,
    /** "ngày làm việc". */
    WORKING_DAY,
    WEEK,
    MONTH
}
