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

/** The table of what other services told. */
@ApplicationScoped
class HeardEvents {

    private static final String HEADS = """
            SELECT k.id, h.epoch, h.sequence, h.authority_id
            FROM unnest(?::uuid[]) AS k (id)
            CROSS JOIN LATERAL (SELECT epoch, sequence, authority_id FROM heard
                                WHERE heard.kind = ? AND heard.id = k.id
                                ORDER BY epoch DESC, sequence DESC LIMIT 1) h""";
    private static final String WITHOUT =
            "SELECT id, epoch, sequence FROM heard_without WHERE kind = ? AND id = ANY (?)";
    private static final String DO_WITHOUT =
            "INSERT INTO heard_without (kind, id, epoch, sequence) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String KEEP = """
            INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state,
                               position)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?) ON CONFLICT DO NOTHING""";
    private static final String EPOCHS = "SELECT epoch, void_after FROM heard_epoch WHERE topic = ? ORDER BY epoch";
    private static final String KNOW_EPOCH =
            "INSERT INTO heard_epoch (topic, epoch, void_after, heard_at) VALUES (?, ?, ?, ?)";
    private static final String VOID = """
            WITH gone AS (DELETE FROM heard WHERE kind = ? AND position > ? AND epoch < ? RETURNING *)
            INSERT INTO heard_void (kind, id, epoch, sequence, position, type, occurred_at, recorded_at, heard_at,
                                    authority_id, state, void_since)
            SELECT kind, id, epoch, sequence, position, type, occurred_at, recorded_at, heard_at, authority_id, state, ?
            FROM gone ON CONFLICT DO NOTHING""";
    private static final String VOIDED = """
            SELECT DISTINCT ON (id) id, epoch, sequence, position, type, occurred_at, recorded_at, authority_id, state
            FROM heard_void WHERE kind = ? AND void_since = ? ORDER BY id, epoch DESC, sequence DESC""";
    private static final String LAST = """
            SELECT k.id, h.* FROM unnest(?::uuid[]) AS k (id)
            CROSS JOIN LATERAL (SELECT epoch, sequence, position, type, occurred_at, recorded_at, authority_id, state
                                FROM heard WHERE heard.kind = ? AND heard.id = k.id
                                ORDER BY epoch DESC, sequence DESC LIMIT 1) h""";

    private static final String SHARE = "SELECT pg_advisory_xact_lock_shared(1668441444, 0)";
    private static final String EXCLUDE = "SELECT pg_advisory_xact_lock(1668441444, 0)";

    private final EntityManager entities;

    HeardEvents(EntityManager entities) {
        this.entities = entities;
    }

    /** An event by its place. */
    record Place(UUID id, int epoch, long sequence) {}

    /** The last event that has been taken of an aggregate. */
    record Head(int epoch, long sequence, UUID authorityId) {}

    /** Lets listeners go on side by side, and an operator's settlement of a dead letter wait for the transactions under way. */
    void share() {
        run(connection -> execute(connection, SHARE));
    }

    /**
     * Keeps listeners from taking anything in until the transaction ends: an event that waits for the one that is being
     * settled, and that one, must see each other.
     */
    void exclude() {
        run(connection -> execute(connection, EXCLUDE));
    }

    private static boolean execute(Connection connection, String lock) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(lock)) {
            return statement.execute();
        }
    }

    /** The heads of those aggregates that have been heard of. */
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

    /** Events of those aggregates that an operator does without. */
    Set<Place> without(String kind, Collection<UUID> ids) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(WITHOUT)) {
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

    /** Lets the events behind these take effect although these never will. */
    void doWithout(String kind, UUID id, int epoch, long fromSequence, long toSequence) {
        run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(DO_WITHOUT)) {
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

    void keep(List<IncomingEvent> events, OffsetDateTime now) {
        if (events.isEmpty()) {
            return;
        }
        run(connection -> {
            try (PreparedStatement row = connection.prepareStatement(KEEP)) {
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
        });
    }

    /** An epoch that has been told of, and behind which position it makes events of older ones void. */
    record Epoch(int epoch, long voidAfter) {}

    /** The epochs of a topic behind the first, in their order. */
    List<Epoch> epochs(String topic) {
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(EPOCHS)) {
                statement.setString(1, topic);
                List<Epoch> epochs = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        epochs.add(new Epoch(row.getInt(1), row.getLong(2)));
                    }
                }
                return epochs;
            }
        });
    }

    /** Knows of an epoch, and moves what it makes void out of the way. */
    List<Voided> begin(String topic, Epoch epoch, OffsetDateTime now) {
        String kind = Envelope.kind(topic);
        return run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(KNOW_EPOCH)) {
                statement.setString(1, topic);
                statement.setInt(2, epoch.epoch());
                statement.setLong(3, epoch.voidAfter());
                statement.setObject(4, now);
                statement.executeUpdate();
            }
            execute(connection, "SET LOCAL statement_timeout = 0");
            try (PreparedStatement statement = connection.prepareStatement(VOID)) {
                statement.setString(1, kind);
                statement.setLong(2, epoch.voidAfter());
                statement.setInt(3, epoch.epoch());
                statement.setInt(4, epoch.epoch());
                statement.executeUpdate();
            }
            return voided(connection, kind, epoch.epoch());
        });
    }

    private static List<Voided> voided(Connection connection, String kind, int epoch) throws SQLException {
        Map<UUID, IncomingEvent> lost = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(VOIDED)) {
            statement.setString(1, kind);
            statement.setInt(2, epoch);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    IncomingEvent event = IncomingEvent.of(kind, row);
                    lost.put(event.aggregateId(), event);
                }
            }
        }
        Map<UUID, IncomingEvent> last = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setArray(1, connection.createArrayOf("uuid", lost.keySet().toArray()));
            statement.setString(2, kind);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    IncomingEvent event = IncomingEvent.of(kind, row);
                    last.put(event.aggregateId(), event);
                }
            }
        }
        return lost.values().stream()
                .map(event -> new Voided(event, Optional.ofNullable(last.get(event.aggregateId())), epoch))
                .toList();
    }

    /** Writes what handlers have changed, so that what fails fails here. */
    void flush() {
        entities.flush();
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
