package vn.cchc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The processes that a launcher has started, in a file, for the next launcher in case this one is killed. A process id
 * alone may have gone to a stranger; with the time of its start it has not.
 */
final class ProcessLedger {
    /** The kernel tells a start to the hundredth of a second, counted from a boot time that is adjusted now and then. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path file;

    ProcessLedger(Path file) {
        this.file = file;
    }

    void record(String name, ProcessHandle process) {
        long started = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
        try {
            Files.writeString(
                    file,
                    process.pid() + " " + started + " " + name + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("the process of " + name + " cannot be recorded in " + file, e);
        }
    }

    /** Forgets all, once all have ended. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be deleted", e);
        }
    }

    /**
     * Ends what a launcher that was killed has left running, the last started first, each by its id.
     *
     * @return the names of what was ended
     */
    List<String> endLeftovers() {
        List<Entry> leftovers =
                entries().stream().filter(entry -> entry.process().isPresent()).toList();
        for (int i = leftovers.size() - 1; i >= 0; i--) {
            leftovers.get(i).process().ifPresent(ProcessLedger::end);
        }
        clear();
        return leftovers.stream().map(Entry::name).toList();
    }

    private List<Entry> entries() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 3))
                    .filter(words -> words.length == 3)
                    .map(words -> new Entry(Long.parseLong(words[0]), Long.parseLong(words[1]), words[2]))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Ends a process in order, or at once when it takes too long. */
    static void end(ProcessHandle process) {
        process.destroy();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.isAlive()) {
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                process.destroyForcibly();
                return;
            }
        }
    }

    private record Entry(long pid, long startedMillis, String name) {

        /** The process, if it still runs and is the one that was recorded. */
        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid).filter(handle -> handle.info()
                    .startInstant()
                    .map(started -> Duration.between(Instant.ofEpochMilli(startedMillis), started)
                                    .abs()
                                    .compareTo(CLOCK_TOLERANCE)
                            <= 0)
                    .orElse(false));
        }
    }
}
