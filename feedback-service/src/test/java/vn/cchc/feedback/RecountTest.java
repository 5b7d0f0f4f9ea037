package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestCalendars;
import vn.cchc.platform.testing.TestEvents;

/** The table of 2028 comes: what it moves is told before, and counted anew, recorded and shown once it is in force. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RecountTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final AtomicInteger REVISION = new AtomicInteger(100);

    @Inject
    Limits limits;

    private Commune commune;
    private UUID calendar;
    private int revision;

    @BeforeEach
    void atTheEndOf2027() {
        Commune.now("2027-12-28T08:30:00+07:00");
        commune = Commune.create();
        calendar = UUID.randomUUID();
        revision = REVISION.incrementAndGet();
    }

    @AfterEach
    void theProgramsTable() {
        TestCalendars.restore();
    }

    private CalendarTable without(String day) {
        return TestCalendars.withDayOff("VN-2026.1." + revision, LocalDate.parse(day));
    }

    private void tell(String state, CalendarTable table, long sequence) {
        TestCalendars.tell(calendar, revision, state, table, sequence);
    }

    private JsonNode told(String type) {
        return TestCalendars.told("cchc.feedback-recount", calendar, type);
    }

    private ValidatableResponse view(Commune.Receipt receipt) {
        return commune.asClerk().get("/api/v1/feedback/" + receipt.id()).then().statusCode(200);
    }

    @Test
    void anotherTableCountsWhatWasGrantedToo() {
        var receipt = commune.receive();
        commune.assign(receipt.id());
        commune.post(
                commune.asClerk(), receipt.id(), "extension-requests", "{\"amount\": 3, \"reason\": \"Chờ vật tư.\"}");
        commune.post(commune.asLeader(), receipt.id(), "extensions", "{}");
        view(receipt).body("dueOn", equalTo("2028-01-10")).body("extensions", equalTo(1));
        CalendarTable table = without("2028-01-07");

        tell("PROPOSED", table, 1);
        told("previewed.v1");
        tell("APPLIED", table, 2);
        told("recounted.v1");

        view(receipt)
                .body("dueOn", equalTo("2028-01-13"))
                .body("dueMovedFrom", equalTo("2028-01-10"))
                .body("extensions", equalTo(1));
    }

    @Test
    void whoHoldsTheCaseSeesWhatHasMovedAndThatItIsSettled() {
        var receipt = commune.receive();
        view(receipt)
                .body("dueOn", equalTo("2028-01-07"))
                .body("dueProvisional", equalTo(true))
                .body("dueNote.vi", containsString("Hạn trả lời 07/01/2028 là tạm tính"));
        CalendarTable table = without("2028-01-07");

        tell("PROPOSED", table, 1);
        JsonNode preview = told("previewed.v1");
        assertThat(preview.path("later").longValue()).isPositive();
        assertThat(preview.path("settled").longValue()).isPositive();
        assertThat(preview.path("open").longValue())
                .isGreaterThanOrEqualTo(preview.path("later").longValue());
        view(receipt).body("dueOn", equalTo("2028-01-07")).body("version", equalTo(1));

        tell("APPLIED", table, 2);
        JsonNode moved = told("recounted.v1");
        assertThat(moved.path("later")).isEqualTo(preview.path("later"));
        assertThat(moved.path("settled")).isEqualTo(preview.path("settled"));
        view(receipt)
                .body("dueOn", equalTo("2028-01-10"))
                .body("dueMovedFrom", equalTo("2028-01-07"))
                .body("dueCalendar", equalTo(table.version()))
                .body("dueProvisional", equalTo(false))
                .body("state", equalTo("RECEIVED"))
                .body("version", equalTo(2));
        commune.asClerk()
                .get("/api/v1/feedback")
                .then()
                .body("items[0].dueOn", equalTo("2028-01-10"))
                .body("items[0].dueMovedFrom", equalTo("2028-01-07"))
                .body("items[0].dueCalendar", equalTo(table.version()));
        commune.asClerk()
                .get("/api/v1/register?year=2027")
                .then()
                .body("items[0].dueOn", equalTo("2028-01-10"))
                .body("items[0].dueMovedFrom", equalTo("2028-01-07"))
                .body("items[0].dueCalendar", equalTo(table.version()));
        receipt.track()
                .then()
                .body("dueCalendar", equalTo(table.version()))
                .body("dueOn", equalTo("2028-01-10"))
                .body("dueMovedFrom", equalTo("2028-01-07"))
                .body("dueNote.vi", containsString("07/01/2028 → 10/01/2028"))
                .body("history.state", contains("RECEIVED"));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.what", contains("received", "recounted"))
                .body("items[1].actor", equalTo("feedback-service"))
                .body("items[1].from", equalTo("RECEIVED"))
                .body("items[1].to", equalTo("RECEIVED"))
                .body("items[1].reason", containsString("07/01/2028 → 10/01/2028"));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("dueCalendar", equalTo(table.version()))
                .body("explanation.tableVersion", equalTo(table.version()))
                .body("countedNow", nullValue());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(TestEvents.read("cchc.feedback", receipt.id()))
                .last()
                .satisfies(event -> assertThat(event.type()).isEqualTo("vn.cchc.feedback.recounted.v1")));
        EventContracts contracts = EventContracts.ofThisModule();
        assertThat(contracts.assertTopicFits("cchc.feedback-recount")).isPositive();
        assertThat(contracts.assertTopicFits("cchc.feedback")).isPositive();
    }

    @Test
    void whatAProposedTableMovesIsCountedBehindTheOneThatItChanges() {
        var receipt = commune.receive();
        CalendarTable base = without("2028-01-07");
        CalendarTable proposed = TestCalendars.withDayOff(base.version() + "+", LocalDate.parse("2028-01-06"));
        UUID next = UUID.randomUUID();
        TestEvents.publish(
                "cchc.calendar",
                List.of(TestCalendars.event(next, revision + 1000, base.version(), "PROPOSED", proposed, 1)));
        tell("APPLIED", base, 1);
        awaitDue(receipt, "2028-01-10", base.version());

        // From the 10th, to which the base has moved it, back to the 7th; from the 7th it would have stayed.
        JsonNode preview = TestCalendars.told("cchc.feedback-recount", next, "previewed.v1");
        assertThat(preview.path("earlier").longValue()).isPositive();
        assertThat(preview.path("settled").longValue()).isZero();
    }

    @Test
    void aRecountWithATableThatIsInForceNoMoreSaysWhichOneIs() {
        commune.receive();
        CalendarTable later = TestCalendars.withDayOff("VN-2026.1." + revision + "+", LocalDate.parse("2028-01-06"));
        UUID applied = UUID.randomUUID();
        TestCalendars.tell(applied, revision + 1000, "APPLIED", later, 1);
        assertThat(TestCalendars.told("cchc.feedback-recount", applied, "recounted.v1")
                        .path("supersededBy")
                        .isNull())
                .isTrue();

        tell("APPLIED", without("2028-01-07"), 1);

        JsonNode ended = told("recounted.v1");
        assertThat(ended.path("supersededBy").textValue()).isEqualTo(later.version());
        assertThat(ended.path("open").longValue()).isZero();
    }

    @Test
    void theListIsNarrowedToWhatHasMovedOrHasNot() {
        var moved = commune.receive();
        var entered = commune.enter("PHONE", "2027-12-24T08:00:00+07:00");
        tell("APPLIED", without("2028-01-07"), 1);
        told("recounted.v1");

        var first = commune.asClerk().get("/api/v1/feedback?moved=true&limit=1");
        first.then().body("items.id", contains(moved.id().toString())).body("next", nullValue());
        commune.asClerk()
                .get("/api/v1/feedback?moved=false")
                .then()
                .body("items.id", contains(entered.id().toString()));
    }

    @Test
    void aRevisionThatItsOwnerHasLostIsCountedBackAndOnceMoreWhenItIsAppliedAgain() {
        long position = 1_000_000_000_000L;
        var receipt = commune.receive();
        CalendarTable table = without("2028-01-07");
        TestEvents.publish(
                "cchc.calendar",
                List.of(
                        TestCalendars.event(calendar, revision, "PROPOSED", table, 1)
                                .at(1, position + 1),
                        TestCalendars.event(calendar, revision, "APPLIED", table, 2)
                                .at(1, position + 11)));
        awaitDue(receipt, "2028-01-10", table.version());
        // A recount that is not at its end when it becomes void tells nothing.
        told("recounted.v1");

        TestEvents.raise("cchc.calendar", 2, position + 10, null);
        awaitDue(receipt, "2028-01-07", "VN-2026.1");

        TestEvents.publish(
                "cchc.calendar",
                List.of(TestCalendars.event(calendar, revision, "APPLIED", table, 1)
                        .at(2, position + 11)));
        awaitDue(receipt, "2028-01-10", table.version());
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(TestEvents.read("cchc.feedback-recount").stream()
                        .filter(event -> event.type().endsWith("recounted.v1"))
                        .filter(event ->
                                event.json().path("calendarId").asText().equals(calendar.toString())))
                .hasSize(2));
    }

    private void awaitDue(Commune.Receipt receipt, String day, String table) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> view(receipt).body("dueOn", equalTo(day)).body("dueCalendar", equalTo(table)));
    }

    @Test
    void theDaysOfAPauseAreCountedAnewToo() throws SQLException {
        commune.decide(null, null, 10, "WORKING_DAY", "SUPPLEMENT_REQUESTED");
        limits.forget();
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}")
                .then()
                .statusCode(200);
        Commune.now("2028-01-05T08:30:00+07:00");
        receipt.post("supplements", "{\"content\": \"Thôn 3\"}").then().statusCode(200);
        // Five days of pause: 29 to 31 December, 4 and 5 January, without the 3rd, on which New Year's Day is made
        // up for.
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("pausedDays", equalTo(5))
                .body("dueOn", equalTo("2028-01-19"))
                .body("dueProvisional", equalTo(true));

        tell("APPLIED", without("2028-01-04"), 1);
        told("recounted.v1");

        // One day of pause less, and one working day less in the term: the day stays, and is provisional no more.
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("pausedDays", equalTo(4))
                .body("dueOn", equalTo("2028-01-19"))
                .body("dueProvisional", equalTo(false));
        view(receipt).body("dueMovedFrom", nullValue()).body("state", equalTo("RECEIVED"));
    }

    @Test
    void aDayThatAPauseHasMovedIsNotSaidToBeMovedByTheTable() throws SQLException {
        commune.decide(null, null, 10, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        limits.forget();
        var receipt = commune.receive();
        tell("APPLIED", without("2028-01-07"), 1);
        told("recounted.v1");
        view(receipt).body("dueOn", equalTo("2028-01-10")).body("dueMovedFrom", equalTo("2028-01-07"));

        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}")
                .then()
                .statusCode(200);
        Commune.now("2028-01-05T08:30:00+07:00");
        receipt.post("supplements", "{\"content\": \"Thôn 3\"}").then().statusCode(200);

        view(receipt)
                .body("dueOn", greaterThan("2028-01-10"))
                .body("dueMovedFrom", nullValue())
                .body("dueNote", nullValue());
    }

    @Test
    void whatIsAnsweredKeepsTheDayThatItWasHeldAgainst() {
        var receipt = commune.receive();
        commune.assign(receipt.id());
        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Đã sửa.\"}")
                .then()
                .statusCode(200);

        tell("APPLIED", without("2028-01-07"), 1);
        told("recounted.v1");

        view(receipt)
                .body("dueOn", equalTo("2028-01-07"))
                .body("dueProvisional", equalTo(true))
                .body("dueNote", nullValue())
                .body("dueMovedFrom", nullValue());
    }

    /** More than two parts; the last one of the first part moves far behind while the recount waits for its row. */
    @Test
    void whatMovesMeanwhileHidesNothing() throws Exception {
        var receipt = commune.receive();
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO feedback SELECT (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(),"
                            + " 'register_number', 1000 + n, 'tracking_code', lpad((" + System.nanoTime() % 1_000_000
                            + " * 1000000::bigint + n)::text, 13, '9')))).* FROM feedback f, generate_series(1, 450) n WHERE f.id = '"
                            + receipt.id() + "'");
        }
        try (Connection other = LocalServers.connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    "UPDATE feedback SET due_on = '2028-03-01', due_at = '2028-03-02T00:00:00+07:00' WHERE id IN (SELECT id FROM feedback WHERE ended_on IS NULL"
                            + " AND authority_id = '" + commune.id() + "' ORDER BY due_on, id OFFSET 100 LIMIT 150)");
            tell("APPLIED", without("2028-01-07"), 1);
            await().during(Duration.ofSeconds(2)).until(() -> true);
            other.commit();
        }
        told("recounted.v1");

        assertThat(count("due_moved_from = '2028-01-07'")).isEqualTo(301);
        assertThat(count("due_moved_from = '2028-03-01'")).isEqualTo(150);
        assertThat(count("due_on <> '2028-01-10' OR due_provisional")).isZero();
    }

    @Test
    void whatCannotBeCountedKeepsNobodyWaiting() throws SQLException {
        var refused = commune.receive();
        var counted = commune.receive();
        String trigger = "refuse_" + revision;
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE FUNCTION " + trigger + "() RETURNS trigger LANGUAGE plpgsql AS"
                    + " 'BEGIN RAISE EXCEPTION ''refused'' USING ERRCODE = ''check_violation''; END'; CREATE TRIGGER "
                    + trigger + " BEFORE UPDATE ON feedback FOR EACH ROW WHEN (OLD.id = '" + refused.id()
                    + "') EXECUTE FUNCTION " + trigger + "()");
            try {
                tell("APPLIED", without("2028-01-07"), 1);
                await().atMost(PATIENCE).until(() -> {
                    // What fails is tried again after a while; here at once.
                    statement.execute(
                            "UPDATE timer SET retry_at = '-infinity' WHERE kind = 'recount' AND done_at IS NULL"
                                    + " AND retry_at > clock_timestamp() + interval '2 seconds'");
                    return view(counted).extract().path("dueOn").equals("2028-01-10");
                });
            } finally {
                statement.execute("DROP FUNCTION " + trigger + " CASCADE");
            }
        }
        assertThat(told("recounted.v1").path("passedOver").longValue()).isEqualTo(1);
        view(refused).body("dueOn", equalTo("2028-01-07")).body("version", equalTo(1));
    }

    private long count(String condition) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM feedback WHERE authority_id = '"
                        + commune.id() + "' AND (" + condition + ")")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Two pauses behind one another, of two states that both pause: the second is under way since the first began. */
    @Test
    void aPauseUnderWayIsNotCountedAsOver() throws SQLException {
        commune.decide(null, null, 10, "WORKING_DAY", "ACCEPTED,ASSIGNED");
        limits.forget();
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200);
        Commune.now("2028-01-05T08:30:00+07:00");
        commune.post(commune.asLeader(), receipt.id(), "assignments", "{\"unitId\": \"" + commune.landUnit() + "\"}")
                .then()
                .statusCode(200);

        tell("APPLIED", without("2028-01-06"), 1);
        told("recounted.v1");

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("pausedSince", equalTo("2027-12-28"))
                .body("pausedDays", equalTo(0))
                .body("dueOn", equalTo("2028-01-13"));
    }

    @Test
    void whatIsWithdrawnMovesNothingAndWhatIsToldAgainMovesItOnce() {
        var receipt = commune.receive();
        CalendarTable table = without("2028-01-07");
        tell("PROPOSED", table, 1);
        tell("WITHDRAWN", table, 2);
        calendar = UUID.randomUUID();
        revision = REVISION.incrementAndGet();
        CalendarTable other = without("2028-01-06");
        tell("APPLIED", other, 1);
        tell("APPLIED", other, 1);
        told("recounted.v1");

        view(receipt)
                .body("dueOn", equalTo("2028-01-07"))
                .body("dueProvisional", equalTo(false))
                .body("version", equalTo(2));
        assertThat(List.of(told("recounted.v1"))).hasSize(1);
    }
}
