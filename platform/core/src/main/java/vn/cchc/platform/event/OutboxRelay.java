package vn.cchc.platform.event;

import io.agroal.api.AgroalDataSource;
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
 * Carries changes from the journal to the broker, in the order of their positions, at least once. Of all replicas of a
 * service one is active: the one that holds the {@link Lease}. When it stops renewing, whatever the reason, another takes
 * over; it may send again what the first had sent but not yet taken out of the queue.
 */
@ApplicationScoped
public class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final String NAME = "relay";

    /** What a topic did not take is tried again after this time, so that it does not hold up the others. */
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
        meters.gauge(
                "cchc.outbox.pending",
                this,
                relay -> relay.count("SELECT (SELECT count(*) FROM journal_outbox WHERE last_error IS NULL)"
                        + " + (SELECT count(*) FROM outbox)"));
        meters.gauge(
                "cchc.history.lost",
                this,
                relay -> relay.count("SELECT count(*) FROM time_line WHERE lost_since IS NOT NULL"));
        meters.gauge(
                "cchc.outbox.refused",
                this,
                relay -> relay.count("SELECT count(*) FROM journal_outbox WHERE last_error IS NOT NULL"));
    }

    /** Lets an idle relay look at the queue now. */
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

    /** Behind all others that wait for the database at the start. Requests come in only after it. */
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
        // A silent database must not hold the relay for longer than its lease: then another may be able to go on.
        int bound = (int) Math.max(1, config.relay().lease().toSeconds() / 2);
        while (running) {
            try (Connection connection = connections.open(NAME, bound)) {
                while (running && !lease.take(connection)) {
                    if (compared.getCount() > 0 && LossWatch.isCompared(connection, lease)) {
                        compared.countDown();
                    }
                    pause(config.relay().takeoverInterval().toMillis());
                }
                if (running) {
                    LOG.debugf("Outbox relay of %s is active", service);
                    relayUntilTheBrokerIsLost(connection, backoff);
                }
                lease.free(connection);
                // For as long as another needs to take over; where there is none, it goes on itself.
                pause(2 * config.relay().takeoverInterval().toMillis());
            } catch (LeaseLost e) {
                LOG.infof("Outbox relay of %s: %s", service, e.getMessage());
            } catch (SQLException | RuntimeException | AssertionError e) {
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

    /** A replica that reaches the database and not the broker must not keep the lease from those that reach both. */
    private void relayUntilTheBrokerIsLost(Connection connection, Backoff backoff)
            throws SQLException, InterruptedException {
        try {
            relay(connection, backoff);
        } catch (KafkaException e) {
            LOG.warnf("Outbox relay of %s lets another take over: %s", service, e.toString());
        }
    }

    private void relay(Connection connection, Backoff backoff) throws SQLException, InterruptedException {
        try (var statement = connection.createStatement()) {
            // All this connection ever commits is that rows are gone; if a crash brings some back, they are sent again.
            statement.execute("SET synchronous_commit TO off");
            // The planner knows a queue that was nearly empty. A plan for few rows would read and sort all of many for
            // each
            // batch; the order of the index costs the same for few and for many.
            statement.execute("SET enable_seqscan TO off");
            statement.execute("SET enable_sort TO off");
            statement.execute("SET enable_incremental_sort TO off");
            statement.execute("SET max_parallel_workers_per_gather TO 0");
        }
        List<String> owned = config.owned().orElseGet(List::of);
        int batch = config.relay().batchSize();
        LossWatch losses = new LossWatch(broker, service, owned, lease);
        while (running && !losses.isWhole(connection)) {
            compared.countDown();
            lease.keep(connection);
            if (!epochs.workOff(connection, lease)) {
                pause(config.relay().takeoverInterval().toMillis());
            }
        }
        compared.countDown();
        try (OutboxPublisher publisher =
                new OutboxPublisher(broker, service, owned, lease, tracing, LossWatch.reached(connection))) {
            Republications republications = new Republications(publisher, lease);
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
                    if (LossWatch.isNoticed(connection)) {
                        return;
                    }
                    nextLookAtLosses = begun + ORDERS_NANOS;
                }
                if (begun - unblockAt >= 0) {
                    topicsMissing = topicsMissing && !topicsAreThere(publisher);
                    epochsAreSent = epochsAreSent || (!topicsMissing && sendEpochs(publisher, connection));
                    blocked.clear();
                    unblockAt = begun + BLOCKED_NANOS;
                    // What was left comes before anything of the journal, marks above all.
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
                    if (read > 0 && sent.acknowledged() == 0 && !publisher.reachesBroker()) {
                        return;
                    }
                }
                if (read == 0 && begun - nextLookAtOrders >= 0) {
                    read = republications.goOn(connection, blocked, batch);
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

    /** A mark tells that all before it has been sent, so it waits while any kind does. */
    private static Set<String> blockedKinds(Set<String> blocked) {
        if (blocked.isEmpty()) {
            return blocked;
        }
        Set<String> withMarks = new HashSet<>(blocked);
        withMarks.add(DayMark.KIND);
        withMarks.add(EpochRaised.KIND);
        return withMarks;
    }

    private boolean topicsAreThere(OutboxPublisher publisher) throws InterruptedException {
        try {
            publisher.ensureTopics(config.partitions(), config.replicationFactor());
            return true;
        } catch (KafkaException e) {
            LOG.warnf("Topics of %s: %s", service, e.getCause() == null ? e : e.getCause());
            return false;
        }
    }

    /** Before anything else: a topic that was made anew must not begin with what comes of an epoch that it does not tell of. */
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

    /** -1 while the database cannot be asked. */
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
