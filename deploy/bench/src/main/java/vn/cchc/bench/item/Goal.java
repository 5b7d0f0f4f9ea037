package vn.cchc.bench.item;

/**
 * What a figure is to reach. For a share, more is better; for a time or an amount of memory, less.
 *
 * @param floor below it something is wrong
 */
public record Goal(double floor, double target, double stretch) {
    private static final Goal NONE = new Goal(Double.NaN, Double.NaN, Double.NaN);

    /** For a figure that is only told. */
    public static Goal none() {
        return NONE;
    }

    /** What a figure has reached. */
    public enum Verdict {
        BELOW,
        PASS,
        TARGET,
        STRETCH,
        NO_GOAL
    }

    public Verdict verdict(double figure) {
        if (Double.isNaN(floor)) {
            return Verdict.NO_GOAL;
        }
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
