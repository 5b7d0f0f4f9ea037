package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Nation;
import vn.cchc.platform.testing.Nation.Cost;
import vn.cchc.platform.testing.QueryPlan;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/**
 * That the first page of a list over 3,300 authorities costs at most 1.3 times as much among many milestones and plans as among 1,000: for
 * the province above all of them, for a district of a hundred and for one commune. The statements really issued are explained.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class NationTest {

    /** None is valid yet: so there is no second province. */
    private static final String AUTHORITIES = """
            INSERT INTO authority
            SELECT id, 0, id, 'UBND', level, parent_id, 'Thượng Lộ', false, '2090-01-01', NULL, now() FROM place""";

    /** Accepted, so that nothing is counted anew, but for a few; one in ten has moved, and one in ten may move. */
    private static final String MILESTONES = """
            INSERT INTO milestone (id, version, plan_id, authority_id, task_id, rule_id, unit_id, year, rule_kind, occurrence, label,
                state, due_on, work_on, due_calendar, due_provisional, due_moved_from, basis_kind, basis_day,
                basis_inclusive, submitted_on, accepted_on, changed_at, authority_path)
            SELECT gen_random_uuid(), 0, plan_id, authority, task_id, rule_id, unit_id, year, rule_kind, one, label,
                CASE WHEN owed THEN 'OPEN' ELSE 'ACCEPTED' END, day, day, due_calendar, by_chance %% 10 = 1,
                CASE WHEN by_chance %% 10 = 2 THEN day - 1 END, basis_kind, day, basis_inclusive,
                CASE WHEN NOT owed THEN day END, CASE WHEN NOT owed THEN day END, changed_at, path
            FROM (SELECT *, DATE '2020-06-01' + by_chance %% 180 AS day, n = 1 AND by_chance %% 5 = 3 AS owed
                FROM (SELECT *, abs(hashtext(one)) AS by_chance
                    FROM (SELECT id AS authority, path, n, id || '/' || '%2$s' || n AS one
                        FROM authority_tree, generate_series(1, %4$s) n WHERE %3$s) a) b) c, milestone
            WHERE milestone.id = '%1$s' ORDER BY by_chance""";

    /** Without the imports that they are of: a list does not read them. */
    private static final String PLANS = """
            INSERT INTO plan (id, version, authority_id, import_id, number, year, title, issuer, place, signed_on, objectives,
                requirements, recipients, areas, arrangements, progress_periods, state, issued_on, issued_at, issued_by, issued_by_name,
                authority_path)
            SELECT gen_random_uuid(), 0, authority, gen_random_uuid(), '%2$s' || n || '/KH', %5$s, title, issuer, place, signed_on, '{}',
                '{}', '{}', '[]', '[]', '{}', 'ISSUED', issued_on, issued_at - by_chance %% 8640000 * INTERVAL '1 second', '', '', path
            FROM (SELECT id AS authority, path, n, abs(hashtext(id || '/' || '%2$s' || n)) AS by_chance
                FROM authority_tree, generate_series(1, %4$s) n WHERE %3$s) a, plan
            WHERE plan.id = '%1$s' ORDER BY md5(by_chance::text)""";

    /** One task of each of these plans, and its listing; a word of its own in those of the district's commune. */
    private static final String TASKS = """
            INSERT INTO task (id, version, plan_id, authority_id, year, seq, level, heading, title, leads, coordinating, products,
                rule_kinds, progress_periods)
            SELECT gen_random_uuid(), 0, p.id, p.authority_id, p.year, 1, 1, false, t.title, t.leads, t.coordinating, t.products,
                t.rule_kinds, t.progress_periods
            FROM plan p, task t WHERE p.number LIKE '%2$s%%' AND t.id = '%1$s'""";

    /** Each with the words of one of the tasks of the real plan, and one more. */
    private static final String LISTINGS = """
            INSERT INTO task_listing (task_id, plan_id, authority_id, authority_path, year, seq, words)
            SELECT t.id, t.plan_id, t.authority_id, p.authority_path, t.year, t.seq,
                listing.words || array_to_tsvector(ARRAY['%2$s'])
            FROM task t JOIN plan p ON p.id = t.plan_id
                JOIN (SELECT row_number() OVER (ORDER BY seq) - 1 AS n, words FROM task_listing WHERE plan_id = '%1$s') listing
                    ON listing.n = abs(hashtext(t.id::text)) %% 72
            WHERE p.number LIKE '%2$s%%'""";

    /**
     * One of each of these tasks. One in five is handed in; those of the commune's own tasks are waived, and due on days of their own. In
     * this year all is accepted.
     */
    private static final String MILESTONES_OF_TASKS = """
            INSERT INTO milestone (id, version, plan_id, authority_id, task_id, rule_id, unit_id, year, rule_kind, occurrence, label,
                state, due_on, work_on, due_calendar, due_provisional, basis_kind, basis_day, basis_inclusive, submitted_on, accepted_on,
                reason, changed_at, authority_path)
            SELECT gen_random_uuid(), 0, t.plan_id, t.authority_id, t.task_id, m.rule_id, m.unit_id, t.year, m.rule_kind, 'of ' || t.task_id, m.label,
                t.state, t.day, t.day, m.due_calendar, false, m.basis_kind, t.day, m.basis_inclusive,
                CASE WHEN t.state <> 'WAIVED' THEN t.day END, CASE WHEN t.state = 'ACCEPTED' THEN t.day END,
                CASE WHEN t.state = 'WAIVED' THEN 'Không còn' END, m.changed_at, t.authority_path
            FROM (SELECT l.*, CASE WHEN '%2$s' = 'own' THEN DATE '2020-12-01' + abs(hashtext(l.task_id::text)) %% 20
                        ELSE MAKE_DATE(l.year, 4, 1) + abs(hashtext(l.task_id::text)) %% 180 END AS day,
                    CASE WHEN '%2$s' = 'own' THEN 'WAIVED' WHEN l.year = 2021 AND abs(hashtext(l.task_id::text)) %% 5 = 0
                        THEN 'SUBMITTED' ELSE 'ACCEPTED' END AS state
                    FROM task_listing l JOIN plan p ON p.id = l.plan_id WHERE p.number LIKE '%2$s%%') t, milestone m
            WHERE m.id = '%1$s'""";

    private final Nation nation = Nation.random();
    private Commune.Issued real;
    private String milestone;
    private UUID plan;

    @BeforeEach
    void registerAuthorities() throws SQLException {
        Commune.now("2020-12-24T08:00:00+07:00");
        real = Commune.create().issueRealPlan();
        milestone = real.milestone(22, "2021-01");
        plan = real.planId();
        nation.register(AUTHORITIES);
    }

    @AfterEach
    void remove() throws SQLException {
        nation.remove("authority", "task_listing", "task", "milestone", "plan");
    }

    /** So many of each authority that the condition holds for. */
    private void fill(String of, String authorities, int each) throws SQLException {
        Nation.fill("milestone", MILESTONES.formatted(milestone, of, authorities, each));
        fillTasks(of, authorities, each, 2021);
    }

    /** Likewise without the milestones of that one task. */
    private void fillTasks(String of, String authorities, int each, int year) throws SQLException {
        Nation.fill("plan", PLANS.formatted(plan, of, authorities, each, year));
        Nation.fill("task", TASKS.formatted(real.task(22), of));
        Nation.fill("task_listing", LISTINGS.formatted(plan, of));
        Nation.fill("milestone", MILESTONES_OF_TASKS.formatted(milestone, of));
    }

    private Map<String, Cost> costs() throws SQLException {
        Nation.analyze("milestone", "plan", "task", "task_listing", "authority_tree");
        Map<String, Cost> costs = new LinkedHashMap<>();
        UUID province = nation.province();
        UUID district = nation.district();
        UUID commune = nation.commune();
        String ofProvince = TestTokens.superior(province);
        String ofDistrict = TestTokens.superior(district);
        String ofCommune = TestTokens.clerk(commune);
        costs.put("milestones of the province", milestones(ofProvince, "", province));
        costs.put("milestones of a district", milestones(ofDistrict, "", district));
        costs.put("milestones of a commune", milestones(ofCommune, "", commune));
        costs.put("milestones of a commune, for the province", milestones(ofProvince, "authority=" + commune, commune));
        costs.put("plans of the province", Nation.page(ofProvince, "plans", "plan", province));
        costs.put("plans of a district", Nation.page(ofDistrict, "plans", "plan", district));
        costs.put("plans of a commune", Nation.page(ofCommune, "plans", "plan", commune));
        costs.put(
                "plans of a commune, for the province",
                Nation.page(ofProvince, "plans?authority=" + commune, "plan", commune));
        costs.put("tasks of the province", Nation.page(ofProvince, "tasks", "task_listing", province));
        costs.put("tasks of a district", Nation.page(ofDistrict, "tasks", "task_listing", district));
        costs.put("tasks of a commune", Nation.page(ofCommune, "tasks", "task_listing", commune));
        costs.put(
                "tasks of the province by a word of many",
                Nation.page(
                        ofProvince,
                        "tasks?q=hien",
                        "task_listing",
                        province,
                        1000,
                        TaskWords.of("hien").query()));
        costs.put("plans of a year", Nation.page(ofDistrict, "plans?year=2021", "plan", district, 2021));
        LocalDate today = LocalDate.parse("2020-12-24");
        costs.put("milestones overdue", milestones(ofProvince, "overdue=true", province, today));
        costs.put(
                "milestones due in September",
                milestones(
                        ofProvince,
                        "dueFrom=2020-09-01&dueBefore=2020-10-01",
                        province,
                        LocalDate.parse("2020-10-01"),
                        LocalDate.parse("2020-09-01")));
        for (String filter : List.of("moved", "provisional")) {
            costs.put("milestones " + filter, milestones(ofProvince, filter + "=true", province));
        }
        costs.put("where the province stands", Nation.scope(ofProvince, "milestones", province));
        costs.put(
                "whether a commune is beneath the province",
                Nation.scope(ofProvince, "milestones?authority=" + commune, commune, province));
        return costs;
    }

    private static Cost milestones(String token, String filter, Object... parameters) throws SQLException {
        String list = filter.isEmpty() ? "milestones" : "milestones?" + filter;
        return Nation.pageInIndexOrder(token, list, "milestone", parameters);
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
                    .containsPattern(
                            list.contains("commune")
                                    ? "authority_id|pk_authority_tree"
                                    : "beneath_[12]|pk_authority_tree")
                    .doesNotContain("\"Sort\"", "\"Incremental Sort\"");
            // Of each row its own page, and of a milestone those of its task: three of the index, and its own.
            assertThat(cost.chosen().buffers()).as(list).isLessThanOrEqualTo(51 * 5 + 10);
        });
    }

    /** A word of 60 tasks of one commune among many: read are a thousand tasks in the order of the list, then those that have it. */
    @Test
    void a_rare_word_costs_no_more_than_the_beginning_of_the_list_and_the_tasks_that_have_it() throws SQLException {
        fill("own", "id = '" + nation.commune() + "'", 60);
        fill("b", nation.all(), Nation.each());
        UUID province = nation.province();
        String word = TaskWords.of("own").query();

        // Of each task its page, and some of the indexes.
        assertThat(cost("tasks?q=own", new Object[] {province, 1000, word, 51}, new Object[] {province, word, 51}))
                .isLessThanOrEqualTo(1_000 + 60 + 100);
        // Of each milestone at the beginning that of its task, its own and some of the index, and of the 60 likewise.
        assertThat(cost(
                        "milestones?q=own",
                        new Object[] {province, word},
                        new Object[] {province, word, 2001},
                        withOwnTasks(province)))
                .isLessThanOrEqualTo(5 * 1_000 + 60 * 10 + 200);
    }

    /** The state of 60 milestones of one commune, and days on which they alone are due. */
    @Test
    void a_rare_state_or_day_costs_no_more_than_the_milestones_that_have_it() throws SQLException {
        fillTasks("own", "id = '" + nation.commune() + "'", 60, 2021);
        fillTasks("b", nation.all(), Nation.each(), 2021);
        UUID province = nation.province();
        Object[] state = {province, "WAIVED"};
        Object[] days = {province, LocalDate.parse("2020-12-01"), LocalDate.parse("2020-12-20")};

        for (Object[] narrowed : List.of(state, days)) {
            String list = narrowed == state ? "tasks?state=WAIVED" : "tasks?dueFrom=2020-12-01&dueTo=2020-12-20";
            Object[] years = Stream.concat(Stream.of(province, province), Stream.of(narrowed))
                    .toArray();
            Object[] found = Stream.concat(Stream.of(narrowed), Stream.of(2021, province, -2021, 51))
                    .toArray();
            Object[] few = Stream.concat(Stream.of(narrowed), Stream.of(2021)).toArray();
            // Of each milestone, twice, its own page; that of its task and some of the indexes.
            assertThat(cost(list, years, few, found)).as(list).isLessThanOrEqualTo(60 * 7 + 100);
        }
        // Of each milestone its own page, that of its task by an index up to three high, and some of the indexes.
        assertThat(milestones(TestTokens.superior(province), "state=WAIVED", province)
                        .chosen()
                        .buffers())
                .isLessThanOrEqualTo(51 * 5 + 100);
    }

    /** One in five milestones of a past year, and none of all later ones. */
    @Test
    void what_was_common_in_a_past_year_alone_is_read_from_that_year() throws SQLException {
        fillTasks("b", nation.all(), Nation.each(), 2021);
        fillTasks("c", nation.all(), Nation.each(), 2022);
        UUID province = nation.province();

        LocalDate from = LocalDate.parse("2021-04-01");
        LocalDate to = LocalDate.parse("2021-06-30");

        // Of 251 milestones their pages; of 51 in five its task, and the milestones of these.
        assertThat(cost(
                        "tasks?state=SUBMITTED",
                        new Object[] {province, province, province, "SUBMITTED"},
                        new Object[] {province, "SUBMITTED", 2021},
                        new Object[] {province, -2021, 1000, "SUBMITTED", 51}))
                .isLessThanOrEqualTo(251 + 51 * 5 * 6 + 200);
        assertThat(cost(
                        "tasks?dueFrom=2021-04-01&dueTo=2021-06-30",
                        new Object[] {province, province, province, from, to},
                        new Object[] {province, from, to, 2021},
                        new Object[] {province, -2021, 1000, from, to, 51}))
                .isLessThanOrEqualTo(251 + 51 * 5 * 6 + 200);
    }

    /** Pages of the database that a request for 50 touches, as the planner chooses, by the parameters of each of its statements. */
    private int cost(String list, Object[]... parameters) throws SQLException {
        Nation.analyze("milestone", "plan", "task", "task_listing");
        StatementLog.forget();
        Commune.as(TestTokens.superior(nation.province()))
                .get("/api/v1/" + list + "&limit=50")
                .then()
                .statusCode(200)
                .body("items", hasSize(50));
        List<String> statements = StatementLog.all().stream()
                .filter(sql -> sql.contains("task_listing") || sql.contains("milestone"))
                .toList();
        assertThat(statements).as(list).hasSize(parameters.length);
        int cost = 0;
        for (int i = 0; i < parameters.length; i++) {
            assertThat(statements.get(i).chars().filter(sign -> sign == '?').count())
                    .as(statements.get(i))
                    .isEqualTo(parameters[i].length);
            cost += QueryPlan.of(statements.get(i), parameters[i]).buffers();
        }
        return cost;
    }

    /** Parameters of a statement that has one for each task of the commune; of the last, repeated, so many that they are 64. */
    private Object[] withOwnTasks(UUID province) throws SQLException {
        List<Object> parameters = new ArrayList<>(List.of(province));
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT task_id FROM task_listing WHERE words @@ 'own' AND authority_id = '" + nation.commune()
                                + "'")) {
            while (row.next()) {
                parameters.add(row.getObject(1, UUID.class));
            }
        }
        while (parameters.size() <= 64) {
            parameters.add(parameters.get(parameters.size() - 1));
        }
        return parameters.toArray();
    }

    @Test
    void the_own_authority_and_those_beneath_it_are_one_list_in_one_order() throws SQLException {
        UUID province = nation.province();
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

        // Of each of the province and its districts two of one task, and one of each of two others.
        assertThat(stored).hasSize(34 * 4);
        assertThat(listed).isEqualTo(stored);
    }
}
