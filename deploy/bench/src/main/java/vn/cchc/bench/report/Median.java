package vn.cchc.bench.report;

import java.util.Arrays;
import java.util.List;

/** Figures of several rounds. */
public final class Median {
    private Median() {}

    /** The middle one; of an even number, the mean of the two in the middle. */
    public static double of(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
