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

    /** All rows, since one without an amount tells whether those beside it are all of the amounts. A single statement at any depth. */
    private static final String ROWS = """
            SELECT task.id, task.seq, task.level, task.heading, task.printed_code, task.title, task.stated_amount, above.seq
            FROM task LEFT JOIN task above ON above.id = task.parent_id
            WHERE task.plan_id = ?
            ORDER BY task.seq""";

    /**
     * A row as it is stored.
     *
     * @param amount null where none is printed
     * @param parent order of the row above; null at the top
     */
    private record Stored(
            UUID id, int order, int level, boolean heading, String code, String title, Long amount, Integer parent) {

        static Stored of(ResultSet row) throws SQLException {
            return new Stored(
                    row.getObject(1, UUID.class),
                    row.getInt(2),
                    row.getInt(3),
                    row.getBoolean(4),
                    row.getString(5),
                    row.getString(6),
                    row.getObject(7, Long.class),
                    row.getObject(8, Integer.class));
        }

        RolledUp.Row toSum() {
            return new RolledUp.Row(order, parent, heading, amount);
        }

        boolean isShown() {
            return heading || amount != null;
        }

        BudgetView.Row beside(long computed) {
            return new BudgetView.Row(
                    id, order, level, heading, code, title, BudgetView.Comparison.of(amount, computed));
        }
    }

    private final PlanRepository plans;
    private final PlainQueries queries;

    Budgets(PlanRepository plans, PlainQueries queries) {
        this.plans = plans;
        this.queries = queries;
    }

    /** @throws Problem 404 when there is no such plan in scope */
    BudgetView ofPlan(UUID id, AuthorityScope scope) {
        PlanRepository.Glance plan = plans.glance(id, scope);
        List<Stored> rows = queries.list(ROWS, List.of(plan.id()), Stored::of);
        RolledUp sums = new RolledUp(rows.stream().map(Stored::toSum).toList());
        return new BudgetView(
                plan.id(),
                BudgetView.Comparison.of(plan.statedTotal(), sums.total()),
                rows.stream()
                        .filter(Stored::isShown)
                        .map(row -> row.beside(sums.of(row.order())))
                        .toList());
    }
}
