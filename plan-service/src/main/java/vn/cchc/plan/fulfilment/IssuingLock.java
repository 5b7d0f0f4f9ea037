package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.event.IncomingEvent;

/**
 * Serialises issuing a plan with the consumption of events of the same authority. Without it, an event consumed while a
 * plan is being issued would be missed: neither transaction sees the other's rows yet. Transaction-level advisory
 * locks; shared among handlers, so that these do not block one another. Authorities are hashed onto 64 locks, so that a
 * batch of events from the whole country takes at most 64.
 */
@ApplicationScoped
public class IssuingLock {

    /**
     * The first key is "plan" in ASCII, as advisory locks are identified by numbers; the second is a hash of the
     * authority.
     */
    private static final String EXCLUSIVE = "SELECT 1 FROM pg_advisory_xact_lock(1886151022, hashtext(?::text) & 63)";

    /**
     * Covers the authorities of the events and the former authorities of their aggregates: after a transfer, the former
     * authority's milestones change too.
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

    /** Waits for the handlers of the authority's events and blocks new ones. */
    public void exclusive(UUID authorityId) {
        queries.list(EXCLUSIVE, List.of(authorityId), row -> 1);
    }

    /** Waits while an authority of these events is issuing a plan. */
    void shared(String kind, List<IncomingEvent> events) {
        UUID[] aggregates = distinct(events, IncomingEvent::aggregateId);
        UUID[] authorities = distinct(events, IncomingEvent::authorityId);
        queries.list(SHARED, List.of(kind, aggregates, authorities), row -> 1);
    }

    private static UUID[] distinct(List<IncomingEvent> events, Function<IncomingEvent, UUID> id) {
        return events.stream().map(id).distinct().toArray(UUID[]::new);
    }
}
