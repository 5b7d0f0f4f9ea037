package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.QueryPlan;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/**
 * That the first page of a list over 3,300 authorities costs no more among 50,000 reports than among 1,000, for a province above all of
 * them as for a district of a hundred. The statements really issued are explained.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class NationTest {

    private static final double MOST = 1.3;

    /** Of a page of 50, and one more that tells whether there is another page. */
    private static final int ROWS = 51;

    private static final UUID LOWEST = new UUID(0, 0);
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    /** 33 districts of 99 communes. */
    private static final String AUTHORITIES = """
            INSERT INTO authority_now (id, version, name) VALUES ('%1$s', 1, 'UBND tỉnh');
            INSERT INTO authority_now (id, version, name, parent_id)
                SELECT CASE n WHEN 1 THEN CAST('%2$s' AS uuid) ELSE gen_random_uuid() END, 1, 'UBND huyện', '%1$s'
                FROM generate_series(1, 33) n;
            INSERT INTO authority_now (id, version, name, parent_id)
                SELECT gen_random_uuid(), 1, 'UBND xã', id FROM authority_now, generate_series(1, 99) WHERE parent_id = '%1$s'""";

    /** All of them sent; one in ten has moved, and one in ten may move. */
    private static final String REPORTS = """
            INSERT INTO report (id, version, authority_id, milestone_id, plan_id, year, regime, period, period_from, cut_off, due_on,
                work_on, state, edition, sent_edition, number, approved_on, first_sent_on, sent_on, received_on, due_moved_from,
                due_provisional, created_at, changed_at)
            SELECT gen_random_uuid(), 1, id, gen_random_uuid(), gen_random_uuid(), 2021, 'CCHC', '%1$s' || n, day, day, day, day,
                'RECEIVED', 1, 1, n, day, day, day, day, CASE WHEN by_chance %% 10 = 1 THEN day END,
                by_chance %% 10 = 2, day, day
            FROM (SELECT *, DATE '2021-01-01' + by_chance %% 300 AS day
                FROM (SELECT id, n, abs(hashtext(id || '%1$s' || n)) AS by_chance
                    FROM authority_tree, generate_series(1, %3$s) n WHERE %2$s) a) b
            ORDER BY by_chance""";

    /** As the regime itself asks for them: so they need no plan. */
    private static final String DUE_REPORTS = """
            INSERT INTO due_report (id, authority_id, regime, year, period, title, due_on, work_on, due_moved_from, due_provisional)
            SELECT gen_random_uuid(), id, 'CCHC-BNV', 2021, '%1$s' || n, 'Báo cáo', day, day, CASE WHEN by_chance %% 10 = 1 THEN day END,
                by_chance %% 10 = 2
            FROM (SELECT *, DATE '2021-01-01' + by_chance %% 300 AS day
                FROM (SELECT id, n, abs(hashtext(id || '%1$s' || n)) AS by_chance
                    FROM authority_tree, generate_series(1, %3$s) n WHERE %2$s) a) b
            ORDER BY by_chance""";

    private final UUID province = UUID.randomUUID();
    private final UUID district = UUID.randomUUID();

    @BeforeEach
    void introduceAuthorities() throws SQLException {
        execute(AUTHORITIES.formatted(province, district));
    }

    @AfterEach
    void remove() throws SQLException {
        for (String table : List.of("report", "due_report")) {
            execute("DELETE FROM " + table + " WHERE authority_path[1] = '" + province + "'");
        }
        execute("DELETE FROM authority_now WHERE id IN (SELECT id FROM authority_tree WHERE '" + province
                + "' = ANY (path || id))");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So many of each authority that the condition holds for. */
    private static void fill(String of, String authorities, int each) throws SQLException {
        execute(REPORTS.formatted(of, authorities, each));
        execute(DUE_REPORTS.formatted(of, authorities, each));
    }

    /** What the first page of a list costs from indexes, and as the database takes it. */
    private record Cost(QueryPlan byIndex, QueryPlan chosen) {

        /**
         * How much more than among few, where several rows may lie on one page of the table: a page for each row is the least that
         * can be had among many.
         */
        double over(Cost amongFew) {
            return (double) byIndex.buffers() / Math.max(amongFew.byIndex.buffers(), ROWS);
        }
    }

    private Map<String, Cost> costs() throws SQLException {
        for (String table : List.of("report", "due_report", "authority_now")) {
            execute("VACUUM ANALYZE " + table);
        }
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (UUID above : List.of(province, district)) {
            String of = above.equals(province) ? "province " : "district ";
            costs.put(of + "reports", cost(above, "reports?", "report", above, 0, 51));
            costs.put(of + "due reports", costOfDue(above, ""));
        }
        for (String filter : List.of("moved=true&", "provisional=true&")) {
            costs.put("reports " + filter, cost(province, "reports?" + filter, "report", province, 0, 51));
            costs.put("due reports " + filter, costOfDue(province, filter));
        }
        return costs;
    }

    private Cost costOfDue(UUID above, String filter) throws SQLException {
        return cost(above, "due-reports?year=2021&" + filter, "due_report", above, 2021, BEGINNING, LOWEST, 51);
    }

    private Cost cost(UUID above, String list, String table, Object... parameters) throws SQLException {
        StatementLog.forget();
        Commune.as(TestTokens.superior(above))
                .get("/api/v1/" + list + "limit=50")
                .then()
                .statusCode(200)
                .body("items", hasSize(50));
        String page = StatementLog.all().stream()
                .filter(sql -> sql.contains(" " + table + " "))
                .findFirst()
                .orElseThrow();
        // Hibernate leaves the offset of the first page out.
        long asked = page.chars().filter(c -> c == '?').count();
        Object[] given = asked == parameters.length
                ? parameters
                : Stream.of(parameters).filter(each -> !each.equals(0)).toArray();
        return new Cost(QueryPlan.byIndex(page, given), QueryPlan.of(page, given));
    }

    @Test
    void the_first_page_over_3300_authorities_costs_the_same_among_many_rows() throws SQLException {
        fill("a", "path[1] = '%s' AND (parent_id = '%s' OR left(id::text, 1) < '5')".formatted(province, district), 1);
        Map<String, Cost> few = costs();

        fill("b", "path[1] = '" + province + "'", 15);
        Map<String, Cost> many = costs();

        assertThat(Commune.count("SELECT count(*) FROM report WHERE authority_path[1] = ?", province))
                .isGreaterThan(49_000);
        assertThat(many).allSatisfy((list, cost) -> {
            assertThat(cost.over(few.get(list))).as(list).isLessThanOrEqualTo(MOST);
            assertThat(cost.chosen().json()).as(list).contains("beneath_");
            // Of each row its own page, its name, and its report by an index of three levels.
            assertThat(cost.chosen().buffers()).as(list).isLessThanOrEqualTo(51 * 8 + 10);
        });
    }
}
