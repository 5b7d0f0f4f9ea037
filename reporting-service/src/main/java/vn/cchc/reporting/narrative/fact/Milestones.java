package vn.cchc.reporting.narrative.fact;

/**
 * What became of the milestones that fell due in the period, by the end of it.
 *
 * @param due all of them, the waived ones too
 * @param late of the accepted ones
 * @param rate the accepted ones as a share of those owed, as it is printed
 * @param carriedOver due before the period and still not done
 */
public record Milestones(
        long due, long waived, long accepted, String rate, long late, long submitted, long overdue, long carriedOver) {

    /** Those due that were not waived. */
    public long owed() {
        return due - waived;
    }
}
