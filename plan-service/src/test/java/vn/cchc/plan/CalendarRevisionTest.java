package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.event.LossHandler;
import vn.cchc.platform.event.LostChange;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** Changes of the working calendar: proposed, counted by the services, applied with what that moves, or withdrawn. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class CalendarRevisionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOCUMENT = "Quyết định của Thủ tướng";

    /** Friday 26 February 2021 is off, Saturday the 20th is worked for it: the report of the first quarter is due on Saturday the 27th. */
    private static final Map<String, Object> EXCHANGE = Map.of(
            "year",
            2021,
            "reason",
            "Hoán đổi ngày làm việc",
            "addSwaps",
            List.of(Map.of(
                    "dayOff", "2021-02-26", "makeUpWorkday", "2021-02-20", "basis", DOCUMENT, "confidence", "HIGH")));

    private static final int REPORT_ROW = 4;

    @Inject
    @Any
    Instance<LossHandler> lossHandlers;

    @BeforeEach
    @AfterEach
    void theProgramsTable() {
        Calendars.restore();
        Commune.now("2021-02-22T08:00:00+07:00");
    }

    @Test
    void what_is_proposed_is_counted_by_each_service_and_applied_once_all_have() {
        Commune commune = Commune.create();
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(REPORT_ROW, "2021-Q1");
        milestone(commune, milestone).body("workOn", equalTo("2021-02-26"));

        String id = Calendars.propose(EXCHANGE)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("state", equalTo("PROPOSED"))
                .body("baseVersion", equalTo("VN-2026.1"))
                .body("tableVersion", containsString("VN-2026.1."))
                .body("changedDays.day", contains("2021-02-20", "2021-02-26"))
                .body("changedDays.worked", contains(true, false))
                .body("days.makeUpWorkdays.day", hasItem("2021-02-20"))
                .extract()
                .path("id");
        await().atMost(PATIENCE).untilAsserted(() -> revision(id)
                .body("services[0].service", equalTo("plan-service"))
                .body("services[0].preview.open", greaterThan(0))
                .body("services[0].preview.earlier", greaterThan(0))
                .body("unanswered", contains("feedback-service", "reporting-service"))
                .body("applicable", equalTo(false)));
        milestone(commune, milestone).body("workOn", equalTo("2021-02-26"));
        Response unanswered = Calendars.decide(id, "applications", "\"1\"");
        OpenApiContract.assertDocumented("applyCalendarRevision", unanswered);
        unanswered
                .then()
                .statusCode(409)
                .body("type", endsWith("counts-missing"))
                .body("unanswered", contains("feedback-service", "reporting-service"));
        Calendars.propose(EXCHANGE).then().statusCode(409).body("type", endsWith("revision-proposed"));

        counted("feedback-recount", id, "previewed", 1, 5);
        counted("report-recount", id, "previewed", 1, 2);
        await().atMost(PATIENCE).untilAsserted(() -> revision(id)
                .body("unanswered", empty())
                .body("applicable", equalTo(true))
                .body("services.find { it.service == 'feedback-service' }.preview.later", equalTo(5)));
        Calendars.decide(id, "applications", "\"9\"").then().statusCode(412);
        Calendars.decide(id, "applications", "\"1\"")
                .then()
                .statusCode(200)
                .body("state", equalTo("APPLIED"))
                .body("allowed", empty());

        await().atMost(PATIENCE).untilAsserted(() -> milestone(commune, milestone)
                .body("workOn", equalTo("2021-02-25"))
                .body("workMovedFrom", equalTo("2021-02-26"))
                .body("dueOn", equalTo("2021-02-27"))
                .body("dueCalendar", equalTo(version(id)))
                .body("history[-1].what", equalTo("recounted"))
                .body(
                        "history[-1].reason",
                        equalTo("Tính lại theo bảng ngày làm việc " + version(id)
                                + ": ngày làm việc cuối cùng trước hạn 26/02/2021 → 25/02/2021"))
                .body("history[-1].by", equalTo("plan-service")));
        commune.asLeader()
                .get("/api/v1/milestones?moved=true&task=" + plan.task(REPORT_ROW))
                .then()
                .body("items.id", contains(milestone))
                .body("items.dueCalendar", contains(version(id)));
        commune.asLeader()
                .get("/api/v1/milestones?moved=false&task=" + plan.task(REPORT_ROW))
                .then()
                .body("items", not(empty()))
                .body("items.id", not(hasItem(milestone)));
        commune.asLeader()
                .get("/api/v1/tasks/" + plan.task(REPORT_ROW) + "/progress")
                .then()
                .body("items.find { it.milestoneId == '" + milestone + "' }.dueCalendar", equalTo(version(id)));
        counted("feedback-recount", id, "recounted", 2, 5);
        await().atMost(PATIENCE).untilAsserted(() -> revision(id)
                .body("services.find { it.service == 'plan-service' }.recount.earlier", greaterThan(0))
                .body("services.find { it.service == 'feedback-service' }.recount.at", notNullValue()));
        Commune.as(TestTokens.operator())
                .get("/api/v1/working-calendar")
                .then()
                .body("version", containsString("VN-2026.1."));
        Commune.as(TestTokens.operator())
                .get(Calendars.REVISIONS + "/" + id + "/changes")
                .then()
                .body("items.what", contains("proposed", "applied"))
                .body("items.to", contains("PROPOSED", "APPLIED"));

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(TestEvents.read("cchc.calendar", UUID.fromString(id)))
                .hasSize(2));
        EventContracts contracts = EventContracts.ofThisModule();
        assertThat(contracts.assertTopicFits("cchc.calendar")).isPositive();
        assertThat(contracts.assertTopicFits("cchc.milestone")).isPositive();
    }

    @Test
    void the_next_one_waits_until_what_is_open_has_been_counted_anew() {
        applyExchange();

        Map<String, Object> next = Map.of("year", 2029, "reason", "Thử");
        Response refused = Calendars.propose(next);

        OpenApiContract.assertDocumented("proposeCalendarRevision", refused);
        refused.then()
                .statusCode(409)
                .body("type", endsWith("recount-under-way"))
                .body("recounting", hasItem("reporting-service"));
        Commune.now("2021-02-22T08:22:00+07:00");
        Calendars.propose(next).then().statusCode(201);
    }

    @Test
    void a_milestone_of_a_case_follows_the_case_and_one_that_is_returned_is_counted_anew() {
        Commune commune = Commune.create();
        Commune.Issued plan = commune.issueRealPlan();
        String handedIn = plan.milestone(REPORT_ROW, "2021-Q1");
        commune.post(commune.asClerk(), handedIn, "submissions", Map.of("note", "Đã gửi báo cáo."));
        UUID feedback = UUID.randomUUID();
        tell(commune, feedback, 1, "received", "2021-02-26", "null", "VN-2026.1");
        String ofCase = awaitCase(plan, feedback);

        String id = applyExchange();
        await().atMost(PATIENCE).untilAsserted(() -> revision(id)
                .body("services.find { it.service == 'plan-service' }.recount.at", notNullValue()));
        milestone(commune, handedIn).body("workOn", equalTo("2021-02-26"));
        milestone(commune, ofCase).body("dueOn", equalTo("2021-02-26")).body("history.what", contains("armed"));

        tell(commune, feedback, 2, "recounted", "2021-03-01", "\"2021-02-26\"", version(id));
        await().atMost(PATIENCE).untilAsserted(() -> milestone(commune, ofCase)
                .body("dueOn", equalTo("2021-03-01"))
                .body("dueMovedFrom", equalTo("2021-02-26"))
                .body("dueCalendar", equalTo(version(id)))
                .body("history.what", contains("armed", "redated"))
                .body("history[-1].reason", containsString("hạn 26/02/2021 → 01/03/2021")));
        commune.asLeader()
                .get("/api/v1/milestones?moved=true&task=" + plan.task(16))
                .then()
                .body("items.id", contains(ofCase));
        commune.asLeader()
                .get("/api/v1/milestones?moved=false&task=" + plan.task(16))
                .then()
                .body("items.id", not(hasItem(ofCase)));
        commune.asLeader()
                .get("/api/v1/tasks/" + plan.task(16) + "/progress")
                .then()
                .body("items.find { it.milestoneId == '" + ofCase + "' }.dueMovedFrom", equalTo("2021-02-26"));
        commune.asLeader()
                .header("If-Match", milestone(commune, handedIn).extract().header("ETag"))
                .body(Map.of("reason", "Thiếu phụ lục."))
                .post("/api/v1/milestones/" + handedIn + "/returns")
                .then()
                .statusCode(200)
                .body("workOn", equalTo("2021-02-25"))
                .body("workMovedFrom", equalTo("2021-02-26"));
    }

    @Test
    void where_the_limit_of_a_case_does_not_roll_its_last_working_day_is_counted_here() {
        Commune commune = Commune.create();
        Commune.Issued plan = commune.issueRealPlan();
        UUID feedback = UUID.randomUUID();
        tell(commune, feedback, 1, "received", "2021-02-26", "null, \"dueRolls\": false", "VN-2026.1");
        String ofCase = awaitCase(plan, feedback);

        String id = applyExchange();

        await().atMost(PATIENCE).untilAsserted(() -> milestone(commune, ofCase)
                .body("dueOn", equalTo("2021-02-26"))
                .body("workOn", equalTo("2021-02-25"))
                .body("workMovedFrom", equalTo("2021-02-26"))
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("history.what", contains("armed", "recounted")));
        await().atMost(PATIENCE).untilAsserted(() -> revision(id)
                .body("services.find { it.service == 'plan-service' }.recount.passedOver", equalTo(0)));
    }

    /** Proposes the exchange and applies it without waiting for the services that are not there. */
    private static String applyExchange() {
        String id = Calendars.propose(EXCHANGE).then().statusCode(201).extract().path("id");
        Commune.now("2021-02-22T08:11:00+07:00");
        Calendars.decide(id, "applications", "\"1\"").then().statusCode(200);
        return id;
    }

    /** The id of the milestone of a case, once it is there. */
    private static String awaitCase(Commune.Issued plan, UUID feedback) {
        return await().atMost(PATIENCE)
                .until(
                        () -> plan.milestones(16).stream()
                                .filter(each -> each.get("occurrence").equals(feedback.toString()))
                                .map(each -> (String) each.get("id"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static void tell(
            Commune commune, UUID feedback, int version, String what, String dueOn, String movedFrom, String table) {
        String body = """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-02-22T08:0%d:00+07:00",
                 "state": "RECEIVED", "receivedAt": "2021-02-16T08:00:00+07:00", "dueOn": "%s", "dueMovedFrom": %s,
                 "dueCalendar": "%s"}""".formatted(feedback, commune.id(), version, version, dueOn, movedFrom, table);
        TestEvents.publish(
                "cchc.feedback",
                List.of(TestEvents.event(feedback, "vn.cchc.feedback." + what + ".v1", body, version)));
    }

    @Test
    void a_day_under_discussion_is_made_a_holiday_four_days_before_and_withdrawn_again() {
        Commune.now("2026-11-20T08:00:00+07:00");
        Map<String, Object> day = Map.of(
                "vi", "Ngày Văn hóa Việt Nam",
                "en", "Vietnam Culture Day",
                "dates", List.of("2026-11-24"),
                "basis", "Luật sửa đổi",
                "confidence", "HIGH");
        String id = Calendars.propose(Map.of("year", 2026, "reason", "Luật đã thông qua", "addHolidays", List.of(day)))
                .then()
                .statusCode(201)
                .body("changedDays.day", contains("2026-11-24"))
                .body("days.underDiscussion", empty())
                .extract()
                .path("id");

        Calendars.decide(id, "withdrawals", "\"1\"").then().statusCode(200).body("state", equalTo("WITHDRAWN"));
        Calendars.decide(id, "applications", "\"2\"").then().statusCode(409).body("type", endsWith("wrong-transition"));
        Commune.as(TestTokens.operator()).get("/api/v1/working-calendar").then().body("version", equalTo("VN-2026.1"));
    }

    @Test
    void who_does_not_answer_in_time_is_not_waited_for() {
        String id = Calendars.propose(EXCHANGE).then().statusCode(201).extract().path("id");

        Commune.now("2021-02-22T08:11:00+07:00");

        revision(id).body("applicable", equalTo(true)).body("unanswered", hasItem("reporting-service"));
        Calendars.decide(id, "applications", "\"1\"")
                .then()
                .statusCode(200)
                .body("unanswered", hasItem("reporting-service"));
        // It was away: of what it has not looked at before it was applied it tells the recount alone.
        counted("report-recount", id, "recounted", 1, 2);
        await().atMost(PATIENCE).untilAsserted(() -> revision(id).body("unanswered", contains("feedback-service")));
    }

    @Test
    void the_year_alone_is_proposed_by_law_and_by_the_moon() {
        Commune.now("2027-12-28T08:00:00+07:00");

        Calendars.propose(Map.of("year", 2028, "reason", "Chưa có thông báo"))
                .then()
                .statusCode(201)
                .body("changedDays", empty())
                .body("days.decided", equalTo(true))
                .body("days.daysOff.day", hasItem("2028-01-26"));
    }

    @Test
    void a_table_that_came_into_force_meanwhile_is_not_overwritten() {
        String first =
                Calendars.propose(EXCHANGE).then().statusCode(201).extract().path("id");
        String other =
                "INSERT INTO working_calendar (version, published_on, body) SELECT 'VN-2026.2', DATE '2026-12-01',"
                        + " jsonb_set(jsonb_set(body, '{version}', '\"VN-2026.2\"'), '{publishedOn}', '\"2026-12-01\"')"
                        + " FROM working_calendar WHERE version = 'VN-2026.1'";
        Heard.change(other);
        try {
            Commune.now("2021-02-22T09:00:00+07:00");
            Calendars.decide(first, "applications", "\"1\"")
                    .then()
                    .statusCode(409)
                    .body("type", endsWith("calendar-changed"));
        } finally {
            Heard.change("DELETE FROM working_calendar WHERE version = 'VN-2026.2'");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2021-02-27 | 2021-02-20 | swaps[0].dayOff
            2022-02-25 | 2022-02-19 | swaps[0].dayOff
            2021-02-12 | 2021-02-20 | swaps[0].dayOff
            2021-02-26 | 2021-02-25 | swaps[0].makeUpWorkday
            2021-02-26 | 2021-09-04 | swaps[0].makeUpWorkday
            2021-02-26 | 2021-02-13 | swaps[0].makeUpWorkday
            2021-12-31 | 2022-01-01 | swaps[0].makeUpWorkday""")
    void days_that_cannot_be_exchanged_are_named(String dayOff, String makeUpWorkday, String field) {
        Map<String, String> swap =
                Map.of("dayOff", dayOff, "makeUpWorkday", makeUpWorkday, "basis", DOCUMENT, "confidence", "HIGH");
        Calendars.propose(Map.of("year", 2021, "reason", "Thử", "swaps", List.of(swap)))
                .then()
                .statusCode(422)
                .body("errors.field", hasItem(field));
    }

    @Test
    void what_changes_nothing_is_refused_and_so_is_a_day_of_another_year() {
        Calendars.propose(Map.of("year", 2021, "reason", "Thử"))
                .then()
                .statusCode(422)
                .body("type", endsWith("nothing-changes"));
        Map<String, Object> day = Map.of(
                "vi",
                "Quốc khánh",
                "en",
                "National Day",
                "dates",
                List.of("2022-09-02"),
                "basis",
                "x",
                "confidence",
                "HIGH");
        Calendars.propose(Map.of("year", 2021, "reason", "Thử", "holidays", List.of(day)))
                .then()
                .statusCode(422)
                .body("errors.field", contains("holidays[0].dates[0]"));
        Calendars.propose(Map.of("year", 2028, "reason", "Thử", "answerBy", "2021-03-02T08:00:00+07:00"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("answerBy"));
    }

    @Test
    void an_administrator_keeps_the_calendar_if_of_the_one_province() {
        UUID province = Commune.register("P-" + UUID.randomUUID().toString().substring(0, 8), "Tỉnh", "PROVINCE", null);

        Commune.as(TestTokens.admin(province)).get(Calendars.REVISIONS).then().statusCode(200);
        Commune.register("P-" + UUID.randomUUID().toString().substring(0, 8), "Tỉnh", "PROVINCE", null);
        Commune.as(TestTokens.admin(province))
                .body(Map.of("year", 2021, "reason", "Thử"))
                .post(Calendars.REVISIONS)
                .then()
                .statusCode(403);
        Commune.as(TestTokens.admin(Commune.create().id()))
                .get(Calendars.REVISIONS)
                .then()
                .statusCode(403);
    }

    private static String version(String id) {
        return revision(id).extract().path("tableVersion");
    }

    private static ValidatableResponse revision(String id) {
        return Commune.as(TestTokens.operator())
                .get(Calendars.REVISIONS + "/" + id)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse milestone(Commune commune, String id) {
        return commune.asLeader().get("/api/v1/milestones/" + id).then().statusCode(200);
    }

    @Test
    void what_was_counted_for_an_application_that_is_lost_does_not_count() {
        String id = Calendars.propose(EXCHANGE).then().statusCode(201).extract().path("id");
        counted("feedback-recount", id, "recounted", 1, 5);
        counted("feedback-recount", id, "previewed", 2, 5);

        await().atMost(PATIENCE).untilAsserted(() -> revision(id)
                .body("services.find { it.service == 'feedback-service' }.preview.later", equalTo(5)));
        revision(id).body("services.find { it.service == 'feedback-service' }.recount", nullValue());
        Calendars.decide(id, "withdrawals", "\"1\"").then().statusCode(200);
    }

    @Test
    void the_number_of_a_lost_revision_is_not_given_again() {
        int last = propose();
        LostChange lost = new LostChange(
                "calendar",
                UUID.randomUUID(),
                Change.NO_AUTHORITY,
                "vn.cchc.calendar.applied.v1",
                OffsetDateTime.parse("2021-02-22T08:00:00+07:00"),
                new ObjectMapper().valueToTree(Map.of("revision", last + 1, "table", Map.of("version", "VN-2026.1.9"))),
                2);
        // A part that comes again changes nothing.
        for (int i = 0; i < 2; i++) {
            QuarkusTransaction.requiringNew().run(() -> lossHandlers.forEach(handler -> handler.lost(List.of(lost))));
        }

        assertThat(propose()).isEqualTo(last + 2);
    }

    /** The number of a revision that is proposed and withdrawn. */
    private static int propose() {
        ValidatableResponse proposed = Calendars.propose(EXCHANGE).then().statusCode(201);
        Calendars.decide(proposed.extract().path("id"), "withdrawals", "\"1\"")
                .then()
                .statusCode(200);
        return proposed.extract().path("revision");
    }

    private static void counted(String kind, String calendar, String what, long version, int later) {
        UUID id = UUID.nameUUIDFromBytes((kind + calendar).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String stage = what.equals("previewed") ? "PREVIEW" : "RECOUNT";
        TestEvents.publish(
                "cchc." + kind,
                List.of(TestEvents.event(
                        id,
                        "vn.cchc." + kind + "." + what + ".v1",
                        """
                        {"id": "%s", "authorityId": "00000000-0000-0000-0000-000000000000", "version": %d,
                         "occurredAt": "2021-02-22T08:00:10+07:00", "calendarId": "%s", "stage": "%s",
                         "tableVersion": "VN-2026.1.1", "open": 20, "later": %d, "earlier": 0, "settled": 0}""".formatted(id, version, calendar, stage, later),
                        version)));
    }
}
