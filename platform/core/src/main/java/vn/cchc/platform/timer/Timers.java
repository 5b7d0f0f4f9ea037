package vn.cchc.platform.timer;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.DatabaseProbe;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.platform.tracing.Tracing;

/**
 * Timers as rows in the database. Every replica polls each second and locks free rows (SELECT … FOR UPDATE SKIP
 * LOCKED). Effect and completion are one transaction, so each step takes effect exactly once even if a replica dies.
 *
 * <p>Times are business times: when the clock jumps, newly due timers run. A timer is due only when the database's
 * clock agrees, so that a replica with a fast clock does nothing early. Completed timers are kept for {@link
 * TimerPurge#KEPT}.
 */
@ApplicationScoped
public class Timers {

    private static final Logger LOG = Logger.getLogger(Timers.class);

    /** Retry interval after a failure; other timers continue. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** Retry interval after a serialization failure. */
    private static final Duration AFTER_RACE = Duration.ofSeconds(1);

    /** How long kinds with due timers are processed round-robin before the other kinds are polled again. */
    private static final long TURNS_NANOS = TimeUnit.SECONDS.toNanos(1);

    private static final String SET = """
            INSERT INTO timer (kind, id, step, basis, due_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (kind, id, step, basis) DO NOTHING""";
    private static final String FORGET = "DELETE FROM timer WHERE kind = ? AND id = ?";
    private static final String KINDS = """
            SELECT k FROM unnest(?::text[]) k WHERE EXISTS (
                SELECT 1 FROM timer WHERE kind = k AND done_at IS NULL
                AND greatest(due_at, retry_at) <= least(?, business_time()))""";
    private static final String NEXT = """
            SELECT kind, id, step, basis, due_at, least(?, business_time()) FROM timer
            WHERE kind = ? AND done_at IS NULL AND greatest(due_at, retry_at) <= least(?, business_time())
            ORDER BY greatest(due_at, retry_at) LIMIT ? FOR UPDATE SKIP LOCKED""";
    private static final String DONE =
            "UPDATE timer SET done_at = ? WHERE kind = ? AND id = ? AND step = ? AND basis = ?";
    private static final String RETRY =
            "UPDATE timer SET retry_at = ? WHERE kind = ? AND id = ? AND step = ? AND basis = ? AND done_at IS NULL";

    private final Map<String, TimerHandler> handlers;
    private final EntityManager entities;
    private final DatabaseProbe database;
    private final Tracing tracing;
    private final Clock clock;
    private volatile boolean stopping;

    Timers(
            @All List<TimerHandler> handlers,
            EntityManager entities,
            DatabaseProbe database,
            Tracing tracing,
            Clock clock) {
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(TimerHandler::kind, Function.identity()));
        this.entities = entities;
        this.database = database;
        this.tracing = tracing;
        this.clock = clock;
    }

    /**
     * Sets a timer in the current transaction; an existing one is left unchanged, done or not. A completed timer is
     * remembered for thirty days of business time ({@link TimerPurge}): a caller that may set it later must check by
     * itself what was done.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void set(Timer timer) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SET)) {
                statement.setString(1, timer.kind());
                statement.setObject(2, timer.id());
                statement.setString(3, timer.step());
                statement.setString(4, timer.basis());
                statement.setObject(5, timer.dueAt());
                return statement.executeUpdate();
            }
        });
    }

    /** Deletes all timers of an aggregate, done or not, in the current transaction; they can be set again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String kind, UUID id) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
                statement.setString(1, kind);
                statement.setObject(2, id);
                return statement.executeUpdate();
            }
        });
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
    }

    /** Executes due timers. */
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            // Not before the clocks are set.
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tick() {
        try {
            boolean more = true;
            while (more && !stopping && database.answers()) {
                more = takeTurns();
            }
        } catch (RuntimeException | AssertionError e) {
            // The JDBC driver asserts that its connection is not closed concurrently; an outage does so.
            LOG.warnf("Timers are paused: %s", e.toString());
        }
    }

    /** Round-robin over kinds, so that many timers of one do not delay the others; false when none is due. */
    private boolean takeTurns() {
        long begun = System.nanoTime();
        List<TimerHandler> due = QuarkusTransaction.requiringNew().call(() -> run(this::due));
        while (!due.isEmpty() && !stopping && System.nanoTime() - begun < TURNS_NANOS) {
            due.removeIf(handler -> !take(handler, handler.together()));
        }
        return !due.isEmpty();
    }

    private List<TimerHandler> due(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KINDS)) {
            statement.setArray(
                    1, connection.createArrayOf("text", handlers.keySet().toArray()));
            statement.setObject(2, OffsetDateTime.now(clock));
            List<TimerHandler> due = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    due.add(handlers.get(row.getString(1)));
                }
            }
            return due;
        }
    }

    /**
     * Executes a batch of one kind in one transaction.
     *
     * @return whether any was due
     * @throws RuntimeException when the database is unavailable
     */
    private boolean take(TimerHandler handler, int atMost) {
        List<Timer> taken = new ArrayList<>();
        try {
            QuarkusTransaction.requiringNew().run(() -> doNext(handler, atMost, taken));
            return !taken.isEmpty();
        } catch (RuntimeException | Error e) {
            if (taken.isEmpty()) {
                throw e;
            }
            if (taken.size() == 1) {
                tryAgain(taken.get(0), e);
                return true;
            }
        }
        // One of the batch failed; execute each alone.
        boolean more = true;
        for (int left = taken.size(); more && left > 0; left--) {
            more = take(handler, 1);
        }
        return more;
    }

    /**
     * Postpones a failed timer, so that it does not block the others; if even that cannot be written, the database is
     * unavailable.
     */
    private void tryAgain(Timer timer, Throwable failure) {
        boolean lostRace = Outage.isTransient(failure) && !Outage.isTimeout(failure);
        OffsetDateTime later = OffsetDateTime.now(clock).plus(lostRace ? AFTER_RACE : AFTER_FAILURE);
        QuarkusTransaction.requiringNew().run(() -> update(RETRY, Map.of(timer, later)));
        if (Outage.isTransient(failure)) {
            LOG.warnf("Timer will be retried: %s: %s", timer, failure.toString());
        } else {
            LOG.errorf(failure, "Timer will be retried: %s", timer);
        }
    }

    private void doNext(TimerHandler handler, int atMost, List<Timer> taken) {
        OffsetDateTime now = run(connection -> next(connection, handler.kind(), atMost, taken));
        Map<Timer, OffsetDateTime> done = new LinkedHashMap<>();
        Map<Timer, OffsetDateTime> later = new LinkedHashMap<>();
        for (Timer timer : taken) {
            tracing.root(timer.kind(), () -> handler.due(timer, now)
                    .ifPresentOrElse(at -> later.put(timer, at), () -> done.put(timer, now)));
        }
        update(DONE, done);
        update(RETRY, later);
    }

    /** @return business time, at or after the due time of each timer taken */
    private OffsetDateTime next(Connection connection, String kind, int atMost, List<Timer> taken) throws SQLException {
        OffsetDateTime now = OffsetDateTime.now(clock);
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, now);
            statement.setString(2, kind);
            statement.setObject(3, now);
            statement.setInt(4, atMost);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    taken.add(new Timer(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getString(3),
                            row.getString(4),
                            VietnamTime.local(row.getObject(5, OffsetDateTime.class))));
                    now = VietnamTime.local(row.getObject(6, OffsetDateTime.class));
                }
            }
            return now;
        }
    }

    private void update(String sql, Map<Timer, OffsetDateTime> times) {
        if (times.isEmpty()) {
            return;
        }
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (var each : times.entrySet()) {
                    Timer timer = each.getKey();
                    statement.setObject(1, each.getValue());
                    statement.setString(2, timer.kind());
                    statement.setObject(3, timer.id());
                    statement.setString(4, timer.step());
                    statement.setString(5, timer.basis());
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
