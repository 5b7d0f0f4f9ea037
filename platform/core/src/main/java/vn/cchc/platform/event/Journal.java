package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.hibernate.Session;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.platform.tracing.Traceparent;
import vn.cchc.platform.tracing.Tracing;

/**
 * The change history of what this service owns, and its outbox: a change and its outbox row are written in the business
 * transaction, atomically with it.
 */
@ApplicationScoped
public class Journal {

    private static final String INSERT = """
            WITH written AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state, detail,
                                     actor, actor_name, reason, traceparent)
                SELECT c.kind, c.id, c.epoch,
                       coalesce((SELECT max(j.sequence) FROM journal j
                                 WHERE j.kind = c.kind AND j.id = c.id AND j.epoch = c.epoch), 0) + 1,
                       ?, ?, ?, ?, ?::json, ?::jsonb, ?, ?, ?, ?
                FROM (SELECT ?::text AS kind, ?::uuid AS id, open_time_line(?::date) AS epoch OFFSET 0) c
                WHERE c.epoch = ?
                RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM written""";

    private static final String CHANGES = """
            SELECT position, id, epoch, sequence, type, occurred_at, recorded_at, state,
                   (SELECT b.state FROM journal b
                    WHERE b.kind = j.kind AND b.id = j.id AND (b.epoch, b.sequence) < (j.epoch, j.sequence)
                    ORDER BY b.epoch DESC, b.sequence DESC LIMIT 1),
                   detail, actor, actor_name, reason, reconstructed
            FROM journal j
            WHERE kind = ? AND id = ? AND (epoch, sequence) > (?, ?)
            ORDER BY epoch, sequence LIMIT ?""";

    private static final String MARKED_DAY = "SELECT marked_day FROM time_line";
    private static final String OPEN = "SELECT open_time_line(?::date)";
    private static final String SERIALIZATION_FAILURE = "40001";

    private final EntityManager entities;
    private final TransactionSynchronizationRegistry transaction;
    private final OutboxRelay relay;
    private final Tracing tracing;
    private final Clock clock;

    Journal(
            EntityManager entities,
            TransactionSynchronizationRegistry transaction,
            OutboxRelay relay,
            Tracing tracing,
            Clock clock) {
        this.entities = entities;
        this.transaction = transaction;
        this.relay = relay;
        this.tracing = tracing;
        this.clock = clock;
    }

    /** Appends one change; see {@link #appendAll}. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Supplier<Change> change) {
        appendAll(() -> List.of(change.get()));
    }

    /**
     * Flushes pending changes, so that versions are final, then calls the supplier and writes the changes in that
     * order. Fails with a serialization failure when the business day of one has been marked as complete meanwhile, or
     * another replica has raised the epoch: a retry then belongs to another day or epoch.
     *
     * @throws jakarta.transaction.TransactionalException when there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(Supplier<List<Change>> changes) {
        entities.flush();
        List<Change> made = changes.get();
        if (made.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        tracing.insert(
                "journal", () -> entities.unwrap(Session.class).doWork(connection -> insert(connection, made, now)));
        transaction.registerInterposedSynchronization(new WakeRelay());
    }

    /**
     * For writes that are not journaled: refuses as {@link #append} does, while the journal lacks published events (a
     * better backup may still replace this database) and when another replica has raised the epoch.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireOpen() {
        entities.unwrap(Session.class).doWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
                statement.setObject(1, VietnamTime.dayOf(OffsetDateTime.now(clock)));
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    requireKnown(row.getInt(1) == ETags.epoch());
                }
            }
        });
    }

    /**
     * The changes of an aggregate after a sequence, oldest first.
     *
     * @param epoch with {@code sequence} the position; -1 for the beginning
     */
    public List<Recorded> changes(String kind, UUID id, int epoch, long sequence, int atMost) {
        return entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(CHANGES)) {
                statement.setString(1, kind);
                statement.setObject(2, id);
                statement.setInt(3, epoch);
                statement.setLong(4, sequence);
                statement.setInt(5, atMost);
                List<Recorded> changes = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        changes.add(recorded(row));
                    }
                }
                return changes;
            }
        });
    }

    /**
     * A page of the changes of an aggregate, oldest first. Access is checked by the caller of this method.
     *
     * @param limit the parameter {@code limit}, or null
     * @param cursor the parameter {@code cursor}, or null
     */
    public <T> Page<T> page(String kind, UUID id, Integer limit, String cursor, Function<Recorded, T> view) {
        return page(kind, id, limit, cursor, -1, 1, change -> true, view);
    }

    /**
     * The same restricted to a range, for callers who may see no more.
     *
     * @param first the first visible change
     * @param last the last visible change
     */
    public <T> Page<T> page(
            String kind,
            UUID id,
            Integer limit,
            String cursor,
            Recorded first,
            Recorded last,
            Function<Recorded, T> view) {
        return page(
                kind,
                id,
                limit,
                cursor,
                first.epoch(),
                first.sequence(),
                change -> change.position() <= last.position(),
                view);
    }

    private <T> Page<T> page(
            String kind,
            UUID id,
            Integer limit,
            String cursor,
            int firstEpoch,
            long firstSequence,
            Predicate<Recorded> isSeen,
            Function<Recorded, T> view) {
        return Page.read(
                        limit,
                        cursor,
                        "changes " + kind + id + " " + firstEpoch + " " + firstSequence,
                        (after, atMost) -> changes(
                                        kind,
                                        id,
                                        after.map(last -> last.number(0)).orElse(firstEpoch),
                                        after.map(last -> (long) last.number(1)).orElse(firstSequence - 1),
                                        atMost)
                                .stream()
                                .takeWhile(isSeen)
                                .toList(),
                        change -> List.of(change.epoch(), change.sequence()))
                .map(view);
    }

    /** All changes of an aggregate, oldest first: for aggregates with few, such as the steps of one case. */
    public List<Recorded> changes(String kind, UUID id) {
        return changes(kind, id, -1, 0, Integer.MAX_VALUE);
    }

    /**
     * The earliest business time at which a change may still be recorded: the end of the last marked day; empty while
     * none is marked. A change that results from an earlier event is recorded at this time.
     */
    public Optional<OffsetDateTime> openSince() {
        LocalDate marked = entities.unwrap(Session.class).doReturningWork(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(MARKED_DAY);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getObject(1, LocalDate.class) : null;
            }
        });
        return Optional.ofNullable(marked).map(day -> VietnamTime.startOf(day.plusDays(1)));
    }

    private static void insert(Connection connection, List<Change> changes, OffsetDateTime now) throws SQLException {
        String traceparent = Traceparent.current().orElse(null);
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Change change : changes) {
                OffsetDateTime occurredAt = change.occurredAt().truncatedTo(ChronoUnit.MICROS);
                statement.setString(1, change.type());
                statement.setObject(2, occurredAt);
                // The publisher's clock may be slightly ahead of ours.
                statement.setObject(3, change.heard() && occurredAt.isBefore(now) ? now : occurredAt);
                statement.setObject(4, change.authorityId());
                statement.setString(5, EventJson.write(change.state()));
                statement.setString(6, change.detail() == null ? null : EventJson.write(change.detail()));
                statement.setString(7, change.by().subject());
                statement.setString(8, change.by().name());
                statement.setString(9, change.reason());
                statement.setString(10, traceparent);
                statement.setString(11, change.kind());
                statement.setObject(12, change.id());
                statement.setObject(13, VietnamTime.dayOf(occurredAt));
                statement.setInt(14, ETags.epoch());
                statement.addBatch();
            }
            for (int written : statement.executeBatch()) {
                requireKnown(written > 0);
            }
        }
    }

    private static void requireKnown(boolean isInEpochOfTags) throws SQLException {
        if (!isInEpochOfTags) {
            throw new SQLException("Another epoch has begun meanwhile", SERIALIZATION_FAILURE);
        }
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong(1),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getLong(4),
                row.getString(5),
                VietnamTime.local(row.getObject(6, OffsetDateTime.class)),
                VietnamTime.local(row.getObject(7, OffsetDateTime.class)),
                EventJson.tree(row.getString(8)),
                Optional.ofNullable(row.getString(9)).map(EventJson::tree),
                Optional.ofNullable(row.getString(10)).map(EventJson::tree),
                new Actor(row.getString(11), row.getString(12)),
                Optional.ofNullable(row.getString(13)),
                row.getBoolean(14));
    }

    private final class WakeRelay implements Synchronization {

        @Override
        public void beforeCompletion() {}

        @Override
        public void afterCompletion(int status) {
            if (status == Status.STATUS_COMMITTED) {
                relay.wake();
            }
        }
    }
}
