package vn.cchc.reporting.narrative.fact;

/**
 * State at the end of the period of the milestones that fell due in it.
 *
 * @param due all of them, including waived ones
 * @param late of the accepted ones
 * @param rate accepted as a share of owed, as printed
 * @param carriedOver due before the period and still not done
 */
public record Milestones(
        long due, long waived, long accepted, String rate, long late, long submitted, long overdue, long carriedOver) {

    /** Due and not waived. */
    public long owed() {
        return due - waived;
    }
}
