package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.event.IncomingEvent;

/** Facts from other services that arrived before a plan was issued. */
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
    private final PlainQueries queries;

    KnownFacts(EntityManager entities, PlainQueries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /**
     * The latest event of each aggregate of the authority that changed since the given time, in order of business time.
     */
    List<IncomingEvent> last(String kind, UUID authorityId, OffsetDateTime movedSince) {
        entities.flush();
        return queries.list(
                LAST, List.of(authorityId, kind, movedSince, kind, authorityId), row -> IncomingEvent.of(kind, row));
    }
}
