package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.QueryPlan;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/**
 * That the first page of a list over 3,300 authorities costs no more among 50,000 milestones and 10,000 plans than among 1,000, for a province above all of them
 * as for a district of a hundred. The statements really issued are explained.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class NationTest {

    private static final double MOST = 1.3;

    /** Of a page of 50, and one more that tells whether there is another page. */
    private static final int ROWS = 51;

    /** 33 districts of 99 communes. None is valid yet: so there is no second province. */
    private static final String AUTHORITIES = """
            CREATE TEMPORARY TABLE place AS
                SELECT CAST('%1$s' AS uuid) AS id, CAST(NULL AS uuid) AS parent_id, 'PROVINCE' AS level
                UNION ALL SELECT CASE n WHEN 1 THEN CAST('%2$s' AS uuid) ELSE gen_random_uuid() END, '%1$s', 'DISTRICT'
                FROM generate_series(1, 33) n;
            INSERT INTO place SELECT gen_random_uuid(), id, 'COMMUNE' FROM place, generate_series(1, 99) WHERE level = 'DISTRICT';
            INSERT INTO authority
            SELECT id, 0, id, 'UBND', level, parent_id, 'Thượng Lộ', false, '2090-01-01', NULL, now() FROM place
            ORDER BY level = 'COMMUNE', level = 'DISTRICT'""";

    /** Accepted, so that nothing is counted anew, but for a few; one in ten has moved, and one in ten may move. */
    private static final String MILESTONES = """
            INSERT INTO milestone (id, version, plan_id, authority_id, task_id, rule_id, unit_id, year, rule_kind, occurrence, label,
                state, due_on, work_on, due_calendar, due_provisional, due_moved_from, basis_kind, basis_day,
                basis_inclusive, submitted_on, accepted_on, changed_at)
            SELECT gen_random_uuid(), 0, plan_id, authority, task_id, rule_id, unit_id, year, rule_kind, one, label,
                CASE WHEN owed THEN 'OPEN' ELSE 'ACCEPTED' END, day, day, due_calendar, by_chance %% 10 = 1,
                CASE WHEN by_chance %% 10 = 2 THEN day - 1 END, basis_kind, day, basis_inclusive,
                CASE WHEN NOT owed THEN day END, CASE WHEN NOT owed THEN day END, changed_at
            FROM (SELECT *, DATE '2020-06-01' + by_chance %% 180 AS day, n = 1 AND by_chance %% 5 = 3 AS owed
                FROM (SELECT *, abs(hashtext(one)) AS by_chance
                    FROM (SELECT id AS authority, n, id || '/' || '%2$s' || n AS one
                        FROM authority_tree, generate_series(1, %4$s) n WHERE %3$s) a) b) c, milestone
            WHERE milestone.id = '%1$s' ORDER BY by_chance""";

    private static final String PLANS = """
            WITH imported AS (
                INSERT INTO plan_import (id, version, authority_id, number, year, state, document, reading, imported_at, imported_by,
                    imported_by_name, plan_id)
                SELECT gen_random_uuid(), 0, a.id, '%2$s' || n || '/KH', 2021, 'ISSUED', '{}', '{}', now(), '', '', gen_random_uuid()
                FROM (SELECT id FROM authority_tree WHERE %3$s) a CROSS JOIN generate_series(1, %4$s) n
                RETURNING *)
            INSERT INTO plan (id, version, authority_id, import_id, number, year, title, issuer, place, signed_on, objectives,
                requirements, recipients, areas, arrangements, progress_periods, state, issued_on, issued_at, issued_by, issued_by_name)
            SELECT i.plan_id, 0, i.authority_id, i.id, i.number, 2021, title, issuer, place, signed_on, '{}', '{}', '{}', '[]', '[]', '{}',
                'ISSUED', issued_on, issued_at - random() * INTERVAL '100 days', '', ''
            FROM imported i JOIN plan p ON p.id = '%1$s' ORDER BY random()""";

    private final UUID province = UUID.randomUUID();
    private final UUID district = UUID.randomUUID();
    private String milestone;
    private UUID plan;

    @BeforeEach
    void registerAuthorities() throws SQLException {
        Commune.now("2020-12-24T08:00:00+07:00");
        Commune.Issued real = Commune.create().issueRealPlan();
        milestone = real.milestone(22, "2021-01");
        plan = real.planId();
        execute(AUTHORITIES.formatted(province, district));
    }

    @AfterEach
    void remove() throws SQLException {
        String ours = "IN (SELECT id FROM authority_tree WHERE '" + province + "' = ANY (path || id))";
        execute("DELETE FROM milestone WHERE authority_id " + ours);
        execute("DELETE FROM plan WHERE authority_id " + ours);
        execute("DELETE FROM plan_import WHERE authority_id " + ours);
        execute("DELETE FROM authority WHERE id " + ours);
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** So many of each authority that the condition holds for. */
    private void fill(String of, String authorities, int each) throws SQLException {
        execute(MILESTONES.formatted(milestone, of, authorities, each));
        execute(PLANS.formatted(plan, of, authorities, Math.min(each, 3)));
    }

    private static RequestSpecification superior(UUID authority) {
        return Commune.as(TestTokens.superior(authority));
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
        execute("VACUUM ANALYZE milestone");
        execute("VACUUM ANALYZE plan");
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (UUID above : List.of(province, district)) {
            String of = above.equals(province) ? "province " : "district ";
            for (String list : List.of("milestones?", "plans?")) {
                costs.put(of + list, cost(above, list));
            }
        }
        costs.put("year", cost(district, "plans?year=2021&"));
        for (String filter : List.of("overdue", "moved", "provisional")) {
            costs.put(filter, cost(province, "milestones?" + filter + "=true&"));
        }
        return costs;
    }

    private Cost cost(UUID above, String list) throws SQLException {
        StatementLog.forget();
        superior(above)
                .get("/api/v1/" + list + "limit=50")
                .then()
                .statusCode(200)
                .body("items", hasSize(50));
        // Where the authority stands in the tree, and the page.
        assertThat(StatementLog.all()).hasSize(2);
        List<Object> parameters = new ArrayList<>(List.of(above));
        if (list.contains("overdue")) {
            parameters.add(LocalDate.parse("2020-12-24"));
        }
        if (list.contains("year")) {
            parameters.add(2021);
        }
        // Panache gives the first page an offset too.
        long open = StatementLog.all().get(1).chars().filter(c -> c == '?').count() - parameters.size();
        parameters.addAll(open == 2 ? List.of(0, 51) : List.of(51));
        String page = StatementLog.all().get(1);
        return new Cost(QueryPlan.byIndex(page, parameters.toArray()), QueryPlan.of(page, parameters.toArray()));
    }

    @Test
    void the_first_page_over_3300_authorities_costs_the_same_among_many_rows() throws SQLException {
        fill("a", "path[1] = '%s' AND (parent_id = '%s' OR left(id::text, 1) < '5')".formatted(province, district), 1);
        Map<String, Cost> few = costs();

        fill("b", "'" + province + "' = path[1]", 15);
        Map<String, Cost> many = costs();

        assertThat(count("milestone")).isGreaterThan(49_000);
        assertThat(many).allSatisfy((list, cost) -> {
            assertThat(cost.over(few.get(list))).as(list).isLessThanOrEqualTo(MOST);
            assertThat(cost.chosen().json())
                    .as(list)
                    .contains("beneath_")
                    .doesNotContain("\"Sort\"", "\"Incremental Sort\"");
            // Of each row its own page, and of a milestone those of its task.
            assertThat(cost.chosen().buffers()).as(list).isLessThanOrEqualTo(51 * 4 + 10);
        });
    }

    private long count(String table) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM " + table + " WHERE authority_path[1] = '" + province + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void the_own_authority_and_those_beneath_it_are_one_list_in_one_order() throws SQLException {
        fill("a", "'" + province + "' = ANY (path || id) AND path[2] IS NULL", 2);
        List<String> stored = new ArrayList<>();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT id FROM milestone WHERE '" + province
                        + "' = ANY (authority_path || authority_id) ORDER BY due_sort, id")) {
            while (row.next()) {
                stored.add(row.getString(1));
            }
        }

        List<String> listed = new ArrayList<>();
        String cursor = "";
        do {
            var page = Commune.as(TestTokens.admin(province))
                    .get("/api/v1/milestones?limit=7" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            listed.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());

        assertThat(stored).hasSize(68);
        assertThat(listed).isEqualTo(stored);
    }
}
