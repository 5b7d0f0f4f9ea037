package vn.cchc.plan.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.NaturalIds;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.access.Reached;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.Problem;

/** Plans. */
@ApplicationScoped
public class PlanRepository implements PanacheRepositoryBase<Plan, UUID> {

    private static final String GLANCE = "SELECT id, authority_id, stated_total FROM plan WHERE id = ?";

    private final PlainQueries queries;

    PlanRepository(PlainQueries queries) {
        this.queries = queries;
    }

    /**
     * The id of a new plan, derived from authority, year and number. All three are immutable, so that no earlier plan
     * can have the same id.
     *
     * @param numberKey equal for all spellings of one number
     */
    public UUID idFor(UUID authorityId, int year, String numberKey) {
        return NaturalIds.of(authorityId, "plan " + year + "/" + numberKey, id -> findByIdOptional(id)
                .isPresent());
    }

    /** @throws Problem 404 when there is none in scope */
    public Plan visible(UUID id, AuthorityScope scope) {
        Plan plan = findByIdOptional(id).orElseThrow(Problem::notFound);
        scope.require(plan.authorityId());
        return plan;
    }

    /**
     * Projection of a plan without its long texts.
     *
     * @param statedTotal in đồng; null when none is printed
     */
    public record Glance(UUID id, UUID authorityId, Long statedTotal) {}

    /** @throws Problem 404 when there is none in scope */
    public Glance glance(UUID id, AuthorityScope scope) {
        Glance plan = queries.list(GLANCE, List.of(id), PlanRepository::glance).stream()
                .findFirst()
                .orElseThrow(Problem::notFound);
        scope.require(plan.authorityId());
        return plan;
    }

    private static Glance glance(ResultSet row) throws SQLException {
        return new Glance(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, Long.class));
    }

    /** The last plan of the page before. */
    record After(Instant issuedAt, UUID id) {}

    /** A page, newest first. */
    List<Plan> page(Integer year, UUID authorityId, AuthorityScope scope, Optional<After> after, int limit) {
        return Reached.first(
                limit,
                scope.listed(authorityId),
                Comparator.comparing(Plan::issuedAt)
                        .thenComparing(Plan::id, Reached.BY_ID)
                        .reversed(),
                part -> page(part, year, after, limit));
    }

    private List<Plan> page(Reached part, Integer year, Optional<After> after, int limit) {
        List<String> conditions = new ArrayList<>(List.of(part.hql("authorityId") + " = :reached"));
        Map<String, Object> parameters = new HashMap<>(Map.of("reached", part.authority()));
        if (year != null) {
            conditions.add("year = :year");
            parameters.put("year", year);
        }
        after.ifPresent(last -> {
            conditions.add("(issuedAt, id) < (:issuedAt, :id)");
            parameters.put("issuedAt", last.issuedAt());
            parameters.put("id", last.id());
        });
        return find(String.join(" and ", conditions) + " order by issuedAt desc, id desc", parameters)
                .range(0, limit - 1)
                .list();
    }

    /** Time of issue of the plans: lower bound for the business time of their changes. */
    public Map<UUID, Instant> issuedAt(Collection<UUID> planIds) {
        Map<UUID, Instant> issuedAt = new HashMap<>();
        if (!planIds.isEmpty()) {
            getEntityManager()
                    .createQuery("select p.id, p.issuedAt from Plan p where p.id in :ids", Object[].class)
                    .setParameter("ids", planIds)
                    .getResultStream()
                    .forEach(row -> issuedAt.put((UUID) row[0], (Instant) row[1]));
        }
        return issuedAt;
    }

    /** Numbers of plans, as printed. */
    public Map<UUID, String> numbers(Collection<UUID> planIds) {
        Map<UUID, String> numbers = new HashMap<>();
        if (!planIds.isEmpty()) {
            getEntityManager()
                    .createQuery("select p.id, p.number from Plan p where p.id in :ids", Object[].class)
                    .setParameter("ids", planIds)
                    .getResultStream()
                    .forEach(row -> numbers.put((UUID) row[0], (String) row[1]));
        }
        return numbers;
    }

    /** Findings of the plan that are kept with it, in their order. */
    public List<KeptFinding> findings(UUID planId) {
        return getEntityManager()
                .createQuery("from PlanFinding where key.planId = :planId order by key.position", PlanFinding.class)
                .setParameter("planId", planId)
                .getResultStream()
                .map(PlanFinding::finding)
                .toList();
    }
}
