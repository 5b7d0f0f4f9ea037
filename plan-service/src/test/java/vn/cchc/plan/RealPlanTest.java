package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** The commune's plan of 2021, imported, issued and read over HTTP. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RealPlanTest {

    private Commune commune;

    @BeforeEach
    void onTheDayItWasSigned() {
        Commune.now("2020-12-24T09:00:00+07:00");
        commune = Commune.create();
    }

    @Test
    void the_draft_shows_what_was_read_and_what_was_found() {
        commune.importPlan(RealPlan.json())
                .then()
                .statusCode(201)
                .header("ETag", "\"0\"")
                .body("state", equalTo("DRAFT"))
                .body("summary.rows", equalTo(103))
                .body("summary.headings", equalTo(31))
                .body("summary.tasks", equalTo(72))
                .body("summary.stated.amount", equalTo(34_900_000))
                .body("summary.computed.amount", equalTo(33_900_000))
                .body("rows", hasSize(103))
                .body(
                        "findings.findAll { it.code == 'BUDGET_HEADING_DIFFERS' }.figures.stated",
                        contains(12_900_000, 18_000_000))
                .body(
                        "findings.findAll { it.code == 'BUDGET_HEADING_DIFFERS' }.figures.computed",
                        contains(11_900_000, 0))
                .body("findings.findAll { it.code == 'CODE_DUPLICATE' }.figures.code", contains("5.1.2", "7.4.3"))
                .body("findings.find { it.code == 'CODE_MALFORMED' }.figures.printed", equalTo("2,2,1"))
                .body("findings.find { it.code == 'TARGET_CONFLICT' }.rows", contains(87))
                .body("findings.find { it.code == 'DEADLINE_OUTSIDE_YEAR' }.figures.day", equalTo("2020-12-31"))
                .body("findings.find { it.code == 'CODE_MALFORMED' }.severity", equalTo("WARNING"))
                .body("findings.find { it.code == 'CODE_MALFORMED' }.cells.row", contains(30))
                .body("findings.find { it.code == 'CODE_MALFORMED' }.cells.column", contains("CODE"))
                .body("findings.find { it.code == 'TARGET_CONFLICT' }.cells.column", contains("TITLE", "TARGET"))
                .body("findings.find { it.code == 'TARGET_CONFLICT' }.cells[1].area", equalTo(6))
                .body("findings.find { it.code == 'BUDGET_TOTAL_DIFFERS' }.cells.column", contains("STATED_TOTAL"))
                .body(
                        "findings.find { it.code == 'BUDGET_TOTAL_DIFFERS' }.text.vi",
                        equalTo("Tổng kinh phí ghi 34.900.000 đ, các nhiệm vụ cộng lại 33.900.000 đ"))
                .body("findings.text.vi", everyItem(notNullValue()))
                .body("findings.text.en", everyItem(notNullValue()));
    }

    @Test
    void issued_it_has_its_rows_in_printed_order_and_keeps_what_was_printed() {
        Commune.Issued plan = commune.issueRealPlan();

        plan.get("")
                .body("number", equalTo("57/KH-UBND"))
                .body("issuedOn", equalTo("2020-12-24"))
                .body("statedTotal.amount", equalTo(34_900_000))
                .body("progressPeriods", contains("2021-Q1", "2021-H1", "2021-Q3", "2021-Y1", "2021-Y2"))
                .body("areas", hasSize(7))
                .body("recipients", hasItem("Phòng Nội vụ"));
        plan.get("/tasks")
                .body("items", hasSize(103))
                .body("items.count { it.heading }", equalTo(31))
                .body("items[29].printedCode", equalTo("2,2,1"))
                .body("items[29].code", equalTo("2.2.1"))
                .body("items[15].rules[0].event", equalTo("FEEDBACK_RECEIVED"))
                .body("items[15].rules[0].offset.amount", equalTo(10))
                .body("items[12].leads[0].kind", equalTo("GROUP"))
                .body("items[0].areaNumber", equalTo(7));
        plan.get("/findings").body("items.code", hasItem("UNIT_SPELLINGS"));
        plan.get("/findings?code=CODE_DUPLICATE")
                .body("items", hasSize(2))
                .body("items[0].severity", equalTo("ERROR"))
                .body("items[0].cells.row", contains(70, 71))
                .body("items[0].text.en", equalTo("The code 5.1.2 is used 2 times"));
    }

    @Test
    void money_stated_is_shown_against_money_computed() {
        Commune.Issued plan = commune.issueRealPlan();

        plan.get("/budget")
                .body("total.stated.amount", equalTo(34_900_000))
                .body("total.computed.amount", equalTo(33_900_000))
                .body("total.difference.amount", equalTo(1_000_000))
                .body("rows.find { it.seq == 1 }.money.stated.amount", equalTo(12_900_000))
                .body("rows.find { it.seq == 1 }.money.computed.amount", equalTo(11_900_000))
                .body("rows.find { it.seq == 72 }.money.computed.amount", equalTo(0))
                .body("rows.find { it.seq == 67 }.money.computed.amount", equalTo(18_000_000))
                .body("rows.find { it.seq == 67 }.money.agrees", is(true))
                .body("rows.findAll { it.heading && !it.money.agrees }.seq", contains(1, 72));
    }

    @Test
    void a_section_that_somebody_leads_is_not_added_to_the_tasks_beneath_it() {
        ObjectNode document = RealPlan.json();
        ((ObjectNode) document.get("annex").get(16)).put("lead", "Văn phòng – Thống kê");

        commune.issue(document)
                .get("/budget")
                .body("total.computed.amount", equalTo(33_900_000))
                .body("rows.find { it.seq == 17 }.heading", is(false))
                .body("rows.find { it.seq == 17 }.money.computed.amount", equalTo(6_840_000))
                .body("rows.find { it.seq == 17 }.money.agrees", is(true));
    }

    @Test
    void a_task_that_states_more_than_its_incomplete_parts_counts_itself() {
        ObjectNode document = RealPlan.json();
        ObjectNode section = (ObjectNode) document.get("annex").get(16);
        section.put("lead", "Văn phòng – Thống kê");
        section.put("amount", 7_000_000);

        commune.issue(document)
                .get("/budget")
                .body("total.computed.amount", equalTo(34_060_000))
                .body("rows.find { it.seq == 1 }.money.computed.amount", equalTo(12_060_000))
                .body("rows.find { it.seq == 17 }.money.computed.amount", equalTo(6_840_000))
                .body("rows.find { it.seq == 17 }.money.agrees", is(false));
    }

    @Test
    void milestones_come_from_the_rules() {
        Commune.Issued plan = commune.issueRealPlan();

        assertThat(plan.milestones(22)).hasSize(12);
        assertThat(plan.milestones(41)).hasSize(24);
        assertThat(plan.milestones(73))
                .extracting(milestone -> milestone.get("dueOn"))
                .containsExactly("2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31", "2021-12-31");
        assertThat(plan.milestones(4))
                .extracting(milestone -> milestone.get("occurrence"), milestone -> milestone.get("dueOn"))
                .containsExactly(
                        tuple("2021-Q1", "2021-02-27"),
                        tuple("2021-H1", "2021-05-30"),
                        tuple("2021-Q3", "2021-08-30"),
                        tuple("2021-Y1", "2021-10-19"),
                        tuple("2021-Y2", "2021-11-14"));
        assertThat(plan.milestones(6))
                .allMatch(milestone -> milestone.get("state").equals("UNARMED"))
                .hasSize(4);
        assertThat(plan.milestones(11))
                .extracting(milestone -> milestone.get("ruleKind"))
                .containsExactly("FIXED", "FIXED", "ON_EVENT");
        assertThat(plan.milestones(15)).isEmpty();
        assertThat(plan.milestones(1)).isEmpty();
        assertThat(plan.milestones(16)).singleElement().satisfies(milestone -> {
            assertThat(milestone.get("occurrence")).isEqualTo("standing");
            assertThat(milestone.get("state")).isEqualTo("UNARMED");
        });
    }

    @Test
    void the_due_day_of_the_first_report_explains_itself() {
        Commune.Issued plan = commune.issueRealPlan();
        String report = plan.milestone(4, "2021-Q1");

        commune.asOfficer("VPTK")
                .get("/api/v1/milestones/" + report + "/due-date")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-02-27"))
                .body("workOn", equalTo("2021-02-26"))
                .body("basis", equalTo("BEFORE"))
                .body("rule.vi", equalTo("Trước ngày 28/02/2021, không tính ngày đó"))
                .body("steps.kind", hasItem("WORK_ON"))
                .body("calendarVersion", notNullValue());
    }

    @Test
    void a_milestone_without_a_day_says_what_it_waits_for() {
        Commune.Issued plan = commune.issueRealPlan();

        commune.asOfficer("VPTK")
                .get("/api/v1/milestones/" + plan.milestone(7, "standing") + "/due-date")
                .then()
                .statusCode(200)
                .body("dueOn", nullValue())
                .body("timingText", equalTo("Khi có yêu cầu"))
                .body("rule.en", equalTo("No due day yet: it waits for a request, an event or a day to be set"));
    }

    @Test
    void targets_are_read_and_ours_is_marked() {
        Commune.Issued plan = commune.issueRealPlan();

        plan.get("/targets")
                .body("items.findAll { it.source == 'BODY' }", hasSize(26))
                .body("items.findAll { it.ours }.text", contains("Tỷ lệ phản ánh, kiến nghị được trả lời đúng hạn"))
                .body("items.find { it.text.contains('đạt trên 95%') }.operator", equalTo(">"))
                .body("items.find { it.text.startsWith('Từ 90-100%') }.upper", equalTo(100))
                .body(
                        "items.find { it.text == 'Thực hiện tinh giản biên chế theo lộ trình phù hợp với tình hình thực tế tại địa phương.' }.operator",
                        nullValue());
    }

    @Test
    void lists_go_by_due_day_page_by_page_and_are_filtered() {
        Commune.Issued plan = commune.issueRealPlan();
        List<String> days = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        String cursor = null;
        int pages = 0;
        do {
            var request = commune.asLeader().queryParam("plan", plan.planId()).queryParam("limit", 20);
            if (cursor != null) {
                request.queryParam("cursor", cursor);
            }
            var page = request.get("/api/v1/milestones").then().statusCode(200).extract();
            page.<List<Map<String, Object>>>path("items").forEach(item -> {
                ids.add((String) item.get("id"));
                days.add((String) item.getOrDefault("dueOn", "9999"));
            });
            cursor = page.path("next");
            pages++;
        } while (cursor != null);

        assertThat(days).isSorted().hasSameSizeAs(ids);
        assertThat(pages).isEqualTo((ids.size() + 19) / 20);
        commune.asOfficer("TPHT")
                .queryParam("plan", plan.planId())
                .queryParam("unit", commune.unit("TPHT"))
                .queryParam("dueBefore", "2021-10-01")
                .get("/api/v1/milestones")
                .then()
                .statusCode(200)
                .body("items.dueOn", contains("2021-09-29"))
                .body("items.taskTitle", contains("Báo cáo năm về kiểm tra, rà soát văn bản QPPL"));
        commune.asLeader()
                .queryParam("plan", plan.planId())
                .queryParam("state", "UNARMED")
                .queryParam("limit", 200)
                .get("/api/v1/milestones")
                .then()
                .statusCode(200)
                .body("items.state", everyItem(equalTo("UNARMED")))
                .body("items", not(hasSize(0)));
    }

    @Test
    void overdue_is_read_from_the_day_it_is() {
        Commune.Issued plan = commune.issueRealPlan();
        Commune.now("2021-02-01T08:00:00+07:00");

        commune.asLeader()
                .queryParam("plan", plan.planId())
                .queryParam("overdue", true)
                .get("/api/v1/milestones")
                .then()
                .statusCode(200)
                .body(
                        "items.dueOn",
                        contains("2020-12-30", "2021-01-15", "2021-01-29", "2021-01-31", "2021-01-31", "2021-01-31"))
                .body("items.overdue", everyItem(is(true)));
    }
}
