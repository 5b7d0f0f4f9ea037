package vn.cchc.reporting.narrative.fact;

import java.math.BigDecimal;

/**
 * State at the end of the period of the milestones that fell due in it.
 *
 * @param due all of them, including waived ones
 * @param late of the accepted ones
 * @param rate accepted as a share of owed, in per cent; null when none is owed
 * @param carriedOver due before the period and still not done
 */
public record Milestones(
        long due,
        long waived,
        long accepted,
        BigDecimal rate,
        long late,
        long submitted,
        long overdue,
        long carriedOver) {

    /** Due and not waived. */
    public long owed() {
        return due - waived;
    }
}
