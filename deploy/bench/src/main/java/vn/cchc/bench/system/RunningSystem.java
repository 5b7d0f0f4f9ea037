package vn.cchc.bench.system;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import vn.cchc.bench.Layout;
import vn.cchc.bench.Unmeasurable;
import vn.cchc.local.Up;
import vn.cchc.local.api.Callers;
import vn.cchc.local.api.Service;
import vn.cchc.local.api.TokenIssuer;
import vn.cchc.platform.testing.server.ChildProcess;
import vn.cchc.platform.testing.server.FreePort;

/** The whole system as started by {@code mvn -Pup}, with its own ports and folder and without the sample. */
public final class RunningSystem implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(3);
    private static final Duration END = Duration.ofMinutes(3);

    private final Layout layout;
    private final Map<Service, Integer> servicePorts = new EnumMap<>(Service.class);
    private final Map<Service, Integer> managementPorts = new EnumMap<>(Service.class);
    private final int postgresPort;
    private final int kafkaPort;
    private final ChildProcess launcher;

    private RunningSystem(Layout layout, boolean first, OffsetDateTime beginning) {
        this.layout = layout;
        Iterator<Integer> ports = freePorts(2 * Service.values().length + 2).iterator();
        for (Service service : Service.values()) {
            servicePorts.put(service, ports.next());
            managementPorts.put(service, ports.next());
        }
        postgresPort = ports.next();
        kafkaPort = ports.next();
        List<String> command = new ArrayList<>(List.of(
                ChildProcess.javaCommand(),
                "-Xmx192m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dcchc.root=" + layout.root(),
                "-Dcchc.home=" + layout.system(),
                "-Dcchc.sample=none",
                "-Dcchc.fresh=" + first,
                "-Dcchc.record-classes=" + first,
                "-Dcchc.postgres.port=" + postgresPort,
                "-Dcchc.kafka.port=" + kafkaPort));
        servicePorts.forEach((service, port) -> command.add("-Dcchc." + service.key() + ".port=" + port));
        managementPorts.forEach((service, port) -> command.add("-Dcchc." + service.key() + ".management.port=" + port));
        command.add(Up.class.getName());
        // Inherited by the services.
        Map<String, String> clock = Map.of("CCHC_TRAINING_CLOCK_INITIAL", beginning.toString());
        launcher = ChildProcess.start("launcher", command, clock, layout.launcherLog());
    }

    /**
     * Starts the launcher; {@link #awaitReady} waits for it.
     *
     * @param first whether to delete the data of previous runs; the services then write a CDS archive, with which they
     *     start from then on, as in an image
     * @param beginning initial business time of services without data: they mark the day before as complete at once,
     *     and no clock can be set back behind it
     */
    public static RunningSystem start(Layout layout, boolean first, OffsetDateTime beginning) {
        try {
            Files.deleteIfExists(layout.launcherLog());
            return new RunningSystem(layout, first, beginning);
        } catch (IOException e) {
            throw new Unmeasurable(layout.launcherLog() + " cannot be replaced: " + e.getMessage(), e);
        }
    }

    private static List<Integer> freePorts(int count) {
        Set<Integer> ports = new LinkedHashSet<>();
        while (ports.size() < count) {
            ports.add(FreePort.next());
        }
        return List.copyOf(ports);
    }

    /** @throws Unmeasurable when the launcher ends or times out */
    public RunningSystem awaitReady() {
        long deadline = System.nanoTime() + START.toNanos();
        while (read(layout.launcherLog()).lines().noneMatch(line -> line.startsWith("READY"))) {
            if (!launcher.isAlive() || System.nanoTime() > deadline) {
                throw new Unmeasurable("The system did not start; see " + launcher.log() + "\n" + launcher.logTail(15));
            }
            pause(50);
        }
        return this;
    }

    public int port(Service service) {
        return servicePorts.get(service);
    }

    public int postgresPort() {
        return postgresPort;
    }

    public String bootstrapServers() {
        return "localhost:" + kafkaPort;
    }

    public Database database(Service service) {
        return new Database(postgresPort, service.key(), service.key());
    }

    /** Clients of the services, with tokens signed by the launcher's key. */
    public Callers callers() {
        return new Callers(HttpClient.newHttpClient(), addresses(servicePorts), addresses(managementPorts), issuer());
    }

    private static Map<Service, URI> addresses(Map<Service, Integer> ports) {
        Map<Service, URI> addresses = new EnumMap<>(Service.class);
        ports.forEach((service, port) -> addresses.put(service, URI.create("http://localhost:" + port)));
        return addresses;
    }

    /** Issuer of tokens trusted by the services; the key is generated at the first start. */
    public TokenIssuer issuer() {
        return TokenIssuer.keptIn(layout.system().resolve("token-key.pem"));
    }

    /** The process of that name, once recorded by the launcher: a service's module, PostgreSQL or Kafka. */
    public Optional<ProcessTree> process(String name) {
        return read(layout.system().resolve("processes"))
                .lines()
                .map(line -> line.split(" ", 3))
                .filter(fields -> fields.length == 3 && fields[2].equals(name))
                .map(fields -> new ProcessTree(name, Long.parseLong(fields[0])))
                .findFirst();
    }

    /** All processes of the system. */
    public List<ProcessTree> processes() {
        List<ProcessTree> all = new ArrayList<>();
        for (String name : List.of("PostgreSQL", "Kafka", "plan-service", "feedback-service", "reporting-service")) {
            all.add(process(name)
                    .orElseThrow(() -> new Unmeasurable("The launcher has not recorded the process of " + name)));
        }
        return all;
    }

    boolean isAlive() {
        return launcher.isAlive();
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new Unmeasurable(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unmeasurable("Interrupted", e);
        }
    }

    /** Lets the launcher stop everything in order. */
    @Override
    public void close() {
        launcher.stop(END);
    }
}
