package vn.cchc.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Who stands beneath whom at present. */
@ApplicationScoped
public class Authorities {

    private static final String BENEATH = """
            WITH RECURSIVE beneath AS (
                SELECT id FROM authority_now WHERE parent_id = ?1
                UNION
                SELECT child.id FROM authority_now child JOIN beneath ON child.parent_id = beneath.id)
            SELECT id FROM beneath ORDER BY id""";

    private final EntityManager entities;

    Authorities(EntityManager entities) {
        this.entities = entities;
    }

    /** All authorities beneath one, at any depth, without itself. */
    public List<UUID> beneath(UUID authorityId) {
        return session()
                .createNativeQuery(BENEATH, UUID.class)
                .setParameter(1, authorityId)
                .getResultList();
    }

    /** Whether one authority stands directly above another. */
    public boolean isParent(UUID parentId, UUID authorityId) {
        return !session()
                .createNativeQuery("SELECT id FROM authority_now WHERE id = ?1 AND parent_id = ?2", UUID.class)
                .setParameter(1, authorityId)
                .setParameter(2, parentId)
                .getResultList()
                .isEmpty();
    }

    /** The present name; empty when the authority has not been heard of yet. */
    public Optional<String> name(UUID authorityId) {
        return session()
                .createNativeQuery("SELECT name FROM authority_now WHERE id = ?1", String.class)
                .setParameter(1, authorityId)
                .uniqueResultOptional();
    }

    /** The present names of those that have been heard of. */
    public Map<UUID, String> names(List<UUID> authorityIds) {
        return session()
                .createNativeQuery("SELECT id, name FROM authority_now WHERE id IN (?1)", Object[].class)
                .setParameterList(1, authorityIds)
                .stream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    private Session session() {
        return entities.unwrap(Session.class);
    }
}
