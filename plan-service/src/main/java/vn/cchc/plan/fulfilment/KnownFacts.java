package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import vn.cchc.platform.event.IncomingEvent;

/** What other services had told before a plan was issued. */
@ApplicationScoped
class KnownFacts {

    private static final String LAST = """
            SELECT last.id, last.epoch, last.sequence, last.position, last.type, last.occurred_at, last.recorded_at, last.authority_id,
                   last.state
            FROM (SELECT DISTINCT id FROM heard WHERE authority_id = ? AND kind = ? AND occurred_at >= ?) moved
            CROSS JOIN LATERAL (SELECT * FROM heard h WHERE h.kind = ? AND h.id = moved.id
                                ORDER BY h.epoch DESC, h.sequence DESC LIMIT 1) last
            WHERE last.authority_id = ?
            ORDER BY last.occurred_at, last.id""";

    private final EntityManager entities;

    KnownFacts(EntityManager entities) {
        this.entities = entities;
    }

    /** What is known last of each aggregate of an authority that moved since a day, in the order in which it happened. */
    List<IncomingEvent> last(String kind, UUID authorityId, OffsetDateTime movedSince) {
        entities.flush();
        return entities.unwrap(Session.class)
                .doReturningWork(connection -> last(connection, kind, authorityId, movedSince));
    }

    private static List<IncomingEvent> last(
            Connection connection, String kind, UUID authorityId, OffsetDateTime movedSince) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LAST)) {
            statement.setObject(1, authorityId);
            statement.setString(2, kind);
            statement.setObject(3, movedSince);
            statement.setString(4, kind);
            statement.setObject(5, authorityId);
            List<IncomingEvent> known = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    known.add(IncomingEvent.of(kind, row));
                }
            }
            return known;
        }
    }
}
