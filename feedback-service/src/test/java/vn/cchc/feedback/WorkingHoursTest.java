package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** A limit in working hours is due at a moment of office hours, everywhere where a due day is shown or counted with. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class WorkingHoursTest {

    @Inject
    Limits limits;

    private Commune commune;

    @BeforeEach
    void eightHoursInTheCommune() throws SQLException {
        Commune.now("2021-01-05T16:00:00+07:00");
        commune = Commune.create();
        commune.decide(null, null, 8, "WORKING_HOUR", "SUPPLEMENT_REQUESTED", 1, false);
        limits.forget();
    }

    /** To the second: the clock goes on while a test runs. */
    private Commune.Receipt calledAt(String time) {
        return commune.enter("PHONE", time + "+07:00");
    }

    @Test
    void theSenderSeesTheMoment() {
        var receipt = calledAt("2021-01-05T16:00:00");

        assertThat(receipt.dueOn()).isEqualTo("2021-01-06");
        receipt.track().then().body("dueOn", equalTo("2021-01-06")).body("dueAt", equalTo("2021-01-06T16:30:00+07:00"));
    }

    @Test
    void thePageForTheSenderSaysBeforeWhen() {
        var receipt = calledAt("2021-01-05T16:00:00");

        given().accept("text/html")
                .formParam("code", receipt.code())
                .formParam("Tracking-Secret", receipt.secret())
                .post("/tra-cuu")
                .then()
                .statusCode(200)
                .body(containsString("trước 16:30 ngày 06/01/2021"));
    }

    @Test
    void aLimitInDaysHasNoMoment() {
        var receipt = Commune.create().receive();

        receipt.track().then().body("dueOn", equalTo("2021-01-15")).body("dueAt", nullValue());
    }

    @Test
    void staffSeeHowItComesAbout() {
        Commune.now("2021-01-08T17:30:00+07:00");
        var receipt = calledAt("2021-01-08T17:30:00");

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .statusCode(200)
                .body("dueAt", equalTo("2021-01-12T08:00:00+07:00"))
                .body("workOn", equalTo("2021-01-12"))
                .body("countedNow", nullValue())
                .body("limit.unit", equalTo("WORKING_HOUR"))
                .body(
                        "explanation.rule.vi",
                        equalTo("8 giờ làm việc kể từ 17:30 ngày 08/01/2021, tính theo giờ làm việc của cơ quan"))
                .body(
                        "explanation.steps.text.vi",
                        contains(
                                "Từ 17:30 thứ Sáu 08/01/2021, không trong giờ làm việc hoặc đang tạm dừng: tính"
                                        + " từ 07:30 thứ Hai 11/01/2021",
                                "09/01/2021 (thứ Bảy): không tính",
                                "10/01/2021 (Chủ nhật): không tính",
                                "Thời hạn 8 giờ làm việc kết thúc lúc 08:00 thứ Ba 12/01/2021"))
                .body(
                        "explanation.clause.en",
                        containsString("Civil Code 2015, art. 147(1); office hours 07:30–11:30, 13:30–17:00 ("))
                .body(
                        "counted.from",
                        contains("2021-01-11T07:30:00+07:00", "2021-01-11T13:30:00+07:00", "2021-01-12T07:30:00+07:00"))
                .body(
                        "counted.to",
                        contains(
                                "2021-01-11T11:30:00+07:00", "2021-01-11T17:00:00+07:00", "2021-01-12T08:00:00+07:00"));
    }

    @Test
    void aPauseAndAnExtensionMoveTheMomentAndAreExplained() {
        var receipt = calledAt("2021-01-05T16:00:00");
        Commune.now("2021-01-06T08:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}");
        Commune.now("2021-01-06T09:20:30+07:00");
        receipt.post("supplements", "{\"content\": \"Thôn 3.\"}").then().statusCode(200);
        commune.assign(receipt.id());
        commune.post(
                commune.asOfficer(commune.landUnit()),
                receipt.id(),
                "extension-requests",
                "{\"amount\": 2, \"reason\": \"Chờ khảo sát.\"}");
        commune.post(commune.asLeader(), receipt.id(), "extensions", "{}")
                .then()
                .statusCode(200)
                .body("dueAt", startsWith("2021-01-07T10:20:"))
                .body("overdue", equalTo(false));

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("pausedDays", equalTo(1))
                .body("countedNow", nullValue())
                .body(
                        "explanation.steps.text.en",
                        hasItem(containsString("on 6 January 2021: 1 h 20 min of office time not counted")))
                .body("extensions.dueAt", contains(startsWith("2021-01-07T10:20:")))
                .body(
                        "extensions[0].explanation.rule.en",
                        startsWith("An extension of 2 working hours from the due moment before, 08:20:"));
        receipt.track()
                .then()
                .body(
                        "extensions.text.vi",
                        contains(startsWith("Gia hạn lần 1: thêm 2 giờ làm việc, trả lời trước 10:20:")));
    }

    @Test
    void anAnswerAfterTheMomentIsLateOnTheSameDay() {
        var receipt = calledAt("2021-01-05T16:00:00");
        commune.assign(receipt.id());
        Commune.now("2021-01-06T16:29:00+07:00");
        commune.asClerk().get("/api/v1/feedback?overdue=true").then().body("items", empty());
        Commune.now("2021-01-06T16:30:00+07:00");
        commune.asClerk()
                .get("/api/v1/feedback?overdue=true")
                .then()
                .body("items.dueAt", contains("2021-01-06T16:30:00+07:00"));

        commune.post(commune.asClerk(), receipt.id(), "answers", "{\"text\": \"Đã sửa.\"}")
                .then()
                .statusCode(200)
                .body("answer.inTime", equalTo(false));

        commune.asClerk().get("/api/v1/register?year=2021").then().body("items.inTime", contains(false));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-06")
                .then()
                .body("total.answeredLate", equalTo(1));
        Commune.now("2021-01-08T08:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}").then().statusCode(200);
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-06")
                .then()
                .body("total.answeredLate", equalTo(1))
                .body("total.answeredInTime", equalTo(0));
        await().untilAsserted(() -> assertThat(TestEvents.read("cchc.feedback").stream()
                        .filter(event -> event.key().equals(receipt.id().toString()))
                        .filter(event -> event.type().endsWith("answered.v1"))
                        .map(event -> event.json().path("dueAt").asText() + " "
                                + event.json().path("inTime").asBoolean()))
                .containsExactly("2021-01-06T16:30:00+07:00 false"));
    }

    @Test
    void whatRanOutBeforeAPauseOnTheSameDayIsOverdueInListAndFigures() {
        var receipt = calledAt("2021-01-05T16:00:00");
        Commune.now("2021-01-06T16:45:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}")
                .then()
                .statusCode(200)
                .body("overdue", equalTo(true))
                .body("pausedSince", nullValue());

        Commune.now("2021-01-09T08:00:00+07:00");
        commune.asClerk()
                .get("/api/v1/feedback?overdue=true")
                .then()
                .body("items.id", contains(receipt.id().toString()));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-08")
                .then()
                .body("total.overdue", equalTo(1));
    }

    @Test
    void theOwnOfficeHoursHoldFromTheirFirstDayOn() {
        commune.asAdmin()
                .body(commune.officeHours("2021-01-06"))
                .post("/api/v1/office-hours")
                .then()
                .statusCode(201);

        calledAt("2021-01-05T16:00:00")
                .track()
                .then()
                // An hour by the usual ones on the 5th; four and three by the own ones on the 6th.
                .body("dueAt", equalTo("2021-01-06T16:00:00+07:00"));
    }

    @Test
    void aPolicyInHoursIsTriedAndEntered() {
        String policy = commune.policy(8, "2021-02-01", "").replace("WORKING_DAY", "WORKING_HOUR");
        commune.asAdmin()
                .body("{\"policy\": " + policy
                        + ", \"arrivals\": [\"2021-02-01\", \"2021-02-05\"], \"arrivalTime\": \"16:30\"}")
                .post("/api/v1/handling-policies/previews")
                .then()
                .statusCode(200)
                .body("examples.dueAt", contains("2021-02-02T17:00:00+07:00", "2021-02-08T17:00:00+07:00"))
                .body("examples.dueOn", contains("2021-02-02", "2021-02-08"))
                .body("examples[1].explanation.steps.kind", hasItem("NOT_COUNTED"));
        commune.asAdmin()
                .body(policy)
                .post("/api/v1/handling-policies")
                .then()
                .statusCode(201)
                .body("limit.unit", equalTo("WORKING_HOUR"));

        Commune.now("2021-02-01T08:30:00+07:00");
        var receipt = commune.enter("PHONE", "2021-02-01T08:00:00+07:00");
        assertThat(receipt.dueOn()).isEqualTo("2021-02-02");
    }

    @Test
    void anArrivalThatIsEnteredLaterRunsFromItsMoment() {
        Commune.now("2021-01-07T09:00:00+07:00");

        var receipt = commune.enter("PHONE", "2021-01-05T12:00:00+07:00");

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("dueAt", equalTo("2021-01-06T14:00:00+07:00"))
                .body("overdue", equalTo(true));
    }
}
