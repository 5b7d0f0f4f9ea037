package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import vn.cchc.platform.tracing.Tracing;

/** The table of consumed events ({@code heard}). */
@ApplicationScoped
class HeardEvents {

    private static final String HEADS = """
            SELECT k.id, h.epoch, h.sequence, h.authority_id
            FROM unnest(?::uuid[]) AS k (id)
            CROSS JOIN LATERAL (SELECT epoch, sequence, authority_id FROM heard
                                WHERE heard.kind = ? AND heard.id = k.id
                                ORDER BY epoch DESC, sequence DESC LIMIT 1) h""";
    private static final String SKIPPED =
            "SELECT id, epoch, sequence FROM heard_without WHERE kind = ? AND id = ANY (?)";
    private static final String SKIP =
            "INSERT INTO heard_without (kind, id, epoch, sequence) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String INSERT = """
            INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state,
                               position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING""";
    private static final String EPOCHS =
            "SELECT topic, epoch, void_after, begun FROM heard_epoch WHERE topic = ? ORDER BY epoch";
    private static final String INSERT_EPOCH =
            "INSERT INTO heard_epoch (topic, epoch, void_after, heard_at, begun) VALUES (?, ?, ?, ?, false)";
    private static final String NOT_BEGUN = """
            SELECT topic, epoch, void_after, begun FROM heard_epoch
            WHERE NOT begun AND topic = ANY (?) ORDER BY topic, epoch LIMIT 1""";
    private static final String BEGUN = "UPDATE heard_epoch SET begun = true WHERE topic = ? AND epoch = ?";

    /** All void events of a batch of aggregates, with the last one of each. */
    private static final String VOID = """
            WITH part AS (
                SELECT id FROM heard WHERE kind = ? AND position > greatest(?, 0) AND epoch < ? ORDER BY position LIMIT ?),
            removed AS (
                DELETE FROM heard WHERE kind = ? AND id IN (SELECT id FROM part) AND position > greatest(?, 0) AND epoch < ?
                RETURNING *),
            moved AS (
                INSERT INTO heard_void (kind, id, epoch, sequence, position, type, occurred_at, recorded_at, heard_at,
                                        authority_id, state, void_since)
                SELECT kind, id, epoch, sequence, position, type, occurred_at, recorded_at, heard_at, authority_id, state, ?
                FROM removed ON CONFLICT DO NOTHING)
            SELECT DISTINCT ON (id) id, epoch, sequence, position, type, occurred_at, recorded_at, authority_id, state
            FROM removed ORDER BY id, epoch DESC, sequence DESC""";

    private static final String LAST = """
            SELECT k.id, h.* FROM unnest(?::uuid[]) AS k (id)
            CROSS JOIN LATERAL (SELECT epoch, sequence, position, type, occurred_at, recorded_at, authority_id, state
                                FROM heard WHERE heard.kind = ? AND heard.id = k.id
                                ORDER BY epoch DESC, sequence DESC LIMIT 1) h""";

    private static final String LOCK_SHARED = "SELECT pg_advisory_xact_lock_shared(1668441444, 0)";
    private static final String LOCK_EXCLUSIVE = "SELECT pg_advisory_xact_lock(1668441444, 0)";

    private final EntityManager entities;
    private final Tracing tracing;

    HeardEvents(EntityManager entities, Tracing tracing) {
        this.entities = entities;
        this.tracing = tracing;
    }

    /** Identity of an event. */
    record Place(UUID id, int epoch, long sequence) {}

    /** The last event processed of an aggregate. */
    record Head(int epoch, long sequence, UUID authorityId) {}

    /**
     * Shared lock: listeners run concurrently; an operator's settlement of a dead letter waits for open transactions.
     */
    void lockShared() {
        run(connection -> Sql.execute(connection, LOCK_SHARED));
    }

    /**
     * Exclusive lock until the transaction ends: an event that waits for the one being settled must be visible to the
     * settlement, and vice versa.
     */
    void lockExclusive() {
        run(connection -> Sql.execute(connection, LOCK_EXCLUSIVE));
    }

    /** The heads of those aggregates already consumed. */
    Map<UUID, Head> heads(String kind, Collection<UUID> ids) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
                statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
                statement.setString(2, kind);
                Map<UUID, Head> heads = new HashMap<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        heads.put(
                                row.getObject(1, UUID.class),
                                new Head(row.getInt(2), row.getLong(3), row.getObject(4, UUID.class)));
                    }
                }
                return heads;
            }
        });
    }

    /** Events of those aggregates that an operator has skipped. */
    Set<Place> skipped(String kind, Collection<UUID> ids) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SKIPPED)) {
                statement.setString(1, kind);
                statement.setArray(2, connection.createArrayOf("uuid", ids.toArray()));
                Set<Place> places = new HashSet<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        places.add(new Place(row.getObject(1, UUID.class), row.getInt(2), row.getLong(3)));
                    }
                }
                return places;
            }
        });
    }

    /** Records sequences as skipped: the events after them take effect although these never will. */
    void skip(String kind, UUID id, int epoch, long fromSequence, long toSequence) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(SKIP)) {
                for (long sequence = fromSequence; sequence <= toSequence; sequence++) {
                    statement.setString(1, kind);
                    statement.setObject(2, id);
                    statement.setInt(3, epoch);
                    statement.setLong(4, sequence);
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }

    void insert(List<IncomingEvent> events, OffsetDateTime now) {
        if (events.isEmpty()) {
            return;
        }
        tracing.insert("heard", () -> run(connection -> insert(connection, events, now)));
    }

    private static int[] insert(Connection connection, List<IncomingEvent> events, OffsetDateTime now)
            throws SQLException {
        try (PreparedStatement row = connection.prepareStatement(INSERT)) {
            for (IncomingEvent event : events) {
                row.setString(1, event.kind());
                row.setObject(2, event.aggregateId());
                row.setInt(3, event.epoch());
                row.setLong(4, event.sequence());
                row.setString(5, event.type());
                row.setObject(6, event.occurredAt());
                row.setObject(7, event.recordedAt());
                row.setObject(8, now);
                row.setObject(9, event.authorityId());
                row.setString(10, new String(event.data(), StandardCharsets.UTF_8));
                row.setLong(11, event.position());
                row.addBatch();
            }
            return row.executeBatch();
        }
    }

    /**
     * A published epoch.
     *
     * @param voidAfter the position after which events of older epochs are void
     * @param begun whether all void events have been withdrawn
     */
    record Epoch(String topic, int epoch, long voidAfter, boolean begun) {

        static Epoch of(ResultSet row) throws SQLException {
            return new Epoch(
                    row.getString("topic"), row.getInt("epoch"), row.getLong("void_after"), row.getBoolean("begun"));
        }
    }

    /** The epochs of a topic after the first, in order. */
    List<Epoch> epochs(String topic) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EPOCHS)) {
                statement.setString(1, topic);
                List<Epoch> epochs = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        epochs.add(Epoch.of(row));
                    }
                }
                return epochs;
            }
        });
    }

    /** Stores an epoch that has not begun. */
    void insert(Epoch epoch, OffsetDateTime now) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(INSERT_EPOCH)) {
                statement.setString(1, epoch.topic());
                statement.setInt(2, epoch.epoch());
                statement.setLong(3, epoch.voidAfter());
                statement.setObject(4, now);
                return statement.executeUpdate();
            }
        });
    }

    /** The first of the epochs of these topics that have not begun. */
    Optional<Epoch> notBegun(Collection<String> topics) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NOT_BEGUN)) {
                statement.setArray(1, connection.createArrayOf("text", topics.toArray()));
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? Optional.of(Epoch.of(row)) : Optional.empty();
                }
            }
        });
    }

    void begun(Epoch epoch) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(BEGUN)) {
                statement.setString(1, epoch.topic());
                statement.setInt(2, epoch.epoch());
                return statement.executeUpdate();
            }
        });
    }

    /**
     * Moves void events out of {@code heard}, for a batch of aggregates with all void events of each.
     *
     * @param atMost limit of events by which the batch is chosen
     * @return empty when none is left
     */
    List<Voided> withdraw(Epoch epoch, int atMost) {
        String kind = Envelope.kind(epoch.topic());
        return run(connection -> {
            Map<UUID, IncomingEvent> lost = new LinkedHashMap<>();
            try (PreparedStatement statement = connection.prepareStatement(VOID)) {
                statement.setString(1, kind);
                statement.setLong(2, epoch.voidAfter());
                statement.setInt(3, epoch.epoch());
                statement.setInt(4, atMost);
                statement.setString(5, kind);
                statement.setLong(6, epoch.voidAfter());
                statement.setInt(7, epoch.epoch());
                statement.setInt(8, epoch.epoch());
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        IncomingEvent event = IncomingEvent.of(kind, row);
                        lost.put(event.aggregateId(), event);
                    }
                }
            }
            Map<UUID, IncomingEvent> last = last(connection, kind, lost.keySet());
            return lost.values().stream()
                    .map(event -> new Voided(event, Optional.ofNullable(last.get(event.aggregateId())), epoch.epoch()))
                    .toList();
        });
    }

    private static Map<UUID, IncomingEvent> last(Connection connection, String kind, Set<UUID> ids)
            throws SQLException {
        Map<UUID, IncomingEvent> last = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            statement.setString(2, kind);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    IncomingEvent event = IncomingEvent.of(kind, row);
                    last.put(event.aggregateId(), event);
                }
            }
        }
        return last;
    }

    /** Flushes the handlers' changes, so that constraint violations surface here. */
    void flush() {
        entities.flush();
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
