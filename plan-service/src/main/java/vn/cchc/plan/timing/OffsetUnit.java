package vn.cchc.plan.timing;

/** Units of an {@link Offset}. */
public enum OffsetUnit {
    /** "ngày" without qualifier: calendar days (Civil Code 2015, art. 147). */
    DAY,
    /** "ngày làm việc". */
    WORKING_DAY,
    WEEK,
    MONTH
}
