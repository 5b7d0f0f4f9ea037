package vn.cchc.bench.load;

import java.util.Map;

/**
 * One measurement over some seconds.
 *
 * @param operations how many were done
 * @param perSecond operations per second, as the load tool counted
 * @param cpuMicros processor time in µs per operation, by process tree
 * @param foreignShare the share of the machine's processor time, 0 to 1, that went to processes of nobody in this bench
 */
public record Trial(long operations, double perSecond, Map<String, Double> cpuMicros, double foreignShare) {

    /** Processor time in µs per operation of these trees together. */
    public double cpuMicrosOf(String... trees) {
        double sum = 0;
        for (String tree : trees) {
            sum += cpuMicros.getOrDefault(tree, 0.0);
        }
        return sum;
    }
}
