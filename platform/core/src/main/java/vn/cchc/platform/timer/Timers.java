package vn.cchc.platform.timer;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.DatabaseProbe;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.time.VietnamTime;

/**
 * Rows of what must happen once at a time. Every replica looks each second and takes a row that no other has taken (SELECT …
 * FOR UPDATE SKIP LOCKED); the effect and its being done are one transaction, so whichever replica dies, each step happens
 * once. Times are business times: when the clock jumps, what has become due follows. What is done is remembered for
 * {@link TimerPurge#KEPT}.
 */
@ApplicationScoped
public class Timers {

    private static final Logger LOG = Logger.getLogger(Timers.class);

    /** What fails is tried again after this time; the others go on. */
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    /** Timers done in one tick; the next goes on. */
    private static final int MOST = 500;

    private static final String SET = """
            INSERT INTO timer (kind, id, step, basis, due_at) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (kind, id, step, basis) DO NOTHING""";
    private static final String NEXT = """
            SELECT kind, id, step, basis, due_at FROM timer
            WHERE done_at IS NULL AND coalesce(retry_at, due_at) <= ? AND kind = ANY (?)
            ORDER BY coalesce(retry_at, due_at) LIMIT 1 FOR UPDATE SKIP LOCKED""";
    private static final String DONE =
            "UPDATE timer SET done_at = ? WHERE kind = ? AND id = ? AND step = ? AND basis = ?";
    private static final String RETRY =
            "UPDATE timer SET retry_at = ? WHERE kind = ? AND id = ? AND step = ? AND basis = ? AND done_at IS NULL";

    private static final String RETRY_NOW = "UPDATE timer SET retry_at = NULL WHERE done_at IS NULL AND retry_at > ?";

    private final Map<String, TimerHandler> handlers;
    private final EntityManager entities;
    private final DatabaseProbe database;
    private final Clock clock;
    private volatile OffsetDateTime lookedAt = OffsetDateTime.MAX;

    Timers(@All List<TimerHandler> handlers, EntityManager entities, DatabaseProbe database, Clock clock) {
        this.handlers =
                handlers.stream().collect(Collectors.toUnmodifiableMap(TimerHandler::kind, Function.identity()));
        this.entities = entities;
        this.database = database;
        this.clock = clock;
    }

    /** Sets a timer in the transaction under way; one that is there already stays as it is, done or not. */
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

    /** Does what is due. */
    @Scheduled(
            every = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            // Not before the clocks are set.
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void tick() {
        if (!bringForward()) {
            return;
        }
        for (int done = 0; done < MOST && database.answers(); done++) {
            Timer[] taken = new Timer[1];
            try {
                boolean more = QuarkusTransaction.requiringNew().call(() -> doNext(taken));
                if (!more) {
                    return;
                }
            } catch (RuntimeException | AssertionError e) {
                // The database driver asserts that no connection is closed under it; an outage closes them.
                boolean outage = Outage.isTransient(e) && !Outage.isTimeout(e);
                if (taken[0] == null || outage || e instanceof AssertionError) {
                    LOG.warnf("Timers wait: %s", e.toString());
                    return;
                }
                LOG.errorf(e, "A timer is tried again: %s", taken[0]);
                QuarkusTransaction.requiringNew()
                        .run(() -> retry(taken[0], OffsetDateTime.now(clock).plus(AFTER_FAILURE)));
            }
        }
    }

    /** When the clock has been set back, what was to be tried again soon would be tried in years. */
    private boolean bringForward() {
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (now.isBefore(lookedAt)) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> run(connection -> {
                            try (PreparedStatement statement = connection.prepareStatement(RETRY_NOW)) {
                                statement.setObject(1, now);
                                return statement.executeUpdate();
                            }
                        }));
            } catch (RuntimeException | AssertionError e) {
                LOG.warnf("Timers wait: %s", e.toString());
                return false;
            }
        }
        lookedAt = now;
        return true;
    }

    private boolean doNext(Timer[] taken) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Optional<Timer> next = run(connection -> next(connection, now));
        next.ifPresent(timer -> {
            taken[0] = timer;
            handlers.get(timer.kind()).due(timer).ifPresentOrElse(later -> retry(timer, later), () -> done(timer, now));
        });
        return next.isPresent();
    }

    private Optional<Timer> next(Connection connection, OffsetDateTime now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(NEXT)) {
            statement.setObject(1, now);
            statement.setArray(
                    2, connection.createArrayOf("text", handlers.keySet().toArray()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Timer(
                                row.getString(1),
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, OffsetDateTime.class)
                                        .atZoneSameInstant(VietnamTime.ZONE)
                                        .toOffsetDateTime()))
                        : Optional.empty();
            }
        }
    }

    private void done(Timer timer, OffsetDateTime now) {
        update(DONE, timer, now);
    }

    private void retry(Timer timer, OffsetDateTime later) {
        update(RETRY, timer, later);
    }

    private void update(String sql, Timer timer, OffsetDateTime time) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, time);
                statement.setString(2, timer.kind());
                statement.setObject(3, timer.id());
                statement.setString(4, timer.step());
                statement.setString(5, timer.basis());
                return statement.executeUpdate();
            }
        });
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
