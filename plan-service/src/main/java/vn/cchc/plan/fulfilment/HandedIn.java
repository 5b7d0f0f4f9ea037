package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What was ever handed in, as far as it still holds: a case may have been opened again since, a report returned. */
@ApplicationScoped
class HandedIn {

    private static final String HANDED_IN =
            "SELECT DISTINCT id FROM heard WHERE kind = :kind AND id IN (:ids) AND state ->> 'state' IN (:states)";

    private final EntityManager entities;

    HandedIn(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Those of the aggregates of which nothing that holds says that they were handed in.
     *
     * @param states in which they are handed in
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
