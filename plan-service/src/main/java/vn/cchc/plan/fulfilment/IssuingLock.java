package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.event.IncomingEvent;

/**
 * Serialises the issuing of a plan and the hearing of events of the same authority. Without it, an event that is heard while a plan
 * is being issued would be missed: the handler does not see the plan yet, the issuing does not see the event yet. Advisory locks, held
 * to the end of the transaction. Handlers share them, so they do not wait for one another. Authorities are spread over 64
 * locks: a batch of events of a whole nation takes 64, not one for each authority.
 */
@ApplicationScoped
public class IssuingLock {

    /** "plan" in ASCII; advisory locks are known by number alone. The second number is the authority's. */
    private static final String EXCLUSIVE = "SELECT 1 FROM pg_advisory_xact_lock(1886151022, hashtext(?::text) & 63)";

    /**
     * Of the authorities of the events, and of each that their aggregates have been of before: one from which a case is transferred
     * away has to forget it.
     */
    private static final String SHARED = """
            SELECT pg_advisory_xact_lock_shared(1886151022, slot)
            FROM (SELECT DISTINCT hashtext(authority_id::text) & 63 AS slot
                  FROM (SELECT authority_id FROM heard WHERE kind = ? AND id = ANY (?)
                        UNION ALL SELECT unnest(?::uuid[])) concerned
                  ORDER BY slot OFFSET 0) slots""";

    private final PlainQueries queries;

    IssuingLock(PlainQueries queries) {
        this.queries = queries;
    }

    /** Waits until no event of the authority is being handled, and keeps new ones waiting. */
    public void exclusive(UUID authorityId) {
        queries.list(EXCLUSIVE, List.of(authorityId), row -> 1);
    }

    /** Waits while an authority of these events issues a plan. */
    void shared(String kind, List<IncomingEvent> events) {
        UUID[] aggregates = distinct(events, IncomingEvent::aggregateId);
        UUID[] authorities = distinct(events, IncomingEvent::authorityId);
        queries.list(SHARED, List.of(kind, aggregates, authorities), row -> 1);
    }

    private static UUID[] distinct(List<IncomingEvent> events, Function<IncomingEvent, UUID> id) {
        return events.stream().map(id).distinct().toArray(UUID[]::new);
    }
}
