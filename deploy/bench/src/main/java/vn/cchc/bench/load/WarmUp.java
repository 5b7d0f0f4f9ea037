package vn.cchc.bench.load;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Load before the first measurement: until the CPU time per operation is stable over five windows, or the maximum time has passed. */
public final class WarmUp {
    private static final double STEADY = 0.05;
    private static final int STEADY_WINDOWS = 5;
    private static final Duration WINDOW = Duration.ofSeconds(5);

    private final Duration most;
    private final PrintStream out;

    public WarmUp(Duration most, PrintStream out) {
        this.most = most;
        this.out = out;
    }

    /** @param trees whose CPU time has to be stable */
    public void run(String name, List<String> trees, Function<Duration, Trial> load) {
        Duration window = most.compareTo(WINDOW) < 0 ? most : WINDOW;
        long end = System.nanoTime() + most.toNanos();
        List<Double> cpu = new ArrayList<>();
        do {
            cpu.add(load.apply(window).cpuMicrosOf(trees.toArray(String[]::new)));
        } while (!steady(cpu) && System.nanoTime() < end);
        out.printf("warm: %s, µs/op %s%n", name, cpu.stream().map(Math::round).toList());
    }

    private static boolean steady(List<Double> cpu) {
        if (cpu.size() < STEADY_WINDOWS) {
            return false;
        }
        List<Double> latest = cpu.subList(cpu.size() - STEADY_WINDOWS, cpu.size());
        double least = latest.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = latest.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return most <= least * (1 + STEADY);
    }
}
