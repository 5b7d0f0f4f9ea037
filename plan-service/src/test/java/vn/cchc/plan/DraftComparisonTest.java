package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** A draft whose document was replaced tells what that has changed. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DraftComparisonTest {

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

    private void replace(ObjectNode document, int version) {
        commune.asClerk()
                .header("If-Match", "\"" + version + "\"")
                .body(Commune.request(document).toString())
                .put(draft)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse changes() {
        return commune.asClerk().get(draft + "/changes").then();
    }

    private static ObjectNode row(ObjectNode document, int order) {
        return (ObjectNode) document.get("annex").get(order - 1);
    }

    @Test
    void the_first_document_has_nothing_before_it() {
        changes()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("versionBefore", nullValue())
                .body("rows", empty())
                .body("settled", empty());
    }

    @Test
    void the_same_document_again_has_changed_nothing() {
        replace(RealPlan.json(), 0);

        changes()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("versionBefore", equalTo(0))
                .body("rows", empty())
                .body("linesRemoved", empty())
                .body("linesAdded", empty())
                .body("settled", empty())
                .body("raised", empty());
    }

    @Test
    void cells_lines_and_findings_that_changed_are_told() {
        ObjectNode document = RealPlan.json();
        row(document, LATE_PLAN).put("timing", "Trước 15/01/2021").remove("lead");
        ((ObjectNode) document.get("header")).put("statedTotal", 33_900_000);
        replace(document, 0);

        changes()
                .statusCode(200)
                .body("rows.change", contains("CHANGED"))
                .body("rows.order", contains(LATE_PLAN))
                .body("rows[0].cells.column", contains("LEAD", "TIMING"))
                .body("rows[0].cells[0].after", nullValue())
                .body("rows[0].cells[1].before", equalTo("Trước 31/12/2020"))
                .body("rows[0].cells[1].after", equalTo("Trước 15/01/2021"))
                .body("linesRemoved.text", contains("34900000"))
                .body("linesAdded.part", contains("STATED_TOTAL"))
                .body("settled.code", contains("BUDGET_TOTAL_DIFFERS", "DEADLINE_OUTSIDE_YEAR"))
                .body("raised.code", contains("LEAD_MISSING"));
    }

    @Test
    void an_amount_as_printed_is_a_cell_too() {
        ObjectNode document = RealPlan.json();
        row(document, LATE_PLAN).put("printedAmount", "12,9 (triệu đồng)");
        replace(document, 0);

        changes()
                .body("rows.order", contains(LATE_PLAN))
                .body("rows[0].cells.column", contains("PRINTED_AMOUNT"))
                .body("rows[0].cells[0].after", equalTo("12,9 (triệu đồng)"));
        page().body(containsString("<td>Kinh phí (như in)</td><td class=\"quiet\"></td><td>12,9 (triệu đồng)</td>"));
    }

    @Test
    void rows_linked_with_a_target_are_told_with_it() {
        ObjectNode document = RealPlan.json();
        ObjectNode target =
                (ObjectNode) document.get("areas").get(0).get("targets").get(0);
        target.putArray("linkedRows").add(LATE_PLAN);
        replace(document, 0);

        changes()
                .body("linesRemoved.part", contains("TARGETS"))
                .body("linesRemoved[0].linkedRows", nullValue())
                .body("linesAdded[0].text", equalTo(target.get("text").asText()))
                .body("linesAdded[0].linkedRows", contains(LATE_PLAN));
        page().body(containsString("(gắn với dòng " + LATE_PLAN + ")</td>"));
    }

    @Test
    void another_order_of_areas_measures_and_rows_is_told() {
        ObjectNode document = RealPlan.json();
        ArrayNode areas = (ArrayNode) document.get("areas");
        areas.add(areas.remove(0));
        ArrayNode measures = (ArrayNode) areas.get(0).get("measures");
        String measure = measures.remove(measures.size() - 1).asText();
        measures.insert(0, measure);
        ArrayNode annex = (ArrayNode) document.get("annex");
        int last = annex.size();
        ObjectNode row = row(document, last - 1);
        ObjectNode next = row(document, last);
        assertThat(next.get("parent")).isEqualTo(row.get("parent"));
        annex.set(last - 2, next.put("order", last - 1));
        annex.set(last - 1, row.put("order", last));
        replace(document, 0);

        changes()
                .body("linesRemoved", empty())
                .body("linesAdded", empty())
                .body("linesMoved.part", contains("AREA_TITLE", "MEASURES"))
                .body("linesMoved[1].text", equalTo(measure))
                .body("rows", hasSize(1))
                .body("rows[0].moved", equalTo(true))
                .body("rows[0].cells", empty());
        page().body(containsString("<td class=\"quiet\">(ở chỗ khác)</td>"));
    }

    @Test
    void rows_that_only_moved_on_have_not_changed_and_nor_have_their_findings() {
        ObjectNode document = RealPlan.json();
        ArrayNode annex = (ArrayNode) document.get("annex");
        for (int i = LATE_PLAN; i < annex.size(); i++) {
            ObjectNode each = (ObjectNode) annex.get(i);
            each.put("order", each.get("order").intValue() + 1);
            if (each.has("parent") && each.get("parent").intValue() > LATE_PLAN) {
                each.put("parent", each.get("parent").intValue() + 1);
            }
        }
        annex.insertObject(LATE_PLAN)
                .put("order", LATE_PLAN + 1)
                .put("parent", row(document, LATE_PLAN).get("parent").intValue())
                .put("title", "Quyết định phân công theo dõi cải cách hành chính")
                .put("lead", "Văn phòng - Thống kê")
                .put("timing", "Trước 20/01/2021");
        for (var area : document.get("areas")) {
            for (var target : area.withArray("targets")) {
                if (target.has("linkedRows")) {
                    ArrayNode linked = (ArrayNode) target.get("linkedRows");
                    for (int i = 0; i < linked.size(); i++) {
                        linked.set(i, linked.get(i).intValue() + (linked.get(i).intValue() > LATE_PLAN ? 1 : 0));
                    }
                }
            }
        }
        replace(document, 0);

        changes()
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].change", equalTo("ADDED"))
                .body("rows[0].order", equalTo(LATE_PLAN + 1))
                .body("rows[0].cells.column", contains("TITLE", "LEAD", "TIMING"))
                .body("settled.findAll { it.code != 'TARGET_CONFLICT' && it.code != 'UNIT_SPELLINGS' }", empty());
    }

    private void correctRow(int version, ObjectNode row) {
        commune.asClerk()
                .header("If-Match", "\"" + version + "\"")
                .body(row.toString())
                .put(draft + "/rows/" + row.get("order"))
                .then()
                .statusCode(200);
    }

    @Test
    void after_ten_corrections_each_is_seen_since_the_import_and_the_last_one_alone_too() {
        ObjectNode document = RealPlan.json();
        for (int i = 0; i < 10; i++) {
            correctRow(i, row(document, LATE_PLAN + i).put("timing", "Trước 2" + i + "/3/2021"));
        }

        changes().body("versionBefore", equalTo(9)).body("rows.order", contains(LATE_PLAN + 9));
        since("LAST").body("rows.order", contains(LATE_PLAN + 9));
        since("FIRST")
                .statusCode(200)
                .header("ETag", "\"10\"")
                .body("versionBefore", equalTo(0))
                .body("rows.order", contains(2, 3, 4, 5, 6, 7, 8, 9, 10, 11))
                .body("rows[0].cells[0].after", equalTo("Trước 20/3/2021"));
        since("first").statusCode(400).body("errors.field", contains("since"));
    }

    private ValidatableResponse since(String since) {
        return commune.asClerk().get(draft + "/changes?since=" + since).then();
    }

    @Test
    void the_page_shows_what_was_changed_since_the_import() {
        page().body(not(containsString("Đã sửa so với")));
        ObjectNode document = RealPlan.json();
        correctRow(
                0,
                row(document, LATE_PLAN)
                        .put("timing", "Trước 15/01/2021")
                        .put("title", "Ban hành <kế hoạch>")
                        .put("amount", 1_500_000));
        ((ObjectNode) document.get("header")).put("statedTotal", 33_900_000);
        replace(document, 1);

        page().body(containsString("5. Đã sửa so với văn bản nhập lần đầu</h2>"))
                .body(containsString(
                        "<td>Thời gian</td><td class=\"quiet\">Trước 31/12/2020</td><td>Trước 15/01/2021</td>"))
                .body(containsString("<td>Ban hành &lt;kế hoạch&gt;</td>"))
                .body(containsString("<td>Kinh phí</td><td class=\"quiet\"></td><td>1.500.000 đ</td>"))
                .body(containsString("<td>Tổng kinh phí</td><td class=\"quiet\"></td><td>33.900.000 đ</td>"))
                .body(containsString("<h3>Điểm không còn</h3>"))
                .body(not(containsString("NOT_FOUND")));
    }

    private ValidatableResponse page() {
        return commune.asClerk().get(draft + "/review").then().statusCode(200);
    }

    /** Such a replica runs beside this version during an upgrade. */
    @Test
    void the_earliest_document_that_is_known_is_the_first_where_a_replica_of_the_version_before_has_replaced_others()
            throws SQLException {
        ObjectNode document = RealPlan.json();
        correctRow(0, row(document, LATE_PLAN).put("title", "Tên thứ nhất"));
        // It keeps the document before the last, too, and not the first.
        correctRow(1, row(document, LATE_PLAN).put("title", "Tên thứ hai"));
        run("DELETE FROM plan_import_first WHERE import_id = ");
        since("FIRST").body("versionBefore", equalTo(1)).body("rows[0].cells[0].before", equalTo("Tên thứ nhất"));
        correctRow(2, row(document, LATE_PLAN).put("title", "Tên thứ ba"));

        since("FIRST")
                .body("versionBefore", equalTo(1))
                .body("rows[0].cells[0].before", equalTo("Tên thứ nhất"))
                .body("rows[0].cells[0].after", equalTo("Tên thứ ba"));
        page().body(containsString("Đã sửa so với bản nháp ở phiên bản 1"));

        // What it does when the draft is issued or given up.
        run("DELETE FROM plan_import_before WHERE import_id = ");
        assertThat(run("DELETE FROM plan_import_first WHERE import_id = ")).isZero();
    }

    private int run(String statement) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement run = connection.createStatement()) {
            return run.executeUpdate(statement + "'" + draft.substring(draft.lastIndexOf('/') + 1) + "'");
        }
    }

    @Test
    void a_corrected_row_is_a_change_too_and_what_is_given_up_is_not_compared() {
        ObjectNode corrected = row(RealPlan.json(), LATE_PLAN).put("title", "Kế hoạch cải cách hành chính");
        commune.asClerk()
                .header("If-Match", "\"0\"")
                .body(corrected.toString())
                .put(draft + "/rows/" + LATE_PLAN)
                .then()
                .statusCode(200);
        changes().body("rows[0].cells.column", hasItem("TITLE")).body("versionBefore", equalTo(0));

        commune.asClerk()
                .header("If-Match", "\"1\"")
                .post(draft + "/discards")
                .then()
                .statusCode(200);
        changes().statusCode(409);
        Commune.create().asClerk().get(draft + "/changes").then().statusCode(404);
    }
}
