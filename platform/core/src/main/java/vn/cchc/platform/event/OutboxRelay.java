package vn.cchc.platform.event;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.Connections;
import vn.cchc.platform.tracing.Tracing;

/**
 * Publishes journal changes to the broker in order of position, at least once. Of all replicas of a service one is
 * active: the holder of the {@link Lease}. When it stops renewing, another takes over and may resend what the former
 * had sent but not dequeued.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String NAME = "relay";

    /** Retry interval of a blocked topic, so that it does not delay the others. */
    private static final long BLOCKED_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final long ORDERS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final AgroalDataSource database;
    private final Connections connections;
    private final EpochRaising epochs;
    private final EventConfig config;
    private final Map<String, Object> broker;
    private final String service;
    private final Tracing tracing;
    private final Lease lease;
    private final Semaphore woken = new Semaphore(0);
    private final CountDownLatch compared = new CountDownLatch(1);
    private volatile boolean running;
    private Thread thread;

    OutboxRelay(
            AgroalDataSource database,
            Connections connections,
            EpochRaising epochs,
            EventConfig config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            @ConfigProperty(name = "cchc.service") String service,
            Tracing tracing,
            MeterRegistry meters) {
        this.database = database;
        this.connections = connections;
        this.epochs = epochs;
        this.config = config;
        this.broker = broker;
        this.service = service;
        this.tracing = tracing;
        this.lease = new Lease(NAME, config.relay().lease());
        count(
                meters,
                "cchc.outbox.pending",
                "Changes that the broker has not acknowledged; refused ones do not count",
                "SELECT (SELECT count(*) FROM journal_outbox WHERE last_error IS NULL) + (SELECT count(*) FROM outbox)");
        count(
                meters,
                "cchc.history.lost",
                "1 while the database lacks changes that the service has published: nothing is recorded",
                "SELECT count(*) FROM time_line WHERE lost_since IS NOT NULL");
        count(
                meters,
                "cchc.outbox.refused",
                "Changes that the broker refuses for good; they wait for an operator",
                "SELECT count(*) FROM journal_outbox WHERE last_error IS NOT NULL");
    }

    /** Read with each scrape: whoever waits for an empty outbox must not see an earlier count. */
    private void count(MeterRegistry meters, String name, String description, String query) {
        Gauge.builder(name, () -> count(query)).description(description).register(meters);
    }

    /** Wakes an idle relay. */
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

    /** Runs after the other start-up steps that wait for the database. The service accepts requests only after it. */
    void awaitComparison(@Observes @Priority(Interceptor.Priority.PLATFORM_AFTER) StartupEvent started)
            throws InterruptedException {
        if (config.relay().enabled()
                && !compared.await(config.relay().compareWithin().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warnf("%s starts without having compared its journal with its topics", service);
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
        // Shorter than the lease: a hanging database connection must not block the relay for longer, since another
        // replica may be able to continue.
        int bound = (int) Math.max(1, config.relay().lease().toSeconds() / 2);
        while (running) {
            try (Connection connection = connections.open(NAME, bound)) {
                while (running && !lease.take(connection)) {
                    if (compared.getCount() > 0 && LossDetector.isCompared(connection, lease)) {
                        compared.countDown();
                    }
                    pause(config.relay().takeoverInterval().toMillis());
                }
                if (running) {
                    LOG.debugf("Outbox relay of %s is active", service);
                    relayUntilTheBrokerIsLost(connection, backoff);
                }
                lease.free(connection);
                // Long enough for another replica to take over; if there is none, this one continues.
                pause(2 * config.relay().takeoverInterval().toMillis());
            } catch (LeaseLost e) {
                LOG.infof("Outbox relay of %s: %s", service, e.getMessage());
            } catch (SQLException | RuntimeException | AssertionError e) {
                if (running) {
                    LOG.warnf("Outbox relay of %s restarts: %s", service, e.toString());
                    pause(backoff.next());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** A replica that reaches the database but not the broker must release the lease to those that reach both. */
    private void relayUntilTheBrokerIsLost(Connection connection, Backoff backoff)
            throws SQLException, InterruptedException {
        try {
            relay(connection, backoff);
        } catch (KafkaException e) {
            LOG.warnf("Outbox relay of %s releases its lease: %s", service, e.toString());
        }
    }

    private void relay(Connection connection, Backoff backoff) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            // Only deletions are committed on this connection; rows restored by a crash are sent again.
            statement.execute("SET synchronous_commit TO off");
            // The planner's statistics describe an almost empty outbox: its plan would read and sort all rows for each
            // batch. An index scan costs the same for few and many.
            statement.execute("SET enable_seqscan TO off");
            statement.execute("SET enable_sort TO off");
            statement.execute("SET enable_incremental_sort TO off");
            statement.execute("SET max_parallel_workers_per_gather TO 0");
        }
        List<String> owned = config.owned().orElseGet(List::of);
        int batch = config.relay().batchSize();
        LossDetector losses = new LossDetector(broker, service, owned, lease);
        while (running && !losses.isWhole(connection)) {
            compared.countDown();
            lease.keep(connection);
            if (!epochs.workOff(connection, lease)) {
                pause(config.relay().takeoverInterval().toMillis());
            }
        }
        compared.countDown();
        try (OutboxPublisher publisher =
                new OutboxPublisher(broker, service, owned, lease, tracing, LossDetector.reached(connection))) {
            OwnedTopics topics = new OwnedTopics(broker, owned, lease.duration());
            Republications republications = new Republications(publisher, topics, lease);
            Set<String> blocked = new HashSet<>();
            long unblockAt = System.nanoTime();
            long nextLookAtLeft = unblockAt;
            long nextLookAtOrders = unblockAt;
            long nextLookAtLosses = unblockAt;
            boolean topicsMissing = true;
            boolean epochsAreSent = false;
            while (running) {
                lease.keep(connection);
                long begun = System.nanoTime();
                if (begun - nextLookAtLosses >= 0) {
                    if (LossDetector.isNoticed(connection)) {
                        return;
                    }
                    nextLookAtLosses = begun + ORDERS_NANOS;
                }
                if (begun - unblockAt >= 0) {
                    topicsMissing = topicsMissing && !topicsExist(topics);
                    epochsAreSent = epochsAreSent || (!topicsMissing && sendEpochs(publisher, connection));
                    blocked.clear();
                    unblockAt = begun + BLOCKED_NANOS;
                    // Rows left by the former version precede those of the journal, above all marks.
                    nextLookAtLeft = begun;
                }
                int read = 0;
                if (begun - nextLookAtLeft >= 0) {
                    var left = publisher.publishLeft(connection, blocked, batch);
                    blocked.addAll(left.blockedKinds());
                    read = left.read();
                    nextLookAtLeft = read > 0 ? begun : begun + BLOCKED_NANOS;
                }
                if (read == 0) {
                    var sent = publisher.publish(connection, blockedKinds(blocked), batch);
                    blocked.addAll(sent.blockedKinds());
                    read = sent.read();
                    if (read > 0 && sent.acknowledged() == 0 && !topics.reachesBroker()) {
                        return;
                    }
                }
                if (read == 0 && begun - nextLookAtOrders >= 0) {
                    read = republications.sendNext(connection, blocked, batch);
                    nextLookAtOrders = read > 0 ? begun : begun + ORDERS_NANOS;
                }
                backoff.reset();
                if (read < batch) {
                    if (read > 0) {
                        keepPace(begun);
                    }
                    if (woken.tryAcquire(config.relay().pollInterval().toMillis(), TimeUnit.MILLISECONDS)) {
                        woken.drainPermits();
                    }
                }
            }
        }
    }

    /** A mark states that everything before it was sent, so it waits while any kind is blocked. */
    private static Set<String> blockedKinds(Set<String> blocked) {
        if (blocked.isEmpty()) {
            return blocked;
        }
        Set<String> withMarks = new HashSet<>(blocked);
        withMarks.add(DayMark.KIND);
        withMarks.add(EpochRaised.KIND);
        return withMarks;
    }

    private boolean topicsExist(OwnedTopics topics) throws InterruptedException {
        try {
            topics.create(config.partitions(), config.replicationFactor());
            return true;
        } catch (KafkaException e) {
            LOG.warnf("Topics of %s: %s", service, e.getCause() == null ? e : e.getCause());
            return false;
        }
    }

    /** Runs first: a recreated topic must not begin with events of an epoch it does not announce. */
    private boolean sendEpochs(OutboxPublisher publisher, Connection connection)
            throws SQLException, InterruptedException {
        try {
            publisher.sendEpochs(connection);
            return true;
        } catch (KafkaException e) {
            LOG.warnf("Epochs of %s: %s", service, e.toString());
            return false;
        }
    }

    private void keepPace(long begun) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(config.relay().pace().toNanos() - (System.nanoTime() - begun));
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

    /** -1 while the database is unavailable. */
    private double count(String query) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            return -1;
        }
    }
}
