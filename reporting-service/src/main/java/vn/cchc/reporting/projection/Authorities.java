package vn.cchc.reporting.projection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Current names of authorities. */
@ApplicationScoped
public class Authorities {

    private final EntityManager entities;

    Authorities(EntityManager entities) {
        this.entities = entities;
    }

    /** Current name; empty if the authority is unknown here. */
    public Optional<String> name(UUID authorityId) {
        return session()
                .createNativeQuery("SELECT name FROM authority_now WHERE id = ?1", String.class)
                .setParameter(1, authorityId)
                .uniqueResultOptional();
    }

    /** Current names of the known ones. */
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
