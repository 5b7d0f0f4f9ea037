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

/** One service in a JVM of its own, as it would run in production but for the profile {@code local}. */
final class ServiceProcess {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofSeconds(20);

    /** What writing the archive of its classes takes a service that is stopped, on a slow machine. */
    private static final Duration ARCHIVING = Duration.ofSeconds(90);

    /**
     * What one commune needs, with room for a report's pages and pictures. The classes of a service take 110 MB: with the
     * JVM's own first guess, 21 MB, it collects the whole heap again and again while they are loaded.
     */
    private static final List<String> SMALL_JVM =
            List.of("-Xms32m", "-Xmx256m", "-XX:+UseSerialGC", "-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError");

    /** Else the C library keeps a pool of memory for each of many threads: some 10 MB a service. */
    private static final Map<String, String> SMALL_ARENAS = Map.of("MALLOC_ARENA_MAX", "2");

    private final Service service;
    private final int port;
    private final Path jar;
    private final Path classes;
    private final boolean recordClasses;
    private final Optional<Debug> debug;
    private final Path log;
    private final Path settingsFile;
    private final Map<String, String> settings;
    private ChildProcess process;

    /** @param settings configuration properties beyond profile and port */
    ServiceProcess(Service service, Options options, WorkFolder folder, Map<String, String> settings) {
        this.service = service;
        this.port = options.servicePorts().get(service);
        this.jar = options.root().resolve(service.module()).resolve("target/quarkus-app/quarkus-run.jar");
        this.classes = jar.resolveSibling("classes.jsa");
        this.recordClasses = options.recordClasses();
        this.debug = options.debug().filter(asked -> asked.service() == service);
        this.log = folder.log(service);
        this.settingsFile = folder.settings(service);
        this.settings = new TreeMap<>(settings);
        this.settings.put("quarkus.http.host", "localhost");
        this.settings.put("quarkus.http.port", String.valueOf(port));
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** @throws Fault when there is nothing to start */
    void requireBuilt() {
        if (!Files.exists(jar)) {
            throw new Fault(service.module() + " is not built (" + jar + "): run mvn -Pup in the repository's root.");
        }
    }

    /**
     * Starts the JVM; {@link #awaitReady} waits for the service.
     *
     * @param businessTime what time it is if its database is empty; system time if absent
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
     * With the classes as a former run has loaded them the JVM starts in half the time. An archive is of the jars beside it, and of the
     * JVM that has written it; another JVM leaves it aside.
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

    /** For a developer's own start of the service; what it brings along gives way to the file. */
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

    /** The log tells of this start; that of the former one is kept beside it. */
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
     * Waits until the service says that it is ready.
     *
     * @throws Fault when it takes too long
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
        HttpRequest request = HttpRequest.newBuilder(address().resolve("/q/health/ready"))
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

    /** Lets requests under way finish, then ends the process. */
    void stop() {
        if (process != null) {
            process.stop(recordClasses ? END.plus(ARCHIVING) : END);
        }
    }
}
