package vn.cchc.bench.report;

import java.util.Arrays;
import java.util.List;

/** Median over several rounds. */
public final class Median {
    private Median() {}

    /** The middle value; for an even number, the mean of the two middle values. */
    public static double of(List<Double> figures) {
        double[] sorted =
                figures.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1
                ? sorted[middle]
                : Arrays.stream(sorted, middle - 1, middle + 1).average().orElseThrow();
    }
}
