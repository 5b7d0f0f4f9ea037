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
 * The processes that a launcher has started, in a file, for the next launcher in case this one is killed. A process id
 * alone may have gone to a stranger; with the time of its start it has not.
 */
final class ProcessLedger {
    /** The kernel tells a start to the hundredth of a second, counted from a boot time that is adjusted now and then. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Process id, start in milliseconds, name. A line that was cut by a kill is none. */
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

    /** Forgets all, once all have ended. */
    void clear() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw unusable(e);
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
                + "): see that the disk is not full and the file is this user's, and start again.");
    }

    /** Ends a process in order, or at once when it takes too long. */
    static void end(ProcessHandle process) {
        process.destroy();
        if (!Processes.endsWithin(PATIENCE, process)) {
            process.destroyForcibly();
            Processes.endsWithin(PATIENCE, process);
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
