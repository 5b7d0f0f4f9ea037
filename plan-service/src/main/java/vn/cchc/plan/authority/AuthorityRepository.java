package vn.cchc.plan.authority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.NaturalIds;
import vn.cchc.platform.http.Problem;

/** Authorities and their units. */
@ApplicationScoped
public class AuthorityRepository implements PanacheRepositoryBase<Authority, UUID> {

    /** UUIDv5 namespace of the ids derived from authority codes. */
    private static final UUID AUTHORITIES = UUID.fromString("0c5c7a53-2b0e-5c1f-8a3d-6f1d9be0a7c2");

    /** @throws Problem 404 when there is none */
    public Authority get(UUID id) {
        return findByIdOptional(id).orElseThrow(Problem::notFound);
    }

    /**
     * Loads the authority with SELECT … FOR UPDATE, so that concurrent changes to its units serialise.
     *
     * @throws Problem 404 when there is none
     */
    Authority forChange(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problem::notFound);
    }

    /** The id of a new authority: derived from its code, or a UUIDv7 when an earlier authority has had the code. */
    UUID idFor(String code) {
        return NaturalIds.of(AUTHORITIES, code, id -> findByIdOptional(id).isPresent());
    }

    /** The id of a new unit: derived from authority and code, or a UUIDv7 when an earlier unit has had the code. */
    UUID unitIdFor(UUID authorityId, String code) {
        return NaturalIds.of(
                authorityId, "unit " + code, id -> getEntityManager().find(Unit.class, id) != null);
    }

    Optional<Authority> withCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /**
     * A page ordered by code.
     *
     * @param after code of the last row of the previous page, or null
     */
    List<Authority> page(String code, AuthorityLevel level, UUID parentId, String after, int limit) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (code != null) {
            conditions.add("code = :code");
            parameters.put("code", code);
        }
        if (level != null) {
            conditions.add("level = :level");
            parameters.put("level", level);
        }
        if (parentId != null) {
            conditions.add("parentId = :parentId");
            parameters.put("parentId", parentId);
        }
        if (after != null) {
            conditions.add("code > :after");
            parameters.put("after", after);
        }
        return find(String.join(" and ", conditions) + " order by code", parameters)
                .range(0, limit - 1)
                .list();
    }

    /** Whether another authority of this level is valid on the day. */
    public boolean hasOthersOfLevel(AuthorityLevel level, UUID id, LocalDate day) {
        return find(
                        "level = ?1 and id <> ?2 and validFrom <= ?3 and (validTo is null or validTo >= ?3)",
                        level,
                        id,
                        day)
                .firstResultOptional()
                .isPresent();
    }

    boolean hasChildrenNotBelow(UUID id, AuthorityLevel level) {
        return find("parentId", id).stream().anyMatch(child -> !level.isAbove(child.level()));
    }

    /** @throws Problem 404 when there is none */
    Unit unit(UUID id) {
        return Optional.ofNullable(getEntityManager().find(Unit.class, id)).orElseThrow(Problem::notFound);
    }

    /** Ordered by code. */
    public List<Unit> units(UUID authorityId) {
        return getEntityManager()
                .createQuery("from Unit where authorityId = :authorityId order by code", Unit.class)
                .setParameter("authorityId", authorityId)
                .getResultList();
    }

    /** The units valid on any day of the year, for reading a plan of that year. */
    public UnitDirectory directory(UUID authorityId, int year) {
        return new UnitDirectory(units(authorityId).stream()
                .filter(unit -> unit.isValidIn(year))
                .map(Unit::entry)
                .toList());
    }

    void add(Unit unit) {
        getEntityManager().persist(unit);
    }
}
