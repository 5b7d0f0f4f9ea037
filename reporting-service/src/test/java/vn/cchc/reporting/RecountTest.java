package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestCalendars;
import vn.cchc.platform.testing.TestEvents;

/** The days of a draft follow the plan's milestone and the working days; those of what is approved stay. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RecountTest {

    /** Due on Saturday the 27th; the Friday before it is the working day between cut-off and due day. */
    private static final CalendarTable WITHOUT_THAT_FRIDAY =
            TestCalendars.withDayOff("VN-2026.1.201", LocalDate.of(2021, 2, 26));

    private final UUID calendar = UUID.randomUUID();

    @BeforeEach
    void inFebruary() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
    }

    @AfterEach
    void theProgramsTable() {
        TestCalendars.restore();
    }

    private static ValidatableResponse report(Commune commune, String report) {
        return commune.clerk().get("/api/v1/reports/" + report).then().statusCode(200);
    }

    private JsonNode told(String type) {
        return TestCalendars.told("cchc.report-recount", calendar, type);
    }

    @Test
    void the_cut_off_of_a_draft_moves_with_the_working_days_and_that_of_an_approved_report_stays() {
        Commune begun = Commune.withPlan();
        String draft = begun.draftOfFirstQuarter();
        Commune done = Commune.withPlan();
        String approved = done.draftOfFirstQuarter();
        done.approve(approved);
        report(begun, draft)
                .body("cutOff", equalTo("2021-02-25"))
                .body("cutOffCalendar", equalTo("VN-2026.1"))
                .body("cutOffProvisional", equalTo(false));

        TestCalendars.tell(calendar, 201, "PROPOSED", WITHOUT_THAT_FRIDAY, 1);
        assertThat(told("previewed.v1").path("earlier").longValue()).isPositive();
        report(begun, draft).body("cutOff", equalTo("2021-02-25"));

        TestCalendars.tell(calendar, 201, "APPLIED", WITHOUT_THAT_FRIDAY, 2);
        assertThat(told("recounted.v1").path("earlier").longValue()).isPositive();
        report(begun, draft)
                .body("cutOff", equalTo("2021-02-24"))
                .body("cutOffCalendar", equalTo("VN-2026.1.201"))
                .body("dueOn", equalTo("2021-02-27"));
        report(done, approved).body("cutOff", equalTo("2021-02-25")).body("cutOffCalendar", equalTo("VN-2026.1"));
        begun.clerk()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .body("items.find { it.period == '2021-Q1' }.cutOff", equalTo("2021-02-24"))
                .body("items.find { it.period == '2021-Q1' }.cutOffCalendar", equalTo("VN-2026.1.201"))
                .body("items.find { it.period == '2021-Q1' }.cutOffProvisional", equalTo(false));
        begun.clerk()
                .get("/api/v1/reports/" + draft + "/changes")
                .then()
                .body("items.what", contains("drafted", "redated"))
                .body("items[1].actor", equalTo("reporting-service"))
                .body("items[1].reason", containsString("25/02/2021 → 24/02/2021"));
        done.clerk().get("/api/v1/reports/" + approved + "/changes").then().body("items.what", not(hasItem("redated")));
        await().atMost(Commune.PATIENCE)
                .untilAsserted(() -> assertThat(TestEvents.read("cchc.report", UUID.fromString(draft)))
                        .last()
                        .satisfies(event -> assertThat(event.type()).isEqualTo("vn.cchc.report.redated.v1")));
        EventContracts contracts = EventContracts.ofThisModule();
        assertThat(contracts.assertTopicFits("cchc.report-recount")).isPositive();
        assertThat(contracts.assertTopicFits("cchc.report")).isPositive();
    }

    @Test
    void a_draft_that_is_due_in_a_year_without_a_table_is_settled_when_the_table_comes() {
        Commune commune = Commune.withPlan();
        redate(commune, "2028-02-28", 2);
        Commune.awaitFact("milestone", commune.q1, 2);
        String draft = commune.draftOfFirstQuarter();
        report(commune, draft)
                .body("cutOff", equalTo("2028-02-24"))
                .body("cutOffProvisional", equalTo(true))
                .body("cutOffCalendar", equalTo("VN-2026.1"))
                .body("dueProvisional", equalTo(true));
        commune.clerk().get("/api/v1/reports?provisional=true").then().body("items.id", contains(draft));
        commune.clerk().get("/api/v1/reports?provisional=false").then().body("items", empty());
        commune.clerk()
                .get("/api/v1/due-reports?year=2021&provisional=false")
                .then()
                .body("items.period", contains("2021-H1"));
        commune.clerk()
                .get("/api/v1/due-reports?year=2021&provisional=true")
                .then()
                .body("items.reportId", contains(draft))
                .body("items.cutOffProvisional", contains(true));

        TestCalendars.tell(
                calendar, 202, "APPLIED", TestCalendars.withDayOff("VN-2026.1.202", LocalDate.of(2028, 3, 9)), 1);
        assertThat(told("recounted.v1").path("settled").longValue()).isPositive();

        report(commune, draft)
                .body("cutOff", equalTo("2028-02-24"))
                .body("cutOffProvisional", equalTo(false))
                .body("cutOffCalendar", equalTo("VN-2026.1.202"));
        commune.clerk()
                .get("/api/v1/reports/" + draft + "/changes")
                .then()
                .body("items.what", contains("drafted", "redated"))
                .body("items[1].reason", containsString("ngày chốt số liệu 24/02/2028 không đổi"));
    }

    @Test
    void nothing_is_approved_while_a_change_of_the_calendar_could_not_be_processed() {
        Commune commune = Commune.withPlan();
        String draft = commune.draftOfFirstQuarter();
        Commune.everythingIsCompleteTo(LocalDate.of(2021, 2, 25));
        TestEvents.publish("cchc.calendar", calendar, "vn.cchc.calendar.applied.v1", """
                {"id": "%s", "authorityId": "00000000-0000-0000-0000-000000000000", "version": 1,
                 "occurredAt": "2021-02-26T08:00:00+07:00", "state": "APPLIED"}""".formatted(calendar));
        try {
            await().atMost(Commune.PATIENCE)
                    .until(() ->
                            Commune.count("SELECT count(*) FROM dead_letter WHERE aggregate_id = ?", calendar) == 1);
            commune.leader()
                    .header("If-Match", commune.etag(draft))
                    .post("/api/v1/reports/" + draft + "/approvals")
                    .then()
                    .statusCode(409)
                    .body("type", equalTo("urn:cchc:problem:figures-not-complete"))
                    .body("missing.topic", contains("cchc.calendar"));
        } finally {
            Commune.execute("DELETE FROM dead_letter WHERE aggregate_id = ?", calendar);
        }
    }

    @Test
    void lists_are_narrowed_to_what_another_table_has_moved() {
        Commune commune = Commune.withPlan();
        String draft = commune.draftOfFirstQuarter();
        commune.clerk().get("/api/v1/reports?moved=true").then().body("items", empty());
        commune.clerk().get("/api/v1/due-reports?year=2021&moved=true").then().body("items", empty());

        String moved = """
                {"id": "%s", "authorityId": "%s", "version": 2, "occurredAt": "2021-02-26T02:00:00+07:00", "planId": "%s",
                 "year": 2021, "taskId": "%s", "ruleKind": "REPORT_SCHEDULE", "occurrence": "2021-Q1", "label": "2021-Q1",
                 "dueOn": "2021-03-01", "workOn": "2021-03-01", "dueCalendar": "VN-2026.1.9", "dueMovedFrom": "2021-02-27",
                 "state": "OPEN"}""".formatted(commune.q1, commune.id, commune.plan, commune.reportTask);
        TestEvents.publish(
                "cchc.milestone", List.of(TestEvents.event(commune.q1, "vn.cchc.milestone.redated.v1", moved, 2)));
        Commune.awaitFact("milestone", commune.q1, 2);

        commune.clerk()
                .get("/api/v1/reports?moved=true")
                .then()
                .body("items.id", contains(draft))
                .body("items.dueCalendar", contains("VN-2026.1.9"))
                .body("items.dueMovedFrom", contains("2021-02-27"));
        commune.clerk().get("/api/v1/reports?moved=false").then().body("items", empty());
        commune.clerk().get("/api/v1/reports").then().body("items.id", contains(draft));
        commune.clerk()
                .get("/api/v1/due-reports?year=2021&moved=true")
                .then()
                .body("items.reportId", contains(draft))
                .body("items.dueCalendar", contains("VN-2026.1.9"));
        commune.clerk()
                .get("/api/v1/due-reports?year=2021&moved=false")
                .then()
                .body("items.period", not(hasItem("2021-Q1")));
    }

    @Test
    void a_draft_follows_the_milestone_that_asked_for_it() {
        Commune commune = Commune.withPlan();
        String draft = commune.draftOfFirstQuarter();

        redate(commune, "2021-03-02", 2);
        Commune.awaitFact("milestone", commune.q1, 2);

        report(commune, draft)
                .body("dueOn", equalTo("2021-03-02"))
                .body("dueMovedFrom", nullValue())
                .body("cutOff", equalTo("2021-02-28"));
        // What comes a second time, or from before, moves nothing.
        redate(commune, "2021-02-27", 1);
        redate(commune, "2021-03-02", 2);
        redate(commune, "2021-03-02", 3);
        Commune.awaitFact("milestone", commune.q1, 3);
        commune.clerk()
                .get("/api/v1/reports/" + draft + "/changes")
                .then()
                .body("items.what", contains("drafted", "redated"))
                .body(
                        "items[1].reason",
                        equalTo(
                                "Theo mốc của kế hoạch: hạn 27/02/2021 → 02/03/2021; chốt số liệu 25/02/2021 → 28/02/2021"));
        // What nothing shows is no new version: whoever writes a section meanwhile is not refused.
        report(commune, draft).header("ETag", "\"2\"");
    }

    @Test
    void a_returned_report_is_owed_again_by_the_day_of_its_milestone_and_keeps_its_cut_off() {
        Commune commune = Commune.withPlan();
        String returned = commune.draftOfFirstQuarter();
        commune.approve(returned);
        commune.change(commune.leader(), returned, "dispatches");
        redate(commune, "2021-03-01", 2);
        Commune.awaitFact("milestone", commune.q1, 2);
        report(commune, returned).body("dueOn", equalTo("2021-02-27"));
        commune.change(commune.above().body(Map.of("reason", "Thiếu số liệu.")), returned, "returns");

        redate(commune, "2021-03-02", 3);
        Commune.awaitFact("milestone", commune.q1, 3);

        report(commune, returned)
                .body("state", equalTo("RETURNED"))
                .body("dueOn", equalTo("2021-03-02"))
                .body("cutOff", equalTo("2021-02-25"));
        commune.clerk()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .body("items.find { it.period == '2021-Q1' }.dueOn", equalTo("2021-03-02"))
                .body("items.find { it.period == '2021-Q1' }.cutOff", equalTo("2021-02-25"));
        commune.clerk()
                .get("/api/v1/reports/" + returned + "/changes")
                .then()
                .body("items.what", contains("drafted", "approved", "sent", "returned", "redated"))
                .body("items[4].reason", equalTo("Theo mốc của kế hoạch: hạn 27/02/2021 → 02/03/2021"));

        // The working days move the cut-offs of drafts alone.
        TestCalendars.tell(
                calendar, 203, "APPLIED", TestCalendars.withDayOff("VN-2026.1.203", LocalDate.of(2021, 3, 1)), 1);
        told("recounted.v1");
        report(commune, returned).body("cutOff", equalTo("2021-02-25")).body("cutOffCalendar", equalTo("VN-2026.1"));
        await().atMost(Commune.PATIENCE)
                .untilAsserted(() -> assertThat(TestEvents.read("cchc.report", UUID.fromString(returned)))
                        .last()
                        .satisfies(event -> assertThat(event.type()).isEqualTo("vn.cchc.report.redated.v1")));
        assertThat(EventContracts.ofThisModule().assertTopicFits("cchc.report")).isPositive();
    }

    private static void redate(Commune commune, String dueOn, int version) {
        commune.milestone(
                commune.q1,
                commune.reportTask,
                "REPORT_SCHEDULE",
                "2021-Q1",
                dueOn,
                dueOn,
                "OPEN",
                null,
                null,
                version,
                "2021-02-26T0" + version + ":00:00+07:00");
    }
}
