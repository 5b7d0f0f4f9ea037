package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Aggregates with at least one valid event in a handed-in state, even if a feedback was reopened or a report returned
 * since.
 */
@ApplicationScoped
class HandedIn {

    private static final String HANDED_IN =
            "SELECT DISTINCT id FROM heard WHERE kind = :kind AND id IN (:ids) AND state ->> 'state' IN (:states)";

    private final EntityManager entities;

    HandedIn(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * The aggregates without any valid event in one of the states.
     *
     * @param states the handed-in states
     */
    @SuppressWarnings("unchecked") // the one column is a uuid
    Set<UUID> lost(String kind, Collection<UUID> ids, List<String> states) {
        Set<UUID> lost = new HashSet<>(ids);
        lost.removeAll(entities.createNativeQuery(HANDED_IN, UUID.class)
                .setParameter("kind", kind)
                .setParameter("ids", ids)
                .setParameter("states", states)
                .getResultList());
        return lost;
    }
}
