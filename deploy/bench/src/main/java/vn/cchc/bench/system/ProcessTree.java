package vn.cchc.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import vn.cchc.bench.Unmeasurable;

/** A process and its children as seen in {@code /proc} (proc(5)). */
public record ProcessTree(String name, long pid) {

    /** Index in {@code /proc/<pid>/stat} after the name in parentheses, with the state as 0. */
    private static final int USER_TIME = 11;

    private static final int START_TIME = 19;

    /** USER_HZ, the kernel's time unit in {@code /proc}: 100 on all supported architectures. */
    private static final long MICROS_PER_TICK = 10_000;

    private static final double TICKS_PER_SECOND = 100;

    /** This JVM and the tools it starts. */
    public static ProcessTree own() {
        return new ProcessTree("bench", ProcessHandle.current().pid());
    }

    /** CPU time in µs, to 10 ms, of the process, its living descendants and its reaped children. */
    public long cpuMicros() {
        long living = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> stat(child.pid()).map(ProcessTree::ticks).orElse(0L))
                .sum();
        return living * MICROS_PER_TICK + cpuMicrosWithoutLiving();
    }

    /** As {@link #cpuMicros}, without living descendants. */
    public long cpuMicrosWithoutLiving() {
        return ticks(present()) * MICROS_PER_TICK;
    }

    /** Seconds since the start of the process, to 10 ms. */
    public double ageSeconds() {
        double uptime = Double.parseDouble(read(Path.of("/proc/uptime")).split(" ", 2)[0]);
        return uptime - Long.parseLong(present()[START_TIME]) / TICKS_PER_SECOND;
    }

    /** Resident memory of the process itself in MB (10⁶ bytes). */
    public double residentMegabytes() {
        return megabytes("VmRSS:");
    }

    /** The most resident memory of the process itself in MB (10⁶ bytes), since its start or {@link #forgetMost}. */
    public double mostMegabytes() {
        return megabytes("VmHWM:");
    }

    /**
     * Memory of the process itself that no file backs, in MB (10⁶ bytes): heap, threads, what classes were made of. The rest of what is
     * resident are pages of files (archive of classes, libraries), which processes share and the kernel takes back when it needs them.
     */
    public double ownMegabytes() {
        return megabytes("RssAnon:");
    }

    /** Begins {@link #mostMegabytes} anew. */
    public void forgetMost() {
        Path file = Path.of("/proc", String.valueOf(pid), "clear_refs");
        try {
            Files.writeString(file, "5");
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private double megabytes(String field) {
        return read(Path.of("/proc", String.valueOf(pid), "status"))
                        .lines()
                        .filter(line -> line.startsWith(field))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow(() -> new Unmeasurable(name + " (process " + pid + ") has no " + field))
                * 1024
                / 1e6;
    }

    /** User and system time of the process and its reaped children. */
    private static long ticks(String[] fields) {
        long sum = 0;
        for (int field = USER_TIME; field < USER_TIME + 4; field++) {
            sum += Long.parseLong(fields[field]);
        }
        return sum;
    }

    private String[] present() {
        return stat(pid).orElseThrow(() -> new Unmeasurable(name + " (process " + pid + ") has ended"));
    }

    private static Optional<String[]> stat(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return Optional.of(line.substring(line.lastIndexOf(')') + 2).trim().split(" "));
        } catch (IOException ended) {
            return Optional.empty();
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be read; the bench needs Linux: " + e.getMessage(), e);
        }
    }
}
