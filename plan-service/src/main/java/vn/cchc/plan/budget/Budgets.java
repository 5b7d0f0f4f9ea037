package vn.cchc.plan.budget;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.database.PlainQueries;
import vn.cchc.platform.http.Problem;

/** Computes the sums of an annex's tasks. */
@ApplicationScoped
class Budgets {

    /**
     * Recursive roll-up: each amount is propagated to all ancestors, then summed per row. A single statement at any
     * depth.
     */
    private static final String ROLL_UP = """
            WITH RECURSIVE climbing AS (
                SELECT id, parent_id, stated_amount AS amount
                FROM task WHERE plan_id = ? AND NOT heading AND stated_amount IS NOT NULL
                UNION ALL
                SELECT above.id, above.parent_id, climbing.amount
                FROM climbing JOIN task above ON above.id = climbing.parent_id
            ), computed AS (
                SELECT id, sum(amount)::bigint AS amount FROM climbing GROUP BY id
            )
            SELECT task.id, task.seq, task.level, task.heading, task.printed_code, task.title, task.stated_amount,
                   coalesce(computed.amount, 0)
            FROM task LEFT JOIN computed ON computed.id = task.id
            WHERE task.plan_id = ? AND (task.heading OR task.stated_amount IS NOT NULL)
            ORDER BY task.seq""";

    private final PlanRepository plans;
    private final PlainQueries queries;

    Budgets(PlanRepository plans, PlainQueries queries) {
        this.plans = plans;
        this.queries = queries;
    }

    /** @throws Problem 404 when there is no such plan in scope */
    BudgetView ofPlan(UUID id, AuthorityScope scope) {
        PlanRepository.Glance plan = plans.glance(id, scope);
        List<BudgetView.Row> rows = queries.list(ROLL_UP, List.of(plan.id(), plan.id()), Budgets::row);
        long computed = rows.stream()
                .filter(row -> !row.heading())
                .mapToLong(row -> row.money().stated().amount())
                .reduce(0, Math::addExact);
        return new BudgetView(plan.id(), BudgetView.Comparison.of(plan.statedTotal(), computed), rows);
    }

    private static BudgetView.Row row(ResultSet row) throws SQLException {
        return new BudgetView.Row(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                BudgetView.Comparison.of(row.getObject(7, Long.class), row.getLong(8)));
    }
}
