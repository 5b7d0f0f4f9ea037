package vn.cchc.platform.event;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
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
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.Session;
import org.jboss.logging.Logger;
import vn.cchc.platform.database.Connections;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.time.SystemClock;
import vn.cchc.platform.time.VietnamTime;

/**
 * Begins the epoch that an operator has ordered. Runs on the thread of the active relay, since a large loss takes
 * longer than a request may. First the {@link LossHandler}s process the lost changes in batches, one transaction each;
 * until the epoch begins nothing else is recorded, and repeated batches have no effect. Then the epoch begins in one
 * transaction.
 */
@ApplicationScoped
class EpochRaising {

    private static final Logger LOG = Logger.getLogger(EpochRaising.class);

    /** Batch size, in aggregates. */
    static final int TOGETHER = 500;

    static final int LONGEST_ERROR = 500;

    /** Retry interval after a failure. */
    private static final long AFTER_FAILURE_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final String ORDER = """
            SELECT epoch, marked_day, void_after, coalesce(told_epoch, epoch), coalesce(told_position, 0), ordered_by,
                   ordered_by_name, order_reason
            FROM time_line WHERE ordered_at IS NOT NULL AND lost_since IS NOT NULL AND collected""";
    private static final String FAILED = "UPDATE time_line SET order_error = ?";
    private static final String LAST_OF_EACH = """
            SELECT DISTINCT ON (kind, id) kind, id, authority_id, type, occurred_at, state FROM lost_change
            WHERE raised_by IS NULL AND (kind, id) > (?, ?) ORDER BY kind, id, epoch DESC, sequence DESC LIMIT ?""";
    private static final String OPEN = """
            UPDATE time_line SET epoch = ?, lost_since = NULL, void_after = NULL, collected = false, told_epoch = NULL,
                                 told_position = NULL, ordered_at = NULL, ordered_by = NULL, ordered_by_name = NULL,
                                 order_reason = NULL, order_error = NULL""";
    private static final String SETTLE = "UPDATE lost_change SET raised_by = ? WHERE raised_by IS NULL";
    private static final String REMEMBER = """
            INSERT INTO epoch (epoch, void_after, changes, aggregates, raised_at, raised_by, reason)
            SELECT ?, ?, coalesce(sum(changes), 0), count(*), ?, ?, ?
            FROM (SELECT count(*) AS changes FROM lost_change WHERE raised_by IS NULL GROUP BY kind, id) a""";

    /** Waits for open writers, then excludes new ones. */
    private static final String LOCK_OUT =
            "SELECT pg_advisory_xact_lock(1668441443, day) FROM generate_series(0, 15) AS day";

    /** A replica that freezes in this transaction blocks the others for at most this time. */
    private static final String BOUND_IDLENESS = "SET idle_in_transaction_session_timeout = '60s'";

    private static final String LAST_POSITION = "SELECT coalesce(max(position), 0) FROM journal";
    private static final String SENT_TO =
            "SELECT coalesce(min(position) - 1, 9223372036854775807) FROM journal_outbox WHERE last_error IS NULL";
    private static final String GO_ON_BEHIND = """
            SELECT setval(pg_get_serial_sequence('journal', 'position'),
                          greatest((SELECT coalesce(max(position), 1) FROM journal), ?))""";
    private static final String BEGIN_EPOCH = """
            WITH begun AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, actor,
                                     actor_name, reason)
                VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?::json, ?, ?, ?) RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM begun""";

    /**
     * Moves all changes after the first void position behind the start of the epoch, as changes of the new epoch,
     * whether sent before or not. Epoch starts still to be sent keep their position.
     */
    private static final String TELL_ANEW = """
            WITH old AS (DELETE FROM journal WHERE position > ? AND position <= ? AND kind <> 'epoch' RETURNING *),
                 unsent AS (DELETE FROM journal_outbox WHERE position IN (SELECT position FROM old)),
                 moved AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail,
                                     actor, actor_name, reason, reconstructed, traceparent)
                SELECT kind, id, ?, row_number() OVER (PARTITION BY kind, id ORDER BY position), type, occurred_at, recorded_at,
                       authority_id, state, detail, actor, actor_name, reason, reconstructed, traceparent
                FROM old ORDER BY position
                RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM moved""";

    private final EntityManager entities;
    private final List<LossHandler> handlers;
    private final Connections connections;
    private final Clock clock;
    private final Clock systemClock;
    private final String service;
    private final UUID id;
    private long tryAt = System.nanoTime();

    EpochRaising(
            EntityManager entities,
            @All List<LossHandler> handlers,
            Connections connections,
            Clock clock,
            @SystemClock Clock systemClock,
            @ConfigProperty(name = "cchc.service") String service) {
        this.entities = entities;
        this.handlers = handlers;
        this.connections = connections;
        this.clock = clock;
        this.systemClock = systemClock;
        this.service = service;
        this.id = UuidCreator.getNameBasedSha1(UuidCreator.NAMESPACE_URL.getValue(), "/" + service + "/epoch");
    }

    /**
     * The order, and the state of the timeline.
     *
     * @param toldEpoch the highest epoch found in the topics
     * @param toldPosition the highest position found in the topics
     */
    private record Order(
            int epoch,
            LocalDate markedDay,
            long voidAfter,
            int toldEpoch,
            long toldPosition,
            String by,
            String byName,
            String reason) {

        /** Number of the epoch to begin. */
        int next() {
            return Math.max(epoch, toldEpoch) + 1;
        }
    }

    /**
     * Carries out the order, if there is one and the lost changes have been read.
     *
     * @param connection of the relay
     * @return whether an epoch has begun
     * @throws LeaseLost when another replica has taken over
     */
    boolean workOff(Connection connection, Lease lease) throws SQLException {
        Optional<Order> order = order(connection, "");
        if (order.isEmpty() || System.nanoTime() - tryAt < 0) {
            return false;
        }
        try {
            handOver(order.get().next(), connection, lease);
            return begin(lease);
        } catch (LeaseLost e) {
            throw e;
        } catch (SQLException | RuntimeException e) {
            tryAt = System.nanoTime() + AFTER_FAILURE_NANOS;
            LOG.errorf(e, "The epoch ordered for %s cannot start", service);
            if (!Outage.isTransient(e)) {
                String error = e.toString();
                Sql.update(connection, FAILED, error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
            }
            return false;
        }
    }

    private void handOver(int epoch, Connection connection, Lease lease) throws SQLException {
        String kind = "";
        UUID last = new UUID(0, 0);
        List<LostChange> part;
        do {
            String behindKind = kind;
            UUID behind = last;
            part = QuarkusTransaction.requiringNew().call(() -> {
                List<LostChange> lost = entities.unwrap(Session.class)
                        .doReturningWork(each -> lastOfEach(each, epoch, behindKind, behind));
                handlers.forEach(handler -> handler.lost(lost));
                entities.flush();
                return lost;
            });
            lease.keep(connection);
            if (!part.isEmpty()) {
                kind = part.get(part.size() - 1).kind();
                last = part.get(part.size() - 1).id();
            }
        } while (part.size() == TOGETHER);
    }

    private boolean begin(Lease lease) throws SQLException {
        try (Connection connection = connections.openWithoutBound("raise")) {
            Sql.execute(connection, BOUND_IDLENESS);
            connection.setAutoCommit(false);
            Sql.execute(connection, LOCK_OUT);
            Optional<Order> order = order(connection, " FOR UPDATE");
            // The handlers have processed what this replica read from the topics; it must still hold the lease.
            if (!lease.isHeld(connection)) {
                throw new LeaseLost(lease.name());
            }
            if (order.isEmpty()) {
                return false;
            }
            begin(connection, order.get());
            connection.commit();
            ETags.inEpoch(order.get().next());
            LOG.warnf("Epoch %d of %s has begun", order.get().next(), service);
            return true;
        }
    }

    private void begin(Connection connection, Order order) throws SQLException {
        int epoch = order.next();
        long last = Sql.number(connection, LAST_POSITION);
        long voidAfter = Math.min(order.voidAfter(), Sql.number(connection, SENT_TO));
        Sql.update(
                connection,
                REMEMBER,
                epoch,
                voidAfter,
                OffsetDateTime.now(systemClock),
                order.byName(),
                order.reason());
        Sql.update(connection, OPEN, epoch);
        Sql.update(connection, SETTLE, epoch);
        try (PreparedStatement statement = connection.prepareStatement(GO_ON_BEHIND)) {
            statement.setLong(1, order.toldPosition());
            statement.execute();
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<UUID> withheld = DayMarks.withheldBy(connection, service);
        // Epochs known only from the lost timeline have begun too: a consumer must have seen every epoch before the new
        // one.
        for (int each = order.epoch() + 1; each <= epoch; each++) {
            Sql.update(
                    connection,
                    BEGIN_EPOCH,
                    EpochRaised.KIND,
                    id,
                    each,
                    EpochRaised.TYPE,
                    now,
                    now,
                    Change.NO_AUTHORITY,
                    EventJson.write(new EpochRaised(
                            service, each, voidAfter, Optional.ofNullable(order.markedDay()), Optional.of(withheld))),
                    order.by(),
                    order.byName(),
                    order.reason());
        }
        Sql.update(connection, TELL_ANEW, voidAfter, last, epoch);
    }

    private static Optional<Order> order(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ORDER + lock);
                ResultSet row = statement.executeQuery()) {
            return row.next()
                    ? Optional.of(new Order(
                            row.getInt(1),
                            row.getObject(2, LocalDate.class),
                            row.getLong(3),
                            row.getInt(4),
                            row.getLong(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8)))
                    : Optional.empty();
        }
    }

    private static List<LostChange> lastOfEach(Connection connection, int epoch, String kind, UUID id)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST_OF_EACH)) {
            statement.setString(1, kind);
            statement.setObject(2, id);
            statement.setInt(3, TOGETHER);
            List<LostChange> lost = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    lost.add(new LostChange(
                            row.getString(1),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getString(4),
                            VietnamTime.local(row.getObject(5, OffsetDateTime.class)),
                            EventJson.tree(row.getString(6)),
                            epoch));
                }
            }
            return lost;
        }
    }
}
