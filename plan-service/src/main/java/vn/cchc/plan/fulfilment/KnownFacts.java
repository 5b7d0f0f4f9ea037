package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.event.IncomingEvent;

/** Facts from other services that arrived before a plan was issued. */
@ApplicationScoped
class KnownFacts {

    private static final String MOVED = """
            SELECT DISTINCT id FROM heard WHERE authority_id = ? AND kind = ? AND occurred_at >= ? AND id > ?
            ORDER BY id LIMIT ?""";

    private static final String LAST = """
            SELECT last.id, last.epoch, last.sequence, last.position, last.type, last.occurred_at, last.recorded_at, last.authority_id,
                   last.state
            FROM unnest(?::uuid[]) AS moved (id)
            CROSS JOIN LATERAL (SELECT * FROM heard h WHERE h.kind = ? AND h.id = moved.id
                                ORDER BY h.epoch DESC, h.sequence DESC LIMIT 1) last
            WHERE last.authority_id = ?
            ORDER BY last.id""";

    private static final UUID FIRST = new UUID(0, 0);

    private final EntityManager entities;
    private final PlainQueries queries;

    KnownFacts(EntityManager entities, PlainQueries queries) {
        this.entities = entities;
        this.queries = queries;
    }

    /**
     * The latest event of each aggregate of the authority that changed since the given time, in the order of their ids and in batches:
     * of feedback there may be tens of thousands.
     */
    void last(String kind, UUID authorityId, OffsetDateTime movedSince, Consumer<List<IncomingEvent>> batch) {
        entities.flush();
        UUID after = FIRST;
        for (List<UUID> moved = moved(kind, authorityId, movedSince, after);
                !moved.isEmpty();
                moved = moved(kind, authorityId, movedSince, after)) {
            batch.accept(queries.list(
                    LAST, List.of(moved.toArray(UUID[]::new), kind, authorityId), row -> IncomingEvent.of(kind, row)));
            after = moved.get(moved.size() - 1);
        }
    }

    private List<UUID> moved(String kind, UUID authorityId, OffsetDateTime since, UUID after) {
        return queries.list(
                MOVED, List.of(authorityId, kind, since, after, Batches.SIZE), row -> row.getObject(1, UUID.class));
    }
}
