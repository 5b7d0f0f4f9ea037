package vn.cchc.local;

import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import vn.cchc.local.Options.Debug;
import vn.cchc.local.api.Fault;
import vn.cchc.local.api.Service;
import vn.cchc.platform.testing.server.ChildProcess;

/** A service in its own JVM, as in production except for the profile {@code local}. */
final class ServiceProcess {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(20);

    /** Time for writing the CDS archive on shutdown, on a slow machine. */
    private static final Duration ARCHIVING = Duration.ofSeconds(90);

    /**
     * Sized for one commune, with room for rendering a report. The heap begins with what a start leaves in it, so that a
     * start needs no full collection, and keeps a tenth to a fifth of what is in use free: by default it keeps two
     * thirds, some 50 MB more after an import of 2,000 rows. A service's classes take 110 MB of metaspace; with the
     * JVM's initial threshold of 21 MB, loading them would trigger repeated full collections. What compiling has freed
     * goes back to the system every two seconds, some 10 MB after a start; a JDK before 17.0.9 does not know how.
     * Compiler threads run at nice 4: on two cores they took half of the processor from the three services that start.
     */
    private static final List<String> SMALL_JVM = List.of(
            "-Xms52m",
            "-Xmx256m",
            "-Xmn12m",
            "-XX:+UseSerialGC",
            "-XX:MinHeapFreeRatio=10",
            "-XX:MaxHeapFreeRatio=20",
            "-XX:-ShrinkHeapInSteps",
            "-XX:MetaspaceSize=128m",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:ArchiveRelocationMode=0",
            "-XX:TrimNativeHeapInterval=2000",
            "-XX:ThreadPriorityPolicy=1",
            "-XX:CompilerThreadPriority=4",
            "-XX:+ExitOnOutOfMemoryError");

    /** Limits glibc's per-thread malloc arenas, which cost some 10 MB per service. */
    private static final Map<String, String> SMALL_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    private final Service service;
    private final int port;
    private final int managementPort;
    private final Path jar;
    private final Path classes;
    private final boolean recordClasses;
    private final Optional<Debug> debug;
    private final Path log;
    private final Path settingsFile;
    private final Map<String, String> settings;
    private ChildProcess process;

    /** @param settings configuration properties in addition to profile and ports */
    ServiceProcess(Service service, Options options, WorkFolder folder, Map<String, String> settings) {
        this.service = service;
        this.port = options.servicePorts().get(service);
        this.managementPort = options.managementPorts().get(service);
        this.jar = options.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        this.classes = jar.resolveSibling("classes.jsa");
        this.recordClasses = options.recordClasses();
        this.debug = options.debug().filter(asked -> asked.service() == service);
        this.log = folder.log(service);
        this.settingsFile = folder.settings(service);
        this.settings = new TreeMap<>(settings);
        this.settings.put("quarkus.http.host", "localhost");
        this.settings.put("quarkus.http.port", String.valueOf(port));
        this.settings.put("quarkus.management.host", "localhost");
        this.settings.put("quarkus.management.port", String.valueOf(managementPort));
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** Health and metrics. */
    URI managementAddress() {
        return URI.create("http://localhost:" + managementPort);
    }

    /** @throws Fault when the service has not been built */
    void requireBuilt() {
        if (!Files.exists(jar)) {
            throw new Fault(service.module() + " is not built (" + jar + "): run mvn -Pup in the repository's root.");
        }
    }

    /**
     * Starts the JVM; {@link #awaitReady} waits for the service.
     *
     * @param businessTime initial business time if its database is empty; system time if absent
     */
    Part start(Optional<String> businessTime) {
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.javaCommand());
        command.addAll(SMALL_JVM);
        archiveOfClasses().ifPresent(command::add);
        debug.ifPresent(asked ->
                command.add("-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=localhost:" + asked.port()));
        command.add("-Dfile.encoding=UTF-8");
        command.add("-Dquarkus.profile=local");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        businessTime.ifPresent(time -> command.add("-Dcchc.training-clock.initial=" + time));
        command.add("-jar");
        command.add(jar.toString());
        writeSettings();
        keepFormerLog();
        process = ChildProcess.start(service.module(), command, SMALL_ARENAS, log);
        return part();
    }

    /**
     * A CDS archive of a previous run halves the start-up time of the JVM. It is valid only for the jars beside it and
     * the JVM that wrote it; another JVM ignores it.
     */
    private Optional<String> archiveOfClasses() {
        try {
            if (recordClasses) {
                Files.deleteIfExists(classes);
                return Optional.of("-XX:ArchiveClassesAtExit=" + classes);
            }
            boolean usable = Files.exists(classes)
                    && Files.getLastModifiedTime(classes).compareTo(Files.getLastModifiedTime(jar)) > 0;
            return usable ? Optional.of("-XX:SharedArchiveFile=" + classes) : Optional.empty();
        } catch (IOException e) {
            throw new Fault(
                    "The archive " + classes + " cannot be read or replaced (" + e.getMessage() + "): delete it.");
        }
    }

    /** Written for a developer's own start of the service; the file overrides packaged settings. */
    private void writeSettings() {
        Properties file = new Properties();
        file.setProperty("config_ordinal", "390");
        file.putAll(settings);
        try (Writer writer = Files.newBufferedWriter(settingsFile)) {
            file.store(writer, "Written at each start of " + service.module());
        } catch (IOException e) {
            throw new Fault("The settings " + settingsFile + " cannot be written (" + e.getMessage()
                    + "): give the file to this user.");
        }
    }

    /** Keeps the previous run's log beside the new one. */
    private void keepFormerLog() {
        try {
            if (Files.exists(log)) {
                Files.move(
                        log, log.resolveSibling(service.module() + ".former.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new Fault(
                    "The log " + log + " cannot be moved aside (" + e.getMessage() + "): give it to this user.");
        }
    }

    private Part part() {
        return new Part(service.module(), process.handle(), log);
    }

    /**
     * Waits until the service reports that it is ready.
     *
     * @throws Fault on timeout
     */
    void awaitReady(HttpClient http) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!isReady(http)) {
            if (System.nanoTime() > deadline) {
                throw part().notReadyAfter(START);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Fault("Interrupted while " + service.module() + " started: start again.");
            }
        }
    }

    private boolean isReady(HttpClient http) {
        HttpRequest request = HttpRequest.newBuilder(managementAddress().resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Graceful shutdown: requests in progress are completed. */
    void stop() {
        if (process != null) {
            process.stop(recordClasses ? END.plus(ARCHIVING) : END);
        }
    }
}
