package vn.cchc.platform.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
            INSERT INTO heard (kind, id, epoch, sequence, type, occurred_at, recorded_at, heard_at, authority_id, state)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb) ON CONFLICT DO NOTHING""";

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
                    row.addBatch();
                }
                return row.executeBatch();
            }
        });
    }

    private <T> T run(ReturningWork<T> work) {
        return entities.unwrap(Session.class).doReturningWork(work);
    }
}
