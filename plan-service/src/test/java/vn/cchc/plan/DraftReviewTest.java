package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** The review of a draft before it is issued. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DraftReviewTest {

    private static final int FIRST_QUARTER_REPORT = 4;
    private static final int LATE_PLAN = 2;

    private Commune commune;
    private String draft;

    @BeforeEach
    void aDraftOfTheRealPlan() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        draft = "/api/v1/plan-imports/"
                + commune.importPlan(RealPlan.json())
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private ValidatableResponse get(String path) {
        return commune.asClerk().get(draft + path).then();
    }

    private ValidatableResponse correct(int order, Object row, String etag) {
        return commune.asClerk()
                .header("If-Match", etag)
                .body(row)
                .put(draft + "/rows/" + order)
                .then();
    }

    @Test
    void a_row_shows_what_is_printed_beside_what_was_read() {
        get("/rows/" + FIRST_QUARTER_REPORT)
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("printed.title", equalTo("Báo cáo định kỳ hàng quý, 6 tháng, năm về CCHC"))
                .body("printed.timing", startsWith("Quý I, 6 tháng, quý III trước ngày cuối cùng"))
                .body("level", equalTo(3))
                .body("leads.unitCode", contains("VPTK"))
                .body("coordinating.unitCode", contains("BPMC"))
                .body("rules.kind", contains("REPORT_SCHEDULE"))
                .body("rules[0].occurrences.key", contains("2021-Q1", "2021-H1", "2021-Q3", "2021-Y1", "2021-Y2"))
                .body("rules[0].occurrences[0].dueOn", equalTo("2021-02-27"))
                .body("rules[0].occurrences[0].workOn", equalTo("2021-02-26"))
                .body("unreadTiming", nullValue())
                .body("findings.find { it.code == 'DUE_ON_DAY_OFF' }.column", equalTo("TIMING"))
                .body("findings.find { it.code == 'DUE_ON_DAY_OFF' }.severity", equalTo("NOTICE"));
        get("/rows/1")
                .body("heading", equalTo(true))
                .body("stated.amount", equalTo(12_900_000))
                .body("computed.amount", equalTo(11_900_000))
                .body("findings.code", hasItem("BUDGET_HEADING_DIFFERS"));
        get("/rows/30").body("printed.code", equalTo("2,2,1")).body("code", equalTo("2.2.1"));
        get("/rows/104").statusCode(404);
    }

    @Test
    void rows_come_in_pages_in_printed_order_until_the_draft_is_corrected() {
        List<Integer> orders = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = get("/rows?limit=40&cursor=" + cursor)
                    .statusCode(200)
                    .extract()
                    .response();
            orders.addAll(page.path("items.printed.order"));
            cursor = page.path("next");
        }
        assertThat(orders).hasSize(103).isSorted().doesNotHaveDuplicates();

        String second = get("/rows?limit=40").extract().path("next");
        Map<String, Object> row = get("/rows/5").extract().path("printed");
        correct(5, row, "\"0\"").statusCode(200);
        get("/rows?limit=40&cursor=" + second).statusCode(400).body("type", endsWith("malformed-cursor"));
        get("/rows?limit=0").statusCode(400);
    }

    @Test
    void targets_show_their_aim_in_words_and_the_rows_of_the_same_meaning() {
        get("/targets?limit=200")
                .statusCode(200)
                .body("items.areaNumber", everyItem(notNullValue()))
                .body("items.findAll { it.aim }.aim.words", everyItem(notNullValue()))
                .body("items.find { 87 in it.rows }.findings.code", contains("TARGET_CONFLICT"));
    }

    @Test
    void the_year_is_seen_before_it_is_issued() {
        Response days = get("/due-days?limit=200").statusCode(200).extract().response();
        assertThat(days.<List<String>>path("items.dueOn")).isSorted().contains("2021-02-27");
        int planned = get("").extract().path("summary.milestones");
        assertThat(days.<List<String>>path("items.dueOn")).hasSizeLessThanOrEqualTo(planned);
        get("/due-days?limit=1")
                .body("items[0].dueOn", equalTo("2020-12-30"))
                .body("items[0].row", equalTo(LATE_PLAN))
                .body("items[0].leads.unitCode", contains("VPTK"))
                .body("next", notNullValue());
    }

    @Test
    void a_row_is_corrected_in_its_place_and_says_what_that_settles_and_raises() {
        Map<String, Object> row = get("/rows/" + LATE_PLAN).extract().path("printed");
        row.put("timing", "Trước 15/01/2021");
        correct(LATE_PLAN, row, "\"0\"")
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("row.rules[0].occurrences[0].dueOn", equalTo("2021-01-14"))
                .body("settled.code", contains("DEADLINE_OUTSIDE_YEAR"))
                .body("raised", empty())
                .body("summary.rows", equalTo(103));

        row.put("timing", "Khoảng tháng 6");
        row.remove("lead");
        correct(LATE_PLAN, row, "\"1\"")
                .statusCode(200)
                .body("row.rules", empty())
                .body("row.unreadTiming.code", equalTo("VAGUE"))
                .body("raised.code", contains("LEAD_MISSING", "TIMING_UNREAD"))
                .body("raised.cells.row.flatten()", contains(LATE_PLAN, LATE_PLAN));
        get("").body("version", equalTo(2)).body("findings.code", hasItem("TIMING_UNREAD"));
    }

    @Test
    void a_correction_keeps_the_place_of_the_row_and_the_draft_of_others() {
        Map<String, Object> row = get("/rows/" + LATE_PLAN).extract().path("printed");
        correct(3, row, "\"0\"").statusCode(422).body("errors.field", contains("order"));
        correct(LATE_PLAN, row, "\"7\"").statusCode(412);
        row.put("order", 104);
        correct(104, row, "\"0\"").statusCode(404);
        row.put("order", LATE_PLAN);
        row.put("parent", 50);
        correct(LATE_PLAN, row, "\"0\"").statusCode(422).body("errors.field", contains("parent"));
        row.put("parent", 1);
        row.put("title", " ");
        correct(LATE_PLAN, row, "\"0\"").statusCode(422).body("errors.field", contains("title"));
        get("").body("version", equalTo(0));
    }

    @Test
    void the_page_shows_the_whole_draft_and_loads_nothing() throws IOException {
        Response page = get("/review")
                .statusCode(200)
                .header("Content-Type", equalTo("text/html;charset=UTF-8"))
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .extract()
                .response();
        Files.writeString(Path.of("target", "review.html"), page.asString());
        assertThat(page.asString())
                .contains("KẾ HOẠCH: Thực hiện công tác cải cách hành chính năm 2021")
                .contains("Tổng kinh phí ghi 34.900.000 đ, các nhiệm vụ cộng lại 33.900.000 đ")
                .contains("→ Quý I/2021: 27/02/2021, làm việc đến 26/02/2021")
                .contains("id=\"dong-103\"")
                .contains("→ Quý I/2021: không có ngày cụ thể, đặt hạn bằng tay")
                .doesNotContain("NOT_FOUND")
                .doesNotContain("<script");
    }

    @Test
    void the_page_names_the_cell_of_a_finding() {
        get("/review")
                .body(containsString("– <b>Kinh phí</b> dòng <a href=\"#dong-1\">1</a>"))
                .body(containsString("– <b>Tổng kinh phí (phần đầu văn bản)</b>"))
                .body(containsString("<b>Nhiệm vụ</b> dòng <a href=\"#dong-87\">87</a></span><span class=\"quiet\">; "
                        + "<b>Chỉ tiêu (lĩnh vực 6, thứ "))
                .body(containsString("<b>Thời gian:</b> "));
    }

    @Test
    void findings_are_listed_by_severity_then_code_then_place() {
        Response seen = get("").extract().response();
        List<String> severities = seen.path("findings.severity");
        List<String> codes = seen.path("findings.code");
        assertThat(severities)
                .isSortedAccordingTo(Comparator.comparing(List.of("ERROR", "WARNING", "NOTICE")::indexOf));
        assertThat(codes.stream().distinct().toList())
                .as("those of one code together")
                .hasSize((int) IntStream.range(0, codes.size())
                        .filter(i -> i == 0 || !codes.get(i).equals(codes.get(i - 1)))
                        .count());
        List<Integer> rows = seen.path("findings.findAll { it.code == 'DUE_ON_DAY_OFF' }.rows.collect { it[0] }");
        assertThat(rows).hasSizeGreaterThan(2).isSorted();
    }

    @Test
    void text_of_a_document_is_text_of_the_page() {
        Map<String, Object> row = get("/rows/" + LATE_PLAN).extract().path("printed");
        row.put("title", "Ban hành <script>alert(1)</script> & \"kế hoạch\"");
        correct(LATE_PLAN, row, "\"0\"").statusCode(200);
        get("/review").body(containsString("Ban hành &lt;script&gt;alert(1)&lt;/script&gt; &amp;"));
    }

    @Test
    void cells_of_other_columns_stay_with_their_row_when_the_plan_is_issued() {
        Map<String, Object> row = get("/rows/" + LATE_PLAN).extract().path("printed");
        row.put("otherCells", List.of(Map.of("heading", "Nguồn kinh phí", "text", " ")));
        correct(LATE_PLAN, row, "\"0\"").statusCode(422).body("errors.field", contains("otherCells[0].text"));
        row.put(
                "otherCells",
                List.of(Map.of("heading", "Nguồn kinh phí", "text", "Ngân sách xã"), Map.of("text", "Theo mẫu")));
        correct(LATE_PLAN, row, "\"0\"")
                .statusCode(200)
                .body("row.printed.otherCells.text", contains("Ngân sách xã", "Theo mẫu"));
        get("/review").body(containsString("Nguồn kinh phí: Ngân sách xã")).body(containsString(">Theo mẫu<"));

        String plan = commune.asLeader()
                .header("If-Match", "\"1\"")
                .post(draft + "/issuances")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        commune.asClerk()
                .get("/api/v1/plans/" + plan + "/tasks")
                .then()
                .body("items.find { it.seq == 2 }.otherCells.heading", contains("Nguồn kinh phí", null))
                .body("items.find { it.seq == 2 }.otherCells.text", contains("Ngân sách xã", "Theo mẫu"))
                .body("items.find { it.seq == 3 }.otherCells", empty());
    }

    @Test
    void what_growth_is_relative_to_stays_with_its_target_in_draft_plan_and_events() throws SQLException {
        String fall = "Giảm ít nhất 20% so với năm 2020";
        ObjectNode document = RealPlan.json();
        ((ObjectNode) document.get("areas").get(0).get("targets").get(0)).put("text", fall);
        commune.asClerk()
                .header("If-Match", "\"0\"")
                .body(Commune.request(document).toString())
                .put(draft)
                .then()
                .statusCode(200);
        get("/targets").body("items.find { it.text == '" + fall + "' }.aim.base", equalTo("năm 2020"));
        get("/review").body(containsString("mốc so sánh: năm 2020"));

        String plan = commune.asLeader()
                .header("If-Match", "\"1\"")
                .post(draft + "/issuances")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Map<String, Object> target = commune.asClerk()
                .get("/api/v1/plans/" + plan + "/targets")
                .then()
                .body("items.find { it.text == '" + fall + "' }.base", equalTo("năm 2020"))
                .body("items.findAll { it.ours }.base", everyItem(nullValue()))
                .extract()
                .path("items.find { it.text == '" + fall + "' }");
        String reading = commune.asClerk()
                .body(Map.of("period", "2021-Q1", "numerator", 75, "denominator", 100, "source", "Sổ theo dõi"))
                .post("/api/v1/targets/" + target.get("id") + "/readings")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT state ->> 'base' FROM journal WHERE kind = 'target-reading' AND id = '" + reading
                                + "'")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("năm 2020");
        }
    }

    @Test
    void what_is_issued_or_given_up_is_no_longer_reviewed() {
        commune.asClerk()
                .header("If-Match", "\"0\"")
                .post(draft + "/discards")
                .then()
                .statusCode(200);
        for (String path : List.of("/rows", "/rows/1", "/targets", "/due-days", "/review")) {
            get(path).statusCode(409).body("type", endsWith("plan-import-settled"));
        }
    }

    @Test
    void a_plan_states_at_most_as_many_milestones_as_people_can_follow() {
        ObjectNode document = RealPlan.json();
        ((ObjectNode) document.get("header")).put("number", "58/KH-UBND");
        ArrayNode annex = document.putArray("annex");
        for (int order = 1; order <= 1000; order++) {
            annex.addObject().put("order", order).put("title", "Họp giao ban").put("timing", "Thứ hai hàng tuần");
        }
        commune.importPlan(document)
                .then()
                .statusCode(422)
                .body("type", endsWith("plan-document-invalid"))
                .body("detail", containsString("50000"));
    }
}
