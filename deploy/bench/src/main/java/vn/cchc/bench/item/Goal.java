package vn.cchc.bench.item;

/**
 * Goal of a figure. Ratios must be at least, times and memory at most the given values.
 *
 * @param floor limit beyond which something is wrong
 */
public record Goal(double floor, double target, double stretch) {
    /** Grade of a figure. */
    public enum Verdict {
        BELOW,
        PASS,
        TARGET,
        STRETCH
    }

    public Verdict verdict(double figure) {
        if (reaches(figure, stretch)) {
            return Verdict.STRETCH;
        }
        if (reaches(figure, target)) {
            return Verdict.TARGET;
        }
        return reaches(figure, floor) ? Verdict.PASS : Verdict.BELOW;
    }

    private boolean reaches(double figure, double line) {
        return stretch > floor ? figure >= line : figure <= line;
    }
}
