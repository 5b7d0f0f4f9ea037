package vn.cchc.bench.report;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.cchc.bench.system.Machine;

/**
 * Environment and time of a run.
 *
 * @param loadAverage over the minute before the run, when the machine should have been idle
 * @param tools versions
 * @param database settings
 */
public record Surroundings(
        Instant begun,
        String processor,
        int cores,
        String java,
        double loadAverage,
        Map<String, String> tools,
        Map<String, String> database) {

    public static Surroundings now(Map<String, String> tools) {
        return new Surroundings(
                Clock.systemUTC().instant(),
                Machine.processor(),
                Machine.cores(),
                System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"),
                Machine.loadAverage(),
                Map.copyOf(tools),
                Map.of());
    }

    public Surroundings withDatabase(Map<String, String> settings) {
        return new Surroundings(begun, processor, cores, java, loadAverage, tools, new LinkedHashMap<>(settings));
    }
}
