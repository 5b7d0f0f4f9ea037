package vn.cchc.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import vn.cchc.bench.item.Item;
import vn.cchc.bench.load.OpenLoop.Latency;
import vn.cchc.bench.load.Trial;

/**
 * Measurements of an item by round.
 *
 * @param latencies at half of our throughput; may be empty
 */
public record ItemResult(Item item, List<Trial> ours, List<Trial> limits, List<Latency> latencies) {

    public double perSecond() {
        return median(ours, Trial::perSecond);
    }

    public double limitPerSecond() {
        return median(limits, Trial::perSecond);
    }

    /** Ratio of ours to the limit in each round. */
    public List<Double> ratios() {
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < ours.size(); round++) {
            ratios.add(ours.get(round).perSecond() / limits.get(round).perSecond());
        }
        return ratios;
    }

    public double ratio() {
        return Median.of(ratios());
    }

    public double leastRatio() {
        return Collections.min(ratios());
    }

    public double greatestRatio() {
        return Collections.max(ratios());
    }

    /** CPU time of a process tree in µs per operation. */
    public double cpuMicros(String tree) {
        return median(ours, trial -> trial.cpuMicrosOf(tree));
    }

    /** CPU time in µs per operation of the trees that work on side effects. */
    public double othersCpuMicros() {
        return median(ours, trial -> trial.cpuMicrosOf(item.othersTrees().toArray(String[]::new)));
    }

    public double limitCpuMicros() {
        return median(limits, trial -> trial.cpuMicrosOf(item.limitTrees().toArray(String[]::new)));
    }

    /** Maximum share of the machine, 0 to 1, used by other processes during the measurements. */
    public double foreignShare() {
        double most = 0;
        for (int round = 0; round < ours.size(); round++) {
            most = Math.max(
                    most,
                    Math.max(ours.get(round).foreignShare(), limits.get(round).foreignShare()));
        }
        return most;
    }

    public double medianMillis() {
        return median(latencies, Latency::median);
    }

    public double p99Millis() {
        return median(latencies, Latency::p99);
    }

    private static <T> double median(List<T> rounds, ToDoubleFunction<T> figure) {
        return Median.of(rounds.stream().map(figure::applyAsDouble).toList());
    }
}
