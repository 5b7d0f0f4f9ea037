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
     * Recursive roll-up: each amount is propagated to all ancestors, then summed per row. A task above other amounts states their
     * sum, and is not added to it. A single statement at any depth.
     */
    private static final String ROLL_UP = """
            WITH RECURSIVE climbing AS (
                SELECT id AS task, id, parent_id, stated_amount AS amount
                FROM task WHERE plan_id = ? AND NOT heading AND stated_amount > 0
                UNION ALL
                SELECT climbing.task, above.id, above.parent_id, climbing.amount
                FROM climbing JOIN task above ON above.id = climbing.parent_id
            ), summing AS (
                SELECT DISTINCT id FROM climbing WHERE id <> task
            ), computed AS (
                SELECT id, sum(amount)::bigint AS amount
                FROM climbing WHERE task NOT IN (SELECT id FROM summing)
                GROUP BY id
            )
            SELECT task.id, task.seq, task.level, task.heading, task.printed_code, task.title, task.stated_amount,
                   coalesce(computed.amount, 0), task.heading OR task.id IN (SELECT id FROM summing)
            FROM task LEFT JOIN computed ON computed.id = task.id
            WHERE task.plan_id = ? AND (task.heading OR task.stated_amount IS NOT NULL)
            ORDER BY task.seq""";

    /** @param sums whether its amount is the sum of others */
    private record Line(BudgetView.Row row, boolean sums) {}

    private final PlanRepository plans;
    private final PlainQueries queries;

    Budgets(PlanRepository plans, PlainQueries queries) {
        this.plans = plans;
        this.queries = queries;
    }

    /** @throws Problem 404 when there is no such plan in scope */
    BudgetView ofPlan(UUID id, AuthorityScope scope) {
        PlanRepository.Glance plan = plans.glance(id, scope);
        List<Line> lines = queries.list(ROLL_UP, List.of(plan.id(), plan.id()), Budgets::line);
        long computed = lines.stream()
                .filter(line -> !line.sums())
                .mapToLong(line -> line.row().money().stated().amount())
                .reduce(0, Math::addExact);
        return new BudgetView(
                plan.id(),
                BudgetView.Comparison.of(plan.statedTotal(), computed),
                lines.stream().map(Line::row).toList());
    }

    private static Line line(ResultSet row) throws SQLException {
        BudgetView.Row read = new BudgetView.Row(
                row.getObject(1, UUID.class),
                row.getInt(2),
                row.getInt(3),
                row.getBoolean(4),
                row.getString(5),
                row.getString(6),
                BudgetView.Comparison.of(row.getObject(7, Long.class), row.getLong(8)));
        return new Line(read, row.getBoolean(9));
    }
}
