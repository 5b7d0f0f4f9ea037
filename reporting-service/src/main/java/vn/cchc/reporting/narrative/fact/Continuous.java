package vn.cchc.reporting.narrative.fact;

/** Number of continuous tasks that owe progress in the period, and of those that have reported it. */
public record Continuous(long owing, long reported) {

    public boolean isComplete() {
        return owing == reported;
    }
}
