package vn.cchc.platform.testing.server;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A child process that logs to a file and is shielded from the terminal's SIGINT and SIGHUP: those reach the whole
 * foreground process group, but the parent decides the order in which servers stop.
 *
 * <p>Its standard input is a pipe held by this JVM, so that a child that reads it sees end of stream when this JVM
 * terminates in any way.
 */
public final class ChildProcess {
    /** An ignored signal stays ignored across exec, and a JVM started with SIGINT ignored keeps it so. */
    private static final List<String> SHIELD = List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\"");

    private static final int TAIL_BYTES = 16 * 1024;

    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts {@code command}; its standard output and error are appended to {@code log}.
     *
     * @throws ServerFailure when the process cannot be created
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        List<String> shielded = new ArrayList<>(SHIELD);
        shielded.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(shielded)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new ServerFailure(name + " could not be started: " + e.getMessage(), e);
        }
    }

    /** The {@code java} command of the JVM that runs this code. */
    public static String javaCommand() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    public String name() {
        return name;
    }

    public Path log() {
        return log;
    }

    /** The process id; unchanged by the shell's exec of the command. */
    public long pid() {
        return process.pid();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Sends SIGTERM, and SIGKILL when the process has not ended within {@code patience}. */
    public void stop(Duration patience) {
        process.destroy();
        if (!endsWithin(patience)) {
            kill();
        }
    }

    /** Sends SIGKILL, like a power failure, and waits for the end of the process. */
    public void kill() {
        process.destroyForcibly();
        if (!endsWithin(Duration.ofSeconds(30))) {
            throw new ServerFailure(name + " (process " + pid() + ") does not end; its log is " + log);
        }
    }

    private boolean endsWithin(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** The last {@code lines} lines of the log, for the error message about a child that did not start. */
    public String logTail(int lines) {
        return tail(log, lines);
    }

    /** The last {@code lines} lines of a log. */
    public static String tail(Path log, int lines) {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            int length = (int) Math.min(TAIL_BYTES, file.length());
            byte[] end = new byte[length];
            file.seek(file.length() - length);
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(no log: " + e.getMessage() + ")";
        }
    }
}
