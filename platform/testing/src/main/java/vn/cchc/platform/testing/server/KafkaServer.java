package vn.cchc.platform.testing.server;

import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * One Kafka broker (KRaft, combined with its controller) in its own JVM. Topics have unlimited retention, as events are
 * the system's archive, and three partitions by default. Automatic topic creation is off.
 *
 * <p>The broker ends when the JVM that started it is gone.
 */
public final class KafkaServer implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(20);

    /** C2 compilation thresholds are ten times the default, for a fast start on few cores. */
    private static final List<String> QUICK_START = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final Path home;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private ChildProcess broker;

    private KafkaServer(Path home, int port, boolean temporary) {
        this.home = home;
        this.log = home.resolve("kafka.log");
        this.port = port == 0 ? FreePort.next() : port;
        this.temporary = temporary;
    }

    /**
     * A broker with data and log in {@code home}, created on the first start and reused later.
     *
     * @param port 0 for a free one
     */
    public static KafkaServer in(Path home, int port) {
        return new KafkaServer(home.toAbsolutePath(), port, false);
    }

    /** A broker on a free port whose data is deleted when it is closed. */
    public static KafkaServer temporary() {
        try {
            return new KafkaServer(Files.createTempDirectory("cchc-kafka-"), 0, true);
        } catch (IOException e) {
            throw new ServerFailure("no folder for Kafka's data: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the broker, also after {@link #stop} or {@link #kill}, on the same port and data, and waits until it
     * accepts requests.
     *
     * @throws ServerFailure when it does not start; nothing is left running then
     */
    public KafkaServer start() {
        if (broker != null && Processes.isRunning(broker.handle())) {
            throw new IllegalStateException("Kafka is running on port " + port);
        }
        if (!FreePort.becomesFree(port)) {
            throw new ServerFailure("Kafka did not start: port " + port + " is in use");
        }
        Path configuration = home.resolve("server.properties");
        Path ready = home.resolve("ready");
        try {
            Files.createDirectories(home);
            Files.deleteIfExists(ready);
            try (Writer writer = Files.newBufferedWriter(configuration)) {
                configuration().store(writer, null);
            }
        } catch (IOException e) {
            throw new ServerFailure("Kafka's folder " + home + " cannot be written: " + e.getMessage(), e);
        }
        List<String> command = new ArrayList<>();
        command.add(ChildProcess.javaCommand());
        command.addAll(List.of("-Xms48m", "-Xmx192m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(QUICK_START);
        command.add("-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        command.addAll(List.of("-cp", classPath(), KafkaNode.class.getName()));
        command.addAll(List.of(configuration.toString(), ready.toString(), bootstrapServers()));
        broker = ChildProcess.start("Kafka", command, Map.of(), log);
        awaitReady(ready);
        return this;
    }

    private void awaitReady(Path ready) {
        long deadline = System.nanoTime() + START.toNanos();
        while (!Files.exists(ready)) {
            if (!broker.isAlive() || System.nanoTime() > deadline) {
                broker.kill();
                throw new ServerFailure(
                        "Kafka did not start on port " + port + "; its log is " + log + "\n" + broker.logTail(8));
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                broker.kill();
                throw new ServerFailure("Kafka's start was interrupted", e);
            }
        }
    }

    private Properties configuration() {
        int controller = FreePort.next();
        Properties settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controller);
        settings.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("controller.quorum.voters", "1@localhost:" + controller);
        settings.put("log.dirs", home.resolve("data").toString());
        settings.put("log.retention.ms", "-1");
        // As in production: a mistyped topic name must fail.
        settings.put("auto.create.topics.enable", "false");
        settings.put("num.partitions", "3");
        settings.put("default.replication.factor", "1");
        settings.put("min.insync.replicas", "1");
        settings.put("offsets.topic.replication.factor", "1");
        settings.put("offsets.topic.num.partitions", "3");
        settings.put("transaction.state.log.replication.factor", "1");
        settings.put("transaction.state.log.min.isr", "1");
        settings.put("transaction.state.log.num.partitions", "1");
        settings.put("share.coordinator.state.topic.replication.factor", "1");
        settings.put("share.coordinator.state.topic.min.isr", "1");
        settings.put("share.coordinator.state.topic.num.partitions", "1");
        if (temporary) {
            // Allows tests to revoke rights; without ACLs everything is allowed.
            settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
            settings.put("allow.everyone.if.no.acl.found", "true");
        }
        // Avoids the delay of a new consumer group, which waits for further members.
        settings.put("group.initial.rebalance.delay.ms", "0");
        // A killed broker can register again only after its previous session has expired.
        settings.put("broker.session.timeout.ms", "4000");
        settings.put("broker.heartbeat.interval.ms", "1000");
        // Sized for two cores and a small heap.
        settings.put("num.network.threads", "2");
        settings.put("num.io.threads", "2");
        settings.put("background.threads", "2");
        settings.put("log.cleaner.dedupe.buffer.size", String.valueOf(2 * 1024 * 1024));
        settings.put("log.cleaner.io.buffer.size", String.valueOf(128 * 1024));
        settings.put("log.index.size.max.bytes", String.valueOf(1024 * 1024));
        return settings;
    }

    /**
     * Class path of this class: the JVM's class path in tests; the URLs of the plugin's class loader when the launcher
     * runs inside Maven.
     */
    private static String classPath() {
        if (KafkaServer.class.getClassLoader() instanceof URLClassLoader loader) {
            return Arrays.stream(loader.getURLs())
                    .map(KafkaServer::file)
                    .collect(Collectors.joining(File.pathSeparator));
        }
        return System.getProperty("java.class.path");
    }

    private static String file(URL url) {
        return Path.of(URI.create(url.toString())).toString();
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    /** For {@code kafka.bootstrap.servers}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    /** The broker's process. */
    public ProcessHandle process() {
        if (broker == null) {
            throw new IllegalStateException("Kafka was not started");
        }
        return broker.handle();
    }

    public boolean isRunning() {
        return broker != null && broker.isAlive();
    }

    /** Sends SIGKILL, like a crash. */
    public void kill() {
        broker.kill();
    }

    /** Orderly shutdown: acknowledged data is on disk. */
    public void stop() {
        if (isRunning()) {
            broker.stop(END);
        }
    }

    /** Stops the broker; deletes the data of a temporary one. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(home);
        }
    }
}
