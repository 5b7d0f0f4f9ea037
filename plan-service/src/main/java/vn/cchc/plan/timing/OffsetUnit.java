package vn.cchc.plan.timing;

/** Units of an {@link Offset}. */
public enum OffsetUnit {
    /** "giờ": from the moment of the event (Civil Code 2015, art. 147(1)); whole days of them. */
    HOUR,
    /** "ngày" without qualifier: calendar days (Civil Code 2015, art. 147). */
    DAY,
    /** "ngày làm việc". */
    WORKING_DAY,
    WEEK,
    MONTH
}
