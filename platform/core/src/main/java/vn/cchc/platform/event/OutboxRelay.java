package vn.cchc.platform.event;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries events from the outbox table to the broker, in the order of their positions, at least once. Of all replicas of a
 * service one is active: the one that holds an advisory lock on a database connection of its own. When that connection
 * breaks, the lock is free and another takes over; it may send again what the first had sent but not yet deleted.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);

    /** Any constant serves: the lock is per database, and each service has its own. */
    private static final long LOCK = 0x6363_6863_6f75_7462L;

    private final AgroalDataSource database;
    private final EventConfig config;
    private final Map<String, Object> broker;
    private final String service;
    private final String url;
    private final Optional<String> user;
    private final Optional<String> password;
    private final Semaphore woken = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    OutboxRelay(
            AgroalDataSource database,
            EventConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service,
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password,
            MeterRegistry meters) {
        this.database = database;
        this.config = config;
        this.broker = broker;
        this.service = service;
        this.url = url;
        this.user = user;
        this.password = password;
        meters.gauge("cchc.outbox.pending", this, OutboxRelay::pending);
    }

    /** Lets an idle relay look at the outbox now. */
    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    void start(@Observes StartupEvent started) {
        if (config.relay().enabled()) {
            running = true;
            thread = new Thread(this::run, "outbox-relay");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        if (thread != null) {
            wake();
            thread.join(TimeUnit.SECONDS.toMillis(5));
            thread.interrupt();
        }
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (running) {
            try (Connection connection = connect()) {
                while (running && !lock(connection)) {
                    pause(config.relay().takeoverInterval().toMillis());
                }
                LOG.debugf("Outbox relay of %s is active", service);
                relay(connection, backoff);
            } catch (SQLException | RuntimeException e) {
                if (running) {
                    LOG.warnf("Outbox relay of %s starts over: %s", service, e.toString());
                    pause(backoff.next());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void relay(Connection connection, Backoff backoff) throws SQLException, InterruptedException {
        try (OutboxPublisher publisher = new OutboxPublisher(broker, service)) {
            publisher.ensureTopics(
                    config.owned().orElseGet(java.util.List::of), config.partitions(), config.replicationFactor());
            while (running) {
                long begun = System.nanoTime();
                int sent = publisher.publish(connection, config.relay().batchSize());
                backoff.reset();
                if (sent < config.relay().batchSize()) {
                    if (sent > 0) {
                        keepPace(begun);
                    }
                    if (woken.tryAcquire(config.relay().pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                        woken.drainPermits();
                    }
                }
            }
        }
    }

    private void keepPace(long begun) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(config.relay().pace().toNanos() - (System.nanoTime() - begun));
    }

    private Connection connect() throws SQLException {
        Connection connection = DriverManager.getConnection(url, user.orElse(null), password.orElse(null));
        try (var statement = connection.createStatement()) {
            // All this connection ever commits is that rows are gone; if a crash brings some back, they are sent again.
            statement.execute("SET synchronous_commit TO off");
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private void pause(long millis) {
        try {
            for (long left = millis; left > 0 && running; left -= 100) {
                TimeUnit.MILLISECONDS.sleep(Math.min(left, 100));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /** Events written but not yet acknowledged by the broker; -1 while the database cannot be asked. */
    private double pending() {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM outbox")) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return -1;
        }
    }
}
