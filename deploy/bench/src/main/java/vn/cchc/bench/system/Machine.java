package vn.cchc.bench.system;

import java.nio.file.Path;
import java.util.Arrays;

/** The whole machine: other load on it invalidates measurements. */
public final class Machine {
    private static final long MICROS_PER_TICK = 10_000;

    private Machine() {}

    /** CPU time in µs, to 10 ms, of all processes since boot. */
    public static long busyMicros() {
        String[] fields = ProcessTree.read(Path.of("/proc/stat"))
                .lines()
                .findFirst()
                .orElseThrow()
                .trim()
                .split(" +", -1);
        // user, nice, system, (idle, iowait,) irq, softirq
        return Arrays.stream(new int[] {1, 2, 3, 6, 7})
                        .mapToLong(field -> Long.parseLong(fields[field]))
                        .sum()
                * MICROS_PER_TICK;
    }

    public static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    public static String processor() {
        return ProcessTree.read(Path.of("/proc/cpuinfo"))
                .lines()
                .filter(line -> line.startsWith("model name"))
                .map(line -> line.substring(line.indexOf(':') + 1).trim())
                .findFirst()
                .orElse(System.getProperty("os.arch"));
    }

    /** Load average of the last minute. */
    public static double loadAverage() {
        return Double.parseDouble(ProcessTree.read(Path.of("/proc/loadavg")).split(" ", 2)[0]);
    }
}
