package vn.cchc.platform.testing.server;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * A PostgreSQL 18 server from binaries on the class path; runs as root or as an ordinary user. Durable as in production
 * ({@code fsync}, {@code synchronous_commit} and {@code full_page_writes} are on), with little memory. A temporary
 * server has {@code fsync} off: acknowledged data survives a crash of the server but not of the machine.
 *
 * <p>It listens on the loopback address only and trusts every connection. Each database is owned by a role of the same
 * name; {@code postgres} is the superuser.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration END = Duration.ofSeconds(30);

    /**
     * Strong reference, so that the level is kept: stopping a killed server is logged as an error with a stack trace.
     */
    private static final Logger EMBEDDED_LOG = Logger.getLogger(EmbeddedPostgres.class.getName());

    static {
        EMBEDDED_LOG.setLevel(Level.OFF);
    }

    private final Path home;
    private final Path binaries;
    private final Path data;
    private final Path log;
    private final int port;
    private final boolean temporary;
    private EmbeddedPostgres running;

    private PostgresServer(Path home, Path binaries, int port, boolean temporary) {
        this.home = home;
        this.binaries = binaries;
        this.data = home.resolve("data");
        this.log = home.resolve("postgres.log");
        this.port = port == 0 ? FreePort.next() : port;
        this.temporary = temporary;
    }

    /**
     * A server with data, log and binaries in {@code home}, created on the first start and reused later.
     *
     * @param port 0 for a free one
     */
    public static PostgresServer in(Path home, int port) {
        return new PostgresServer(home.toAbsolutePath(), home.toAbsolutePath().resolve("binaries"), port, false);
    }

    /** A server on a free port whose data is deleted when it is closed; temporary servers share the binaries. */
    public static PostgresServer temporary() {
        try {
            Path shared =
                    Path.of(System.getProperty("java.io.tmpdir"), "cchc-postgres-" + System.getProperty("user.name"));
            return new PostgresServer(Files.createTempDirectory("cchc-postgres-data-"), shared, 0, true);
        } catch (IOException e) {
            throw new ServerFailure("no folder for PostgreSQL's data: " + e.getMessage(), e);
        }
    }

    /**
     * Starts the server, also after {@link #stop} or {@link #kill}, on the same port and data, and waits until it
     * responds.
     *
     * @throws ServerFailure when it does not start; nothing is left running then
     */
    public PostgresServer start() {
        if (running != null) {
            throw new IllegalStateException("PostgreSQL is running on port " + port);
        }
        if (!FreePort.becomesFree(port)) {
            throw new ServerFailure("PostgreSQL did not start: port " + port + " is in use");
        }
        try {
            Files.createDirectories(home);
            Files.createDirectories(binaries);
            running = Unpacking.alone(binaries, this::embedded);
            return this;
        } catch (IOException | RuntimeException e) {
            postmaster().ifPresent(ProcessHandle::destroyForcibly);
            throw new ServerFailure(
                    "PostgreSQL did not start on port " + port + ": " + e.getMessage() + "; its log is " + log + "\n"
                            + ChildProcess.tail(log, 8),
                    e);
        }
    }

    private EmbeddedPostgres embedded() throws IOException {
        ProcessBuilder.Redirect toLog = ProcessBuilder.Redirect.appendTo(log.toFile());
        EmbeddedPostgres.Builder server = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPgBinaryResolver(new Binaries(binaries))
                // The owner stops several servers in its own order.
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START)
                .setOutputRedirector(toLog)
                .setErrorRedirector(toLog)
                // The same locale on every machine: code point order, and Unicode case rules for Vietnamese.
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "localhost")
                .setServerConfig("unix_socket_directories", "")
                // The library passes -F, which turns fsync off; a later option overrides it.
                .setServerConfig("fsync", temporary ? "off" : "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "64MB")
                .setServerConfig("io_method", "sync")
                .setServerConfig("huge_pages", "off")
                .setServerConfig("jit", "off")
                .setServerConfig("shared_preload_libraries", "pg_stat_statements");
        return startOrNotice(server);
    }

    /** Starts the server and fails at once if it exits while starting; the library would wait for its full timeout. */
    private EmbeddedPostgres startOrNotice(EmbeddedPostgres.Builder server) throws IOException {
        FutureTask<EmbeddedPostgres> start = new FutureTask<>(server::start);
        Thread starter = new Thread(start, "PostgreSQL start");
        starter.setDaemon(true);
        starter.start();
        boolean seen = false;
        while (true) {
            try {
                return start.get(20, TimeUnit.MILLISECONDS);
            } catch (TimeoutException underWay) {
                boolean runs = isBeingStarted() || postmaster().isPresent();
                if (seen && !runs) {
                    starter.interrupt();
                    throw new IOException("it ended while it started");
                }
                seen |= runs;
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                starter.interrupt();
                throw new IOException("the start was interrupted", e);
            }
        }
    }

    /**
     * Whether the library's {@code pg_ctl start} is running on our data; it ends when the server is up or has failed.
     */
    private boolean isBeingStarted() {
        return ProcessHandle.current()
                .children()
                .map(child -> List.of(child.info().arguments().orElse(new String[0])))
                .anyMatch(arguments -> arguments.contains(data.toString()) && arguments.contains("start"));
    }

    /** The library caches the unpacking folder per resolver, otherwise per JVM. */
    private record Binaries(Path folder) implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String hardware) throws IOException {
            return DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, hardware);
        }
    }

    /** Creates the database {@code name} and its owner role {@code name} if they are missing. */
    public PostgresServer withDatabase(String name) {
        if (!name.matches("[a-z_]{1,40}")) {
            throw new IllegalArgumentException("not a plain database name: " + name);
        }
        try (Connection connection = running().getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + name + "'")) {
                statement.execute("CREATE ROLE " + name + " LOGIN");
            }
            if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
            return this;
        } catch (SQLException e) {
            throw new ServerFailure("database " + name + " could not be created: " + e.getMessage(), e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    public int port() {
        return port;
    }

    public Path log() {
        return log;
    }

    /** JDBC URL of a database for its owner, the role of the same name; no password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=" + database;
    }

    /** A connection as the superuser. */
    public Connection connect(String database) throws SQLException {
        return running().getDatabase(SUPERUSER, database).getConnection();
    }

    /** The server's main process, also if started by another JVM; empty when it is not running. */
    public Optional<ProcessHandle> postmaster() {
        try (Stream<String> lines = Files.lines(data.resolve("postmaster.pid"))) {
            return lines.findFirst()
                    .map(String::trim)
                    .map(Long::valueOf)
                    .flatMap(ProcessHandle::of)
                    .filter(PostgresServer::isPostgres);
        } catch (IOException | NumberFormatException none) {
            return Optional.empty();
        }
    }

    /** The pid file survives a killed server, and the process id may have been reused since. */
    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
    }

    /** Sends SIGKILL to the main process, like a crash, and waits until its children have ended. */
    public void kill() {
        ProcessHandle main = postmaster().orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
        List<ProcessHandle> children = main.children().toList();
        main.destroyForcibly();
        requireEnd(main);
        children.forEach(PostgresServer::requireEnd);
        release();
    }

    /** Shuts the server down in order, rolling back open transactions; sends SIGKILL on timeout. */
    public void stop() {
        if (running == null) {
            return;
        }
        Optional<ProcessHandle> main = postmaster();
        List<ProcessHandle> children =
                main.map(process -> process.children().toList()).orElse(List.of());
        release();
        main.ifPresent(process -> {
            if (!Processes.endsWithin(END, process)) {
                process.destroyForcibly();
            }
            requireEnd(process);
        });
        children.forEach(PostgresServer::requireEnd);
    }

    private void release() {
        try {
            running.close();
        } catch (IOException e) {
            throw new ServerFailure("PostgreSQL did not stop: " + e.getMessage(), e);
        } finally {
            running = null;
        }
    }

    private static void requireEnd(ProcessHandle process) {
        if (!Processes.endsWithin(END, process)) {
            throw new ServerFailure("PostgreSQL's process " + process.pid() + " does not end");
        }
    }

    /** Stops the server; deletes the data of a temporary one. */
    @Override
    public void close() {
        stop();
        if (temporary) {
            Folders.delete(home);
        }
    }

    private EmbeddedPostgres running() {
        if (running == null) {
            throw new IllegalStateException("PostgreSQL is not running");
        }
        return running;
    }
}
