package vn.cchc.plan.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.plan.PlanRepository;

/** Computes what the parts of an annex sum to. */
@ApplicationScoped
class Budgets {

    /** Each amount climbs to its headings; then a row sums what reached it. One statement, whatever the depth. */
    private static final String ROLL_UP = """
            WITH RECURSIVE climbing AS (
                SELECT id, parent_id, stated_amount AS amount
                FROM task WHERE plan_id = ?1 AND NOT heading AND stated_amount IS NOT NULL
                UNION ALL
                SELECT above.id, above.parent_id, climbing.amount
                FROM climbing JOIN task above ON above.id = climbing.parent_id
            ), computed AS (
                SELECT id, sum(amount)::bigint AS amount FROM climbing GROUP BY id
            )
            SELECT task.id, task.seq, task.level, task.heading, task.printed_code, task.title, task.stated_amount,
                   coalesce(computed.amount, 0)
            FROM task LEFT JOIN computed ON computed.id = task.id
            WHERE task.plan_id = ?1 AND (task.heading OR task.stated_amount IS NOT NULL)
            ORDER BY task.seq""";

    private final EntityManager entities;

    Budgets(EntityManager entities) {
        this.entities = entities;
    }

    BudgetView of(PlanRepository.Glance plan) {
        @SuppressWarnings("unchecked") // the rows of a native query
        List<Object[]> found = entities.createNativeQuery(ROLL_UP, Object[].class)
                .setParameter(1, plan.id())
                .getResultList();
        List<BudgetView.Row> rows = found.stream().map(Budgets::row).toList();
        long computed = rows.stream()
                .filter(row -> !row.heading())
                .mapToLong(row -> row.money().stated().amount())
                .reduce(0, Math::addExact);
        return new BudgetView(plan.id(), BudgetView.Comparison.of(plan.statedTotal(), computed), rows);
    }

    private static BudgetView.Row row(Object[] columns) {
        Number stated = (Number) columns[6];
        return new BudgetView.Row(
                (UUID) columns[0],
                ((Number) columns[1]).intValue(),
                ((Number) columns[2]).intValue(),
                (Boolean) columns[3],
                (String) columns[4],
                (String) columns[5],
                BudgetView.Comparison.of(
                        stated == null ? null : stated.longValue(), ((Number) columns[7]).longValue()));
    }
}
