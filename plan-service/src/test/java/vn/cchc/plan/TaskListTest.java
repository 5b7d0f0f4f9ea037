package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;

/** Tasks are found across plans by any word of them, and listed page by page in one order. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TaskListTest {

    /** Its own title has no "phản ánh", the heading above it has. */
    private static final int FEEDBACK_ROW = 15;

    /** 2.2.2, which the plan of 2022 prints with commas. */
    private static final int COMMA_ROW = 34;

    private static Commune shared;
    private static Commune.Issued real;

    private Commune commune;

    @BeforeEach
    void issueOnce() {
        Commune.now("2020-12-24T08:00:00+07:00");
        if (shared == null) {
            Commune filled = Commune.create();
            real = filled.issueRealPlan();
            ObjectNode next = RealPlan.json();
            ((ObjectNode) next.get("header")).put("number", "60/KH-UBND").put("year", 2022);
            ((ObjectNode) next.get("annex").get(COMMA_ROW - 1)).put("code", "2,2,2");
            filled.issue(next);
            shared = filled;
        }
        commune = shared;
    }

    private ValidatableResponse find(String... parameters) {
        return commune.asClerk()
                .queryParams(parameters.length == 0 ? Map.of() : Map.of(parameters[0], parameters[1]))
                .queryParam("limit", 200)
                .get("/api/v1/tasks")
                .then()
                .statusCode(200);
    }

    private List<Integer> found(String q) {
        return commune.asClerk()
                .queryParam("q", q)
                .queryParam("year", 2021)
                .queryParam("limit", 200)
                .get("/api/v1/tasks")
                .then()
                .statusCode(200)
                .extract()
                .path("items.seq");
    }

    @Test
    void every_word_of_a_row_finds_it() {
        List<Map<String, Object>> rows = real.get("/tasks").extract().path("items.findAll { !it.heading }");
        List<String> missed = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            String cells = row.get("title") + " " + row.getOrDefault("timingText", "") + " "
                    + row.getOrDefault("leadText", "");
            List<String> words = Arrays.stream(cells.split("[\\s,.;:()“”\"]+"))
                    .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                    .distinct()
                    .toList();
            for (int i = 0; i < words.size(); i += 7) {
                if (!found(words.get(i)).contains((Integer) row.get("seq"))) {
                    missed.add(row.get("seq") + ": " + words.get(i));
                }
            }
        }

        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phản ánh", "PHAN ANH", "ánh phản", "\u00A0phản\u00A0\u200Bánh ", "phản, ánh;", "phản-ánh"})
    void words_are_found_in_any_order_however_they_are_written(String q) {
        assertThat(found(q)).contains(FEEDBACK_ROW).isEqualTo(found("phản ánh"));
        assertThat(found(Normalizer.normalize(q, Normalizer.Form.NFD))).isEqualTo(found("phản ánh"));
    }

    @Test
    void all_words_must_be_there() {
        assertThat(found("phản ánh khôngcótừnày")).isEmpty();
        assertThat(found("pha an")).containsAll(found("phản ánh"));
        assertThat(found("định"))
                .isEqualTo(found("Ðịnh"))
                .isEqualTo(found("DINH"))
                .isNotEmpty();
    }

    @Test
    void a_code_a_unit_and_a_day_are_words_too() {
        assertThat(found("5.1.2")).contains(70, 71);
        assertThat(found("VPTK")).isNotEmpty();
        assertThat(found("30/9/2021")).isNotEmpty();
        assertThat(found("Văn phòng-Thống kê")).isNotEmpty().isEqualTo(found("van phong thong ke"));
    }

    @Test
    void what_is_no_text_of_a_query_is_a_word_or_nothing() {
        for (String q : List.of("a' | 'b", "\\", "x\\", "'", "!bao", "bao:*", "(bao", "bao & cao", "%", "_")) {
            commune.asClerk()
                    .queryParam("q", q)
                    .get("/api/v1/tasks")
                    .then()
                    .statusCode(q.codePoints().anyMatch(Character::isLetterOrDigit) ? 200 : 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "---", "\u0001\u0002", "\u200B", "…"})
    void a_search_without_a_word_is_refused(String q) {
        refused("q", q, 400, "q");
        commune.asClerk().queryParam("q", q).get("/api/v1/milestones").then().statusCode(400);
    }

    @Test
    void too_long_a_search_is_refused() {
        refused("q", "từ ".repeat(500), 400, "q");
        refused("q", "a b c d e f g h i k l m n", 400, "q");
    }

    @ParameterizedTest
    @CsvSource({
        "state, LATE, 400",
        "dueFrom, 2021-02-30, 400",
        "year, 1999, 400",
        "plan, 57, 400",
        "cursor, abc, 400",
    })
    void a_filter_that_is_none_is_refused(String name, String value, int status) {
        commune.asClerk().queryParam(name, value).get("/api/v1/tasks").then().statusCode(status);
    }

    @Test
    void a_range_of_days_that_ends_before_it_begins_is_refused() {
        commune.asClerk()
                .get("/api/v1/tasks?dueFrom=2021-03-02&dueTo=2021-03-01")
                .then()
                .statusCode(422)
                .body("errors.field", contains("dueTo"));
    }

    private void refused(String name, String value, int status, String field) {
        commune.asClerk()
                .queryParam(name, value)
                .get("/api/v1/tasks")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("errors.field", contains(field));
    }

    @Test
    void the_latest_year_comes_first_in_printed_order_and_pages_make_the_whole_list() {
        List<String> whole = find().extract().path("items.id");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            var page = commune.asClerk()
                    .get("/api/v1/tasks?limit=31" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            paged.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());

        assertThat(whole).hasSize(144).doesNotHaveDuplicates();
        assertThat(paged).isEqualTo(whole);
        assertThat(find().extract().<List<Integer>>path("items.year"))
                .startsWith(2022)
                .endsWith(2021);
        assertThat(find("year", "2021").extract().<List<Integer>>path("items.seq"))
                .isSorted()
                .hasSize(72);
    }

    @Test
    void a_list_is_narrowed_by_code_plan_unit_state_and_due_days() {
        find("code", "5.1.2").body("items.code", everyItem(equalTo("5.1.2"))).body("items", hasSize(4));
        for (String printed : List.of("2,2,2", "2.2.2", "2.2.2.", " 2.2.2\u00A0")) {
            find("code", printed)
                    .body("items.code", everyItem(equalTo("2.2.2")))
                    .body("items", hasSize(2));
        }
        find("code", "2,2").body("items", empty());
        find("plan", real.planId().toString())
                .body("items.planNumber", everyItem(equalTo("57/KH-UBND")))
                .body("items", hasSize(72));
        find("unit", commune.unit("VPTK").toString())
                .body("items.leadUnitId", everyItem(equalTo(commune.unit("VPTK").toString())));
        find("state", "WAIVED").body("items", empty());
        find("state", "UNARMED").body("items.seq", hasItem(FEEDBACK_ROW + 1));
        List<String> owed = commune.asClerk()
                .get("/api/v1/milestones?dueFrom=2021-02-01&dueBefore=2021-03-01&state=OPEN&limit=200")
                .then()
                .extract()
                .path("items.taskId");
        List<String> tasks = commune.asClerk()
                .get("/api/v1/tasks?dueFrom=2021-02-01&dueTo=2021-02-28&state=OPEN&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(tasks).isNotEmpty().containsExactlyInAnyOrderElementsOf(new TreeSet<>(owed));
    }

    @Test
    void tasks_by_state_are_one_list_over_years_and_pages() {
        List<String> ofStates = new ArrayList<>();
        String cursor = "";
        do {
            var page = commune.asClerk()
                    .get("/api/v1/tasks?state=OPEN&limit=7" + cursor)
                    .then()
                    .statusCode(200)
                    .extract();
            ofStates.addAll(page.path("items.id"));
            cursor = page.path("next") == null ? "" : "&cursor=" + page.path("next");
        } while (!cursor.isEmpty());
        List<String> open = commune.asClerk()
                .get("/api/v1/milestones?state=OPEN&limit=200")
                .then()
                .extract()
                .path("items.taskId");

        assertThat(ofStates)
                .doesNotHaveDuplicates()
                .containsAll(open)
                .isEqualTo(find("state", "OPEN").extract().<List<String>>path("items.id"));
        assertThat(find("state", "OPEN").extract().<List<Integer>>path("items.year"))
                .startsWith(2022)
                .endsWith(2021);
        assertThat(commune.asClerk()
                        .queryParam("q", "báo cáo")
                        .get("/api/v1/tasks?state=OPEN&year=2021&limit=200")
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("items.id"))
                .isNotEmpty()
                .isSubsetOf(ofStates);
    }

    @Test
    void milestones_are_found_by_the_words_of_their_task() {
        List<String> tasks = find("q", "phản ánh").extract().path("items.id");
        List<String> ofMilestones = commune.asClerk()
                .queryParam("q", "phản ánh")
                .queryParam("limit", 200)
                .get("/api/v1/milestones")
                .then()
                .statusCode(200)
                .extract()
                .path("items.taskId");

        assertThat(tasks).isNotEmpty().containsAll(ofMilestones);
        assertThat(ofMilestones).isNotEmpty();
    }

    private List<String> tasksOfMilestones(Map<String, String> parameters) {
        return commune.asClerk()
                .queryParams(parameters)
                .queryParam("limit", 200)
                .get("/api/v1/milestones")
                .then()
                .statusCode(200)
                .extract()
                .path("items.taskId");
    }

    @Test
    void milestones_are_found_by_the_code_of_their_task() {
        String code = commune.asClerk()
                .get("/api/v1/milestones?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.taskCode?.count('.') == 2 }.taskCode");
        List<String> tasks = find("code", code).extract().path("items.id");

        assertThat(tasksOfMilestones(Map.of("code", code)))
                .isNotEmpty()
                .isSubsetOf(tasks)
                .isEqualTo(tasksOfMilestones(Map.of("code", " " + code.replace('.', ',') + ". ")))
                .isEqualTo(tasksOfMilestones(Map.of("code", code, "q", code)));
        assertThat(tasksOfMilestones(Map.of("code", code.substring(0, code.lastIndexOf('.')))))
                .doesNotContainAnyElementsOf(tasks);
        assertThat(tasksOfMilestones(Map.of("code", code, "q", "khôngcótừnày"))).isEmpty();
        assertThat(tasksOfMilestones(Map.of("code", "-"))).isEmpty();
        assertThat(tasksOfMilestones(Map.of("code", "no code"))).isEmpty();
    }

    @Test
    void others_find_nothing_of_it_and_the_district_finds_all() {
        String path = "/api/v1/tasks?limit=200&q=phan";
        int all = commune.asClerk().get(path).then().extract().path("items.size()");
        assertThat(all).isPositive();
        Commune.create().asClerk().get(path).then().statusCode(200).body("items", empty());
        commune.asDistrict().get(path).then().statusCode(200).body("items", hasSize(all));
        commune.asDistrict()
                .get(path + "&authority=" + UUID.randomUUID())
                .then()
                .body("items", empty());
    }

    @Test
    void a_page_is_a_few_statements() {
        assertThat(StatementLog.inShort(() -> find()))
                .containsExactly("select task_listing", "select task", "select plan");
        assertThat(StatementLog.inShort(() -> find("q", "phản ánh"))).hasSize(5);
        // The years, of each of the two whether it has many and its tasks, and what is shown of them.
        assertThat(StatementLog.inShort(() -> find("state", "UNARMED"))).hasSize(7);
        assertThat(StatementLog.inShort(() -> find("state", "WAIVED"))).hasSize(1);
    }

    /** The database folds what is stored, the program what is searched for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kế hoạch số 57/KH-UBND, ngày 12/01/2021",
                "ĐƯỜNG Đất đai Ðịa Ɖ đ ð ɖ",
                "Văn phòng – Thống kê (TN&TKQ); “phản ánh”…",
                "xã\u00A0Thượng\u200B Lộ\u3000\u00ADquý\u2028IV",
                "7.4.3. a) - + TTHC O'Neil C:\\x",
                "≥ 90 % – 12.900.000 đ"
            })
    void words_are_folded_alike_by_the_database_and_the_program(String text) throws SQLException {
        for (String form : List.of(text, Normalizer.normalize(text, Normalizer.Form.NFD))) {
            assertThat(matches(form, TaskWords.of(form).query())).isTrue();
        }
        assertThat(matches(text, TaskWords.of(text + " vắng").query())).isFalse();
    }

    private static boolean matches(String text, String query) throws SQLException {
        try (Connection connection = LocalServers.connect();
                PreparedStatement select =
                        connection.prepareStatement("SELECT searchable_words(?) @@ CAST(? AS tsquery)")) {
            select.setString(1, text);
            select.setString(2, query);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }
}
