package vn.cchc.bench.item;

/**
 * What a figure is to reach. For a share, more is better; for a time or an amount of memory, less.
 *
 * @param floor below it something is wrong
 */
public record Goal(double floor, double target, double stretch) {
    /** What a figure has reached. */
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
