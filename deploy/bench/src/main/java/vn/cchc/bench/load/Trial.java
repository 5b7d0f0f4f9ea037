package vn.cchc.bench.load;

import java.util.Map;

/**
 * A measurement over some seconds.
 *
 * @param operations number of operations
 * @param perSecond throughput as reported by the load tool
 * @param cpuMicros CPU time in µs per operation, by process tree
 * @param foreignShare share of the machine's CPU time, 0 to 1, used by processes outside this bench
 */
public record Trial(long operations, double perSecond, Map<String, Double> cpuMicros, double foreignShare) {

    /** Total CPU time of these trees in µs per operation. */
    public double cpuMicrosOf(String... trees) {
        double sum = 0;
        for (String tree : trees) {
            sum += cpuMicros.getOrDefault(tree, 0.0);
        }
        return sum;
    }
}
