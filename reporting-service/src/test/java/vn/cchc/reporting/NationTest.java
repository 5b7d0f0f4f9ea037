package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Nation;
import vn.cchc.platform.testing.Nation.Cost;
import vn.cchc.platform.testing.TestTokens;

/**
 * That the first page of a list over 3,300 authorities costs at most 1.3 times as much among many reports, and as many that are due, as
 * among 1,000: for the province above all of them, for a district of a hundred and for one commune. The statements really issued are
 * explained.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class NationTest {

    private static final UUID LOWEST = new UUID(0, 0);
    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final String AUTHORITIES =
            "INSERT INTO authority_now (id, version, name, parent_id) SELECT id, 1, 'UBND', parent_id FROM place";

    /** All of them sent; one in ten has moved, and one in ten may move. */
    private static final String REPORTS = """
            INSERT INTO report (id, version, authority_id, milestone_id, plan_id, year, regime, period, period_from, cut_off, due_on,
                work_on, state, edition, sent_edition, number, approved_on, first_sent_on, sent_on, received_on, due_moved_from,
                due_provisional, created_at, changed_at, authority_path)
            SELECT gen_random_uuid(), 1, id, gen_random_uuid(), gen_random_uuid(), 2021, 'CCHC', '%1$s' || n, day, day, day, day,
                'RECEIVED', 1, 1, n, day, day, day, day, CASE WHEN by_chance %% 10 = 1 THEN day END,
                by_chance %% 10 = 2, day, day, path
            FROM (SELECT *, DATE '2021-01-01' + by_chance %% 300 AS day
                FROM (SELECT id, path, n, abs(hashtext(id || '%1$s' || n)) AS by_chance
                    FROM authority_tree, generate_series(1, %3$s) n WHERE %2$s) a) b
            ORDER BY by_chance""";

    /** As the regime itself asks for them: so they need no plan. */
    private static final String DUE_REPORTS = """
            INSERT INTO due_report (id, authority_id, regime, year, period, title, due_on, work_on, due_moved_from, due_provisional,
                authority_path)
            SELECT gen_random_uuid(), id, 'CCHC-BNV', 2021, '%1$s' || n, 'Báo cáo', day, day, CASE WHEN by_chance %% 10 = 1 THEN day END,
                by_chance %% 10 = 2, path
            FROM (SELECT *, DATE '2021-01-01' + by_chance %% 300 AS day
                FROM (SELECT id, path, n, abs(hashtext(id || '%1$s' || n)) AS by_chance
                    FROM authority_tree, generate_series(1, %3$s) n WHERE %2$s) a) b
            ORDER BY by_chance""";

    private final Nation nation = Nation.random();

    @BeforeEach
    void introduceAuthorities() throws SQLException {
        nation.register(AUTHORITIES);
    }

    @AfterEach
    void remove() throws SQLException {
        nation.remove("authority_now", "report", "due_report");
    }

    /** So many of each authority that the condition holds for. */
    private static void fill(String of, String authorities, int each) throws SQLException {
        Nation.fill("report", REPORTS.formatted(of, authorities, each));
        Nation.fill("due_report", DUE_REPORTS.formatted(of, authorities, each));
    }

    private Map<String, Cost> costs() throws SQLException {
        Nation.analyze("report", "due_report", "authority_now", "authority_tree");
        Map<String, Cost> costs = new LinkedHashMap<>();
        UUID province = nation.province();
        UUID district = nation.district();
        UUID commune = nation.commune();
        String ofProvince = TestTokens.superior(province);
        both(costs, "of the province", ofProvince, "", province);
        both(costs, "of a district", TestTokens.superior(district), "", district);
        both(costs, "of a commune", TestTokens.clerk(commune), "", commune);
        both(costs, "of a commune, for the province", ofProvince, "authority=" + commune, commune);
        both(costs, "moved", ofProvince, "moved=true", province);
        both(costs, "provisional", ofProvince, "provisional=true", province);
        costs.put("where the province stands", Nation.scope(ofProvince, "reports", province));
        costs.put(
                "whether a commune is beneath the province",
                Nation.scope(ofProvince, "reports?authority=" + commune, commune, province));
        return costs;
    }

    private static void both(Map<String, Cost> costs, String which, String caller, String filter, UUID reached)
            throws SQLException {
        costs.put(
                "reports " + which,
                Nation.page(caller, filter.isEmpty() ? "reports" : "reports?" + filter, "report", reached));
        costs.put(
                "due reports " + which,
                Nation.page(
                        caller,
                        "due-reports?" + (filter.isEmpty() ? "" : filter + "&") + "year=2021",
                        "due_report",
                        reached,
                        2021,
                        BEGINNING,
                        LOWEST));
    }

    @Test
    void the_first_page_over_3300_authorities_costs_the_same_among_many_rows() throws SQLException, IOException {
        fill("own", "id = '" + nation.commune() + "'", 60);
        fill("a", nation.few(), 1);
        Map<String, Cost> few = costs();

        fill("b", nation.all(), Nation.each());
        Map<String, Cost> many = costs();

        Nation.assertCostTheSame(few, many);
        assertThat(many).allSatisfy((list, cost) -> {
            assertThat(cost.chosen().json())
                    .as(list)
                    .containsPattern(list.contains("commune") ? "authority_" : "beneath_[12]|pk_authority_tree");
            // Of each row its own page, its name, and its report by an index of three levels.
            assertThat(cost.chosen().buffers()).as(list).isLessThanOrEqualTo(51 * 8 + 10);
        });
    }
}
