package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestCalendars;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** A case due on Friday, 15 January 2021: who is reminded of it, when, and until when. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ReminderTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String THREE_DAYS_BEFORE = "2021-01-12T09:00:00+07:00";
    private static final String ONE_DAY_BEFORE = "2021-01-14T09:00:00+07:00";
    private static final String FIVE_DAYS_LATE = "2021-01-22T09:00:00+07:00";

    @Inject
    Limits limits;

    @Inject
    WorkingCalendars calendars;

    private Commune commune;
    private Commune.Receipt receipt;

    @BeforeEach
    void aCaseOfTheLandUnit() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        receipt = commune.receive();
        commune.assign(receipt.id());
    }

    @AfterEach
    void theProgramsTable() {
        TestCalendars.restore();
    }

    private void sweepAt(String time) {
        Commune.now(time);
        Commune.remind();
    }

    private static ValidatableResponse list(RequestSpecification caller) {
        return caller.get("/api/v1/reminders").then().statusCode(200);
    }

    private ValidatableResponse listOfOfficer() {
        return list(commune.asOfficer(commune.landUnit()));
    }

    private List<String> decided() throws SQLException {
        return Commune.texts(
                "SELECT due_on || ' ' || step FROM reminder WHERE feedback_id = ? ORDER BY due_on, working_days",
                receipt.id());
    }

    @Test
    void a_step_is_decided_once_however_often_it_is_looked_for() throws SQLException {
        sweepAt(THREE_DAYS_BEFORE);
        Commune.remind();
        sweepAt("2021-01-13T16:59:00+07:00");

        assertThat(decided()).containsExactly("2021-01-15 DUE_IN_3_DAYS");
        listOfOfficer()
                .body("items.size()", equalTo(1))
                .body("items[0].feedbackId", equalTo(receipt.id().toString()))
                .body("items[0].number", equalTo(receipt.number()))
                .body("items[0].year", equalTo(2021))
                .body("items[0].unitId", equalTo(commune.landUnit().toString()))
                .body("items[0].dueOn", equalTo("2021-01-15"))
                .body("items[0].daysLeft", equalTo(2))
                .body("items[0].step", equalTo("DUE_IN_3_DAYS"))
                .body("items[0].workingDays", equalTo(-3))
                .body("items[0].recipient", equalTo("OFFICER_UNIT"))
                .body("items[0].decidedAt", startsWith("2021-01-12T09:0"))
                .body("items[0].link", equalTo("/api/v1/feedback/" + receipt.id()));
    }

    @Test
    void a_decision_is_told_once() {
        sweepAt("2021-01-18T09:00:00+07:00");
        Commune.remind();

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).hasSize(3));
        assertThat(told())
                .extracting(event -> event.json().path("step").asText() + " "
                        + event.json().path("overtaken").asBoolean())
                .containsExactlyInAnyOrder("DUE_IN_3_DAYS true", "DUE_IN_1_DAY true", "OVERDUE false");
        assertThat(EventContracts.ofThisModule().assertTopicFits("cchc.reminder"))
                .isPositive();
    }

    private List<SentEvent> told() {
        return TestEvents.read("cchc.reminder").stream()
                .filter(event -> event.json()
                        .path("feedbackId")
                        .asText()
                        .equals(receipt.id().toString()))
                .toList();
    }

    @Test
    void what_another_replica_is_looking_at_is_left_to_it() throws SQLException {
        Commune.now(THREE_DAYS_BEFORE);
        try (var other = LocalServers.connect();
                var lock = other.prepareStatement("SELECT 1 FROM reminder_watch WHERE feedback_id = ? FOR UPDATE")) {
            other.setAutoCommit(false);
            lock.setObject(1, receipt.id());
            lock.execute();
            Commune.remind();
            assertThat(decided()).isEmpty();
            other.rollback();
        }

        Commune.remind();

        assertThat(decided()).containsExactly("2021-01-15 DUE_IN_3_DAYS");
    }

    @Test
    void nothing_is_decided_before_the_office_opens_or_when_it_has_closed() throws SQLException {
        sweepAt("2021-01-12T07:29:00+07:00");
        assertThat(decided()).isEmpty();
        sweepAt("2021-01-12T17:00:00+07:00");
        assertThat(decided()).isEmpty();
        sweepAt("2021-01-16T09:00:00+07:00");
        assertThat(decided()).isEmpty();

        sweepAt("2021-01-18T07:30:00+07:00");
        assertThat(decided()).hasSize(3);
    }

    @Test
    void after_days_of_downtime_each_step_is_decided_once_and_the_last_of_each_recipient_waits() throws SQLException {
        sweepAt(FIVE_DAYS_LATE);

        assertThat(decided())
                .containsExactly(
                        "2021-01-15 DUE_IN_3_DAYS",
                        "2021-01-15 DUE_IN_1_DAY",
                        "2021-01-15 OVERDUE",
                        "2021-01-15 ESCALATED_TO_HEAD_OF_UNIT",
                        "2021-01-15 ESCALATED_TO_LEADER",
                        "2021-01-15 ESCALATED_TO_SUPERIOR");
        listOfOfficer()
                .body("items.step", contains("ESCALATED_TO_HEAD_OF_UNIT", "OVERDUE"))
                .body("items[0].daysLeft", equalTo(-7));
        list(commune.asLeader()).body("items.step", contains("ESCALATED_TO_LEADER"));
        list(commune.as(TestTokens.superior(commune.district())))
                .body("items.step", contains("ESCALATED_TO_SUPERIOR"))
                .body("items[0].authorityId", equalTo(commune.id().toString()))
                .body("items[0].link", nullValue());
    }

    @Test
    void who_has_nothing_to_do_with_it_sees_nothing() {
        sweepAt(FIVE_DAYS_LATE);

        list(commune.asOfficer(commune.office())).body("items", empty());
        list(commune.as(TestTokens.superior(commune.id()))).body("items", empty());
        list(Commune.create().asLeader()).body("items", empty());
        commune.asAdmin().get("/api/v1/reminders").then().statusCode(403);
    }

    @Test
    void the_office_sees_after_what_no_unit_has_yet_and_pages_hold_each_reminder_once() {
        var unassigned = commune.receive();
        sweepAt(ONE_DAY_BEFORE);

        var first = commune.asClerk().get("/api/v1/reminders?limit=1").then().body("items.size()", equalTo(1));
        var second = commune.asClerk()
                .get("/api/v1/reminders?limit=1&cursor=" + first.extract().<String>path("next"))
                .then()
                .body("items.size()", equalTo(1))
                .body("next", nullValue());

        assertThat(List.of(
                        first.extract().<String>path("items[0].feedbackId"),
                        second.extract().<String>path("items[0].feedbackId")))
                .containsExactlyInAnyOrder(
                        receipt.id().toString(), unassigned.id().toString());
        listOfOfficer().body("items.size()", equalTo(1));
    }

    @Test
    void a_reminder_ends_with_the_answer() {
        sweepAt(ONE_DAY_BEFORE);
        listOfOfficer().body("items.size()", equalTo(1));

        commune.post(commune.asOfficer(commune.landUnit()), receipt.id(), "answers", "{\"text\": \"Đã sửa xong.\"}")
                .then()
                .statusCode(200);

        listOfOfficer().body("items", empty());
        sweepAt(FIVE_DAYS_LATE);
        list(commune.asLeader()).body("items", empty());
    }

    @Test
    void a_due_day_that_moves_is_reminded_of_anew() throws SQLException {
        sweepAt(ONE_DAY_BEFORE);
        commune.post(
                commune.asClerk(), receipt.id(), "extension-requests", "{\"amount\": 5, \"reason\": \"Chờ vật tư.\"}");
        commune.post(commune.asLeader(), receipt.id(), "extensions", "{}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-20"));
        listOfOfficer().body("items", empty());

        sweepAt("2021-01-15T09:00:00+07:00");

        assertThat(decided())
                .containsExactly("2021-01-15 DUE_IN_3_DAYS", "2021-01-15 DUE_IN_1_DAY", "2021-01-20 DUE_IN_3_DAYS");
        listOfOfficer().body("items.dueOn", contains("2021-01-20"));
    }

    @Test
    void a_case_that_waits_for_its_sender_is_not_reminded_of() throws SQLException {
        commune.decide(null, null, 10, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        limits.forget();
        receipt = commune.receive();
        sweepAt(THREE_DAYS_BEFORE);
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}")
                .then()
                .statusCode(200);
        sweepAt(FIVE_DAYS_LATE);
        assertThat(decided()).containsExactly("2021-01-15 DUE_IN_3_DAYS");

        receipt.post("supplements", "{\"content\": \"Thôn 3.\"}").then().statusCode(200);
        Commune.remind();

        assertThat(decided())
                .containsExactly("2021-01-15 DUE_IN_3_DAYS", "2021-01-25 DUE_IN_3_DAYS", "2021-01-25 DUE_IN_1_DAY");
        list(commune.asClerk())
                .body("items.findAll { it.feedbackId == '" + receipt.id() + "' }.step", contains("DUE_IN_1_DAY"));
    }

    /** The 13th becomes a day off: the third working day before the 15th is the 11th instead of the 12th. */
    @Test
    void with_another_table_of_working_days_steps_are_due_on_other_days() {
        sweepAt("2021-01-08T09:00:00+07:00");
        CalendarTable table = TestCalendars.withDayOff("VN-2026.1.9001", LocalDate.parse("2021-01-13"));
        QuarkusTransaction.requiringNew().run(() -> calendars.add(table, 9001));

        sweepAt("2021-01-11T09:00:00+07:00");

        listOfOfficer().body("items.step", contains("DUE_IN_3_DAYS"));
    }

    @Test
    void an_authority_has_a_ladder_of_its_own() throws SQLException {
        Commune.texts("""
                WITH ladder AS (INSERT INTO reminder_ladder VALUES (gen_random_uuid(), ?, '2021-01-01', NULL) RETURNING id)
                INSERT INTO reminder_step SELECT id, 'DUE_IN_A_WEEK', -5, 'LEADER' FROM ladder RETURNING step""", commune.id());

        sweepAt("2021-01-08T09:00:00+07:00");

        list(commune.asLeader()).body("items.step", contains("DUE_IN_A_WEEK"));
        listOfOfficer().body("items", empty());
    }
}
