package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cchc.local.api.Fault;
import vn.cchc.platform.testing.server.Processes;

/**
 * File of the processes started by a launcher, read by the next launcher if this one is killed. A process is identified
 * by its id and start time, as ids are reused.
 */
final class ProcessLedger {
    /** The start time has a resolution of 10 ms and is relative to a boot time that the kernel adjusts occasionally. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Process id, start in epoch milliseconds, name. A line truncated by a kill is ignored. */
    private static final Pattern ENTRY = Pattern.compile("([0-9]{1,10}) ([0-9]{1,15}) (.+)");

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
            throw unusable(e);
        }
    }

    /** Clears the ledger after all processes have ended. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    /**
     * Ends the processes left by a killed launcher, in reverse order of start, each by its id.
     *
     * @return names of the ended processes
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
                    .map(ENTRY::matcher)
                    .filter(Matcher::matches)
                    .map(entry ->
                            new Entry(Long.parseLong(entry.group(1)), Long.parseLong(entry.group(2)), entry.group(3)))
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Fault unusable(IOException cause) {
        return new Fault("The list of processes " + file + " cannot be used (" + cause.getMessage()
                + "): make sure that the disk is not full and this user owns the file, and start again.");
    }

    /** Terminates a process; kills it on timeout. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!Processes.endsWithin(PATIENCE, process)) {
            process.destroyForcibly();
            Processes.endsWithin(PATIENCE, process);
        }
    }

    private record Entry(long pid, long startedMillis, String name) {

        /** The process, if it is still running and is the recorded one. */
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
