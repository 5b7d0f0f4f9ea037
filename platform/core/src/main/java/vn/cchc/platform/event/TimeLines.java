package vn.cchc.platform.event;

import io.quarkus.runtime.StartupEvent;
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
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jboss.logging.Logger;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.database.DatabaseAtStart;
import vn.cchc.platform.database.DatabaseProbe;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.VietnamTime;

/** The timeline of this service: its epochs, what a restore has lost, and how it continues. */
@ApplicationScoped
class TimeLines {

    private static final String STATE = """
            SELECT epoch, marked_day, lost_since, void_after, collected, ordered_at, ordered_by_name, order_reason,
                   order_error
            FROM time_line""";
    private static final String LOSS = """
            SELECT coalesce(sum(changes), 0), count(*), min(first), max(last)
            FROM (SELECT count(*) AS changes, min(occurred_at) AS first, max(occurred_at) AS last FROM lost_change
                  WHERE raised_by IS NULL GROUP BY kind, id) a""";
    private static final String EPOCHS = """
            SELECT epoch, void_after, changes, aggregates, raised_at, raised_by, reason FROM epoch ORDER BY epoch DESC
            LIMIT\040""" + Bounds.LAST_SHOWN;
    private static final String LOST = """
            SELECT position, kind, id, authority_id, type, occurred_at, state FROM lost_change
            WHERE raised_by = ? AND position > ? ORDER BY position LIMIT ?""";
    private static final String LOST_AND_UNDECIDED = LOST.replace("raised_by = ?", "raised_by IS NULL");
    private static final String ORDER = """
            UPDATE time_line SET ordered_at = ?, ordered_by = ?, ordered_by_name = ?, order_reason = ?, order_error = NULL
            WHERE lost_since IS NOT NULL AND collected AND ordered_at IS NULL""";

    /** The relay then proceeds as for a loss it has detected itself. */
    private static final String ORDER_UNNOTICED = """
            UPDATE time_line SET ordered_at = ?, ordered_by = ?, ordered_by_name = ?, order_reason = ?, order_error = NULL,
                                 lost_since = clock_timestamp(), void_after = ?, told_epoch = ?, collected = false
            WHERE lost_since IS NULL""";

    private static final Logger LOG = Logger.getLogger(TimeLines.class);

    private final EntityManager entities;
    private final OutboxRelay relay;
    private final DatabaseProbe database;
    private final Clock systemClock;

    TimeLines(EntityManager entities, OutboxRelay relay, DatabaseProbe database, @SystemClock Clock systemClock) {
        this.entities = entities;
        this.relay = relay;
        this.database = database;
        this.systemClock = systemClock;
    }

    /** Sets the epoch of entity tags. */
    void start(@Observes StartupEvent started) {
        DatabaseAtStart.run(this::showEpoch);
    }

    /** Another replica may have raised the epoch. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void watch() {
        try {
            if (database.answers()) {
                showEpoch();
            }
        } catch (RuntimeException | AssertionError e) {
            // An outage, or the end of the service. The JDBC driver asserts that its connection is not closed
            // concurrently.
            LOG.warnf("The epoch could not be read: %s", e);
        }
    }

    @Transactional
    void showEpoch() {
        ETags.inEpoch(run(TimeLines::state).epoch());
    }

    private record State(
            int epoch,
            LocalDate markedDay,
            OffsetDateTime lostSince,
            long voidAfter,
            boolean collected,
            TimeLineView.Order order) {}

    private record Sum(long changes, long aggregates, OffsetDateTime from, OffsetDateTime to) {}

    TimeLineView view() {
        State state = run(TimeLines::state);
        Sum sum = run(TimeLines::sum);
        return new TimeLineView(
                state.epoch(),
                state.markedDay(),
                state.lostSince(),
                state.lostSince() == null || !state.collected()
                        ? null
                        : new TimeLineView.Loss(
                                state.voidAfter(), sum.changes(), sum.aggregates(), sum.from(), sum.to()),
                state.order(),
                run(TimeLines::epochs));
    }

    /**
     * A page of lost changes in the order in which they occurred.
     *
     * @param epoch the one that began without them; null, or 0, for those not decided on
     */
    Page<LostChangeView> lost(Integer epoch, Integer limit, String cursor) {
        int of = epoch == null ? 0 : epoch;
        return Page.read(
                limit,
                cursor,
                "losses " + of,
                (after, atMost) -> lost(
                        of, after.map(last -> Long.parseLong(last.string(0))).orElse(0L), atMost),
                change -> List.of(change.position()));
    }

    private List<LostChangeView> lost(int epoch, long after, int atMost) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(epoch == 0 ? LOST_AND_UNDECIDED : LOST)) {
                int parameter = 1;
                if (epoch > 0) {
                    statement.setInt(parameter++, epoch);
                }
                statement.setLong(parameter++, after);
                statement.setInt(parameter, atMost);
                List<LostChangeView> lost = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        lost.add(new LostChangeView(
                                row.getLong(1),
                                row.getString(2),
                                row.getObject(3, UUID.class),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                VietnamTime.local(row.getObject(6, OffsetDateTime.class)),
                                EventJson.tree(row.getString(7))));
                    }
                }
                return lost;
            }
        });
    }

    /**
     * Orders the next epoch, which continues without the lost changes. The active relay begins it.
     *
     * @param unnoticed the state of the timeline, where no loss was detected
     * @return the timeline with the order
     * @throws Problem 409 when nothing is lost, while the lost changes are still being read, or when an epoch is
     *     already ordered
     */
    @Transactional
    TimeLineView order(String reason, Optional<TimeLineResource.Unnoticed> unnoticed, Caller who) {
        OffsetDateTime now = OffsetDateTime.now(systemClock);
        boolean accepted = isOrdered(ORDER, now, who.subject(), who.name(), reason)
                || unnoticed
                        .filter(loss -> isOrdered(
                                ORDER_UNNOTICED,
                                now,
                                who.subject(),
                                who.name(),
                                reason,
                                loss.after(),
                                loss.knownEpoch() == null ? 1 : loss.knownEpoch()))
                        .isPresent();
        if (!accepted) {
            throw refusal(run(TimeLines::state));
        }
        relay.wake();
        return view();
    }

    private boolean isOrdered(String order, Object... parameters) {
        return run(connection -> Sql.update(connection, order, parameters)) > 0;
    }

    private static Problem refusal(State state) {
        if (state.lostSince() == null) {
            return Problem.conflict(
                    "nothing-lost",
                    BilingualText.of(
                            "Không có gì bị mất.",
                            "The journal has all that was sent: there is nothing to raise it for."));
        }
        return state.order() == null
                ? Problem.conflict(
                        "loss-not-known",
                        BilingualText.of(
                                "Đang đọc lại những gì bị mất từ các topic: hãy thử lại sau.",
                                "What is lost is still read from the topics: try again later."))
                : Problem.conflict(
                        "epoch-ordered",
                        BilingualText.of(
                                "Đã có lệnh bắt đầu kỷ nguyên mới: hãy theo dõi tại GET /time-line.",
                                "The next epoch is ordered already: GET /time-line shows its progress."));
    }

    private static State state(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(STATE);
                ResultSet row = statement.executeQuery()) {
            row.next();
            OffsetDateTime orderedAt = local(row, 6);
            return new State(
                    row.getInt(1),
                    row.getObject(2, LocalDate.class),
                    local(row, 3),
                    row.getLong(4),
                    row.getBoolean(5),
                    orderedAt == null
                            ? null
                            : new TimeLineView.Order(orderedAt, row.getString(7), row.getString(8), row.getString(9)));
        }
    }

    private static Sum sum(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LOSS);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Sum(row.getLong(1), row.getLong(2), local(row, 3), local(row, 4));
        }
    }

    private static OffsetDateTime local(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : VietnamTime.local(time);
    }

    private static List<TimeLineView.EpochView> epochs(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(EPOCHS);
                ResultSet row = statement.executeQuery()) {
            List<TimeLineView.EpochView> epochs = new ArrayList<>();
            while (row.next()) {
                epochs.add(new TimeLineView.EpochView(
                        row.getInt(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        local(row, 5),
                        row.getString(6),
                        row.getString(7)));
            }
            return epochs;
        }
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
