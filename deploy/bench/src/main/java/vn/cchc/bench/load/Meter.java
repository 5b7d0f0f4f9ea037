package vn.cchc.bench.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.cchc.bench.system.Machine;
import vn.cchc.bench.system.ProcessTree;

/** Measures the CPU time of process trees over a load. */
public final class Meter {
    private final List<ProcessTree> trees;
    private final Runnable settle;

    /**
     * @param trees all processes of the system
     * @param settle waits until the system has finished the work caused by a load, whose CPU time is included
     */
    public Meter(List<ProcessTree> trees, Runnable settle) {
        this.trees = List.copyOf(trees);
        this.settle = settle;
    }

    /** Runs a load on a settled system, waits until the system has settled again, and returns the measurement. */
    public Trial measure(Supplier<Volume> load) {
        settle.run();
        Map<String, Long> before = read();
        long busyBefore = Machine.busyMicros();
        long begin = System.nanoTime();
        Volume volume = load.get();
        settle.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long foreign = Machine.busyMicros() - busyBefore;
        Map<String, Double> cpu = new LinkedHashMap<>();
        for (var after : read().entrySet()) {
            long used = after.getValue() - before.get(after.getKey());
            foreign -= used;
            cpu.put(after.getKey(), used / (double) volume.operations());
        }
        return new Trial(
                volume.operations(),
                volume.perSecond(),
                Map.copyOf(cpu),
                Math.max(0, foreign / (seconds * 1e6 * Machine.cores())));
    }

    private Map<String, Long> read() {
        Map<String, Long> now = new LinkedHashMap<>();
        trees.forEach(tree -> now.put(tree.name(), tree.cpuMicros()));
        ProcessTree own = ProcessTree.own();
        now.put(own.name(), own.cpuMicrosWithoutLiving());
        return now;
    }
}
