package vn.cchc.reporting.narrative.fact;

/** How many continuous tasks owe progress in the period, and how many of them have told it. */
public record Continuous(long owing, long reported) {

    public boolean isComplete() {
        return owing == reported;
    }
}
