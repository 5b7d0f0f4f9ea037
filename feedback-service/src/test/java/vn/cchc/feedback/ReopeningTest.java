package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/** An answer is not the end: for some time the sender may have the case opened again, with a limit of its own. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ReopeningTest {

    private static final Pattern ROUND = Pattern.compile("name=\"round\" value=\"([0-9]+)\"");
    private static final String REASON = "{\"reason\": \"Đèn sáng hai ngày rồi lại tắt.\"}";

    @Inject
    Limits limits;

    private Commune commune;
    private Commune.Receipt receipt;
    private String path;

    @BeforeEach
    void aCaseOfTheLandUnitDueOn15January() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        begin();
    }

    private void begin() {
        receipt = commune.receive();
        path = "/api/v1/feedback/" + receipt.id();
        commune.assign(receipt.id());
    }

    private void answerAt(String time) {
        Commune.now(time);
        commune.post(commune.asOfficer(commune.landUnit()), receipt.id(), "answers", "{\"text\": \"Đã thay bóng.\"}")
                .then()
                .statusCode(200);
    }

    private Response reopenAt(String time) {
        Commune.now(time);
        return receipt.post("reopenings", REASON);
    }

    private ValidatableResponse shown() {
        return commune.asClerk().get(path).then().statusCode(200);
    }

    private Map<String, Integer> counted(String to) {
        return commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=" + to)
                .then()
                .statusCode(200)
                .extract()
                .path("total");
    }

    private Map<String, Object> saidAt(String moment) {
        return commune.asClerk()
                .queryParam("at", moment)
                .get(path + "/limit")
                .then()
                .statusCode(200)
                .extract()
                .path("$");
    }

    @Test
    void theSenderReopensItWithAReasonAndIsAnsweredAgain() {
        answerAt("2021-01-11T15:00:00+07:00");
        receipt.track().then().body("reopenableUntil", equalTo("2021-01-25")).body("allowed", hasItem("reopenings"));

        reopenAt("2021-01-18T09:00:00+07:00")
                .then()
                .statusCode(200)
                .body("state", equalTo("REOPENED"))
                .body("dueOn", equalTo("2021-01-28"))
                .body("reopenedAt", startsWith("2021-01-18T09:00:0"))
                .body("answer", nullValue())
                .body("earlierAnswers.text", contains("Đã thay bóng."))
                .body("reopenableUntil", nullValue())
                .body("allowed", contains("messages"));
        shown().body("round", equalTo(2))
                .body("number", equalTo(receipt.number()))
                .body("assignment.unitId", equalTo(commune.landUnit().toString()))
                .body("allowed", hasItem("answers"));
        commune.asOfficer(commune.landUnit()).get(path).then().statusCode(200);
        commune.asClerk()
                .get(path + "/changes")
                .then()
                .body("items[-1].transition", equalTo("REOPEN"))
                .body("items[-1].reason", equalTo("Đèn sáng hai ngày rồi lại tắt."));
        commune.asClerk()
                .get(path + "/messages")
                .then()
                .body("items.kind", contains("REOPENING"))
                .body("items.text", contains("Đèn sáng hai ngày rồi lại tắt."));

        answerAt("2021-01-20T10:00:00+07:00");

        receipt.track()
                .then()
                .body("state", equalTo("ANSWERED"))
                .body("answer.inTime", equalTo(true))
                .body("earlierAnswers", hasSize(1))
                .body("reopenableUntil", nullValue());
        receipt.post("reopenings", REASON)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:reopenings-exhausted"));
    }

    /** Tết: 10 to 16 February are days off. */
    @Test
    void theWindowCountsWorkingDaysAndItsLastMomentCounts() {
        Commune.now("2021-02-04T08:00:00+07:00");
        begin();
        answerAt("2021-02-05T16:00:00+07:00");
        shown().body("reopenableUntil", equalTo("2021-02-26"));
        Commune.now("2021-02-26T23:59:50+07:00");
        receipt.track().then().body("reopenableUntil", equalTo("2021-02-26"));

        reopenAt("2021-02-26T23:59:57+07:00").then().statusCode(200);
    }

    @Test
    void afterTheWindowItIsRefusedWithTheDayThatWasTheLast() {
        answerAt("2021-01-11T15:00:00+07:00");

        reopenAt("2021-01-26T00:00:00+07:00")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:reopening-window-closed"))
                .body("detail", containsString("25/01/2021"));
        receipt.track().then().body("reopenableUntil", nullValue()).body("allowed", not(hasItem("reopenings")));
        shown().body("allowed", contains("closures"));
    }

    @Test
    void whatIsNotAnsweredIsNotReopened() {
        receipt.post("reopenings", REASON).then().statusCode(409).body("allowed", contains("withdrawals"));
        receipt.post("withdrawals", "{}").then().statusCode(200);
        receipt.post("reopenings", REASON).then().statusCode(409).body("allowed", empty());
    }

    @Test
    void aClerkReopensItForASenderWhoCallsAndMustSayWhy() {
        answerAt("2021-01-11T15:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "closures", "{}").then().statusCode(200);

        commune.post(commune.asClerk(), receipt.id(), "reopenings", "{\"reason\": \" \"}")
                .then()
                .statusCode(422);
        commune.post(commune.asLeader(), receipt.id(), "reopenings", REASON)
                .then()
                .statusCode(403);
        commune.post(commune.asClerk(), receipt.id(), "reopenings", REASON)
                .then()
                .statusCode(200)
                .body("state", equalTo("REOPENED"))
                .body("earlierAnswers[0].text", equalTo("Đã thay bóng."));
    }

    @Test
    void aPolicyMayAllowNone() throws SQLException {
        commune.decide(null, null, 10, "CALENDAR_DAY", "");
        Commune.texts(
                "UPDATE handling_policy SET reopening_times = 0 WHERE authority_id = ? RETURNING id", commune.id());
        limits.forget();
        begin();
        answerAt("2021-01-11T15:00:00+07:00");

        receipt.track().then().body("reopenableUntil", nullValue());
        reopenAt("2021-01-12T08:00:00+07:00")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:reopenings-exhausted"));
    }

    /** The version before answers without the day of which the sender is told. */
    @Test
    void theDayIsCountedWhereTheVersionBeforeHasAnswered() throws SQLException {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.texts("UPDATE feedback SET reopenable_until = NULL WHERE id = ? RETURNING id", receipt.id());

        receipt.track().then().body("reopenableUntil", equalTo("2021-01-25"));
        reopenAt("2021-01-25T16:00:00+07:00").then().statusCode(200);
    }

    @Test
    void ofTwoReopeningsAtOnceOneIsMade() throws Exception {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.now("2021-01-12T08:00:00+07:00");

        assertThat(atOnce(
                        () -> receipt.post("reopenings", REASON).statusCode(),
                        () -> receipt.post("reopenings", REASON).statusCode()))
                .containsExactlyInAnyOrder(200, 409);
        shown().body("round", equalTo(2));
    }

    @Test
    void aClosureAtTheSameTimeDoesNotKeepItClosed() throws Exception {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.now("2021-01-12T08:00:00+07:00");

        List<Integer> statuses = atOnce(() -> receipt.post("reopenings", REASON).statusCode(), () -> commune.post(
                        commune.asClerk(), receipt.id(), "closures", "{}")
                .statusCode());

        assertThat(statuses.get(0)).isEqualTo(200);
        assertThat(statuses.get(1)).isIn(200, 409, 412);
        shown().body("state", equalTo("REOPENED"));
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var pool = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> statuses = pool.invokeAll(List.of(one, other));
            return List.of(statuses.get(0).get(), statuses.get(1).get());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void whatItsLimitSaidInEachRoundStays() {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.now("2021-01-12T09:00:00+07:00");
        Map<String, Object> open = saidAt("2021-01-06T09:00:00+07:00");
        Map<String, Object> answered = saidAt("2021-01-12T08:00:00+07:00");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200);
        Commune.now("2021-01-20T09:00:00+07:00");
        Map<String, Object> reopened = saidAt("2021-01-20T08:00:00+07:00");

        answerAt("2021-01-21T09:00:00+07:00");
        Commune.now("2021-03-01T09:00:00+07:00");

        assertThat(saidAt("2021-01-06T09:00:00+07:00")).isEqualTo(open).containsEntry("dueOn", "2021-01-15");
        assertThat(saidAt("2021-01-12T08:00:00+07:00"))
                .isEqualTo(answered)
                .containsEntry("state", "ANSWERED")
                .containsEntry("run", "STOPPED");
        assertThat(saidAt("2021-01-20T08:00:00+07:00"))
                .isEqualTo(reopened)
                .containsEntry("state", "REOPENED")
                .containsEntry("run", "RUNNING")
                .containsEntry("dueOn", "2021-01-28");
        commune.asClerk()
                .get(path + "/due-date")
                .then()
                .statusCode(200)
                .body("reopenedAt", startsWith("2021-01-18T09:00:0"))
                .body("explanation.steps[0].day", equalTo("2021-01-18"))
                .body("dueOn", equalTo("2021-01-28"));
    }

    @Test
    void anAnswerThatWasLateStaysLateWhateverFollows() {
        answerAt("2021-01-18T09:00:00+07:00");
        assertThat(counted("2021-01-18")).containsEntry("answeredLate", 1);
        reopenAt("2021-01-19T09:00:00+07:00").then().statusCode(200);
        assertThat(counted("2021-01-19")).containsEntry("answeredLate", 0).containsEntry("open", 1);
        answerAt("2021-01-20T09:00:00+07:00");

        Commune.now("2021-01-21T08:00:00+07:00");
        assertThat(counted("2021-01-20"))
                .containsEntry("received", 1)
                .containsEntry("answeredLate", 1)
                .containsEntry("answeredInTime", 0);
        assertThat(counted("2021-01-18")).containsEntry("answeredLate", 1).containsEntry("open", 0);
        shown().body("answer.inTime", equalTo(true)).body("earlierAnswers[0].inTime", equalTo(false));
        await().until(() -> events().size() == 6);
        assertThat(events().get(5).json().get("inTime").asBoolean()).isFalse();
    }

    @Test
    void whatWasCountedOfAPastDayStaysAndTheSecondAnswerCountsOnce() {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.now("2021-01-12T08:00:00+07:00");
        Map<String, Integer> then = counted("2021-01-11");
        assertThat(then).containsEntry("answeredInTime", 1);
        reopenAt("2021-01-12T09:00:00+07:00").then().statusCode(200);
        Commune.now("2021-02-01T09:00:00+07:00");

        assertThat(counted("2021-01-31"))
                .containsEntry("received", 1)
                .containsEntry("open", 1)
                .containsEntry("overdue", 1);
        answerAt("2021-02-01T10:00:00+07:00");
        assertThat(counted("2021-02-01"))
                .containsEntry("received", 1)
                .containsEntry("answeredLate", 1)
                .containsEntry("answeredInTime", 0);
        assertThat(counted("2021-01-11")).isEqualTo(then);
    }

    @Test
    void theRegisterShowsTheAnswerBeforeWithItsVerdictAndAPastDayAsItWas() {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.now("2021-01-12T08:00:00+07:00");
        Map<String, Object> then = entry("&asOf=2021-01-11");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200);
        Commune.now("2021-01-19T09:00:00+07:00");

        Map<String, Object> reopened = entry("");
        assertThat(reopened).containsEntry("state", "REOPENED").doesNotContainKeys("answeredOn", "inTime");
        assertThat(reopened.get("reopened"))
                .isEqualTo(Map.of("times", 1, "on", "2021-01-18", "answeredOn", "2021-01-11", "inTime", true));
        assertThat(entry("&asOf=2021-01-11"))
                .isEqualTo(then)
                .containsEntry("inTime", true)
                .doesNotContainKey("reopened");
        assertThat(entry("&asOf=2021-01-18")).isEqualTo(reopened);
        answerAt("2021-01-20T10:00:00+07:00");
        Commune.now("2021-01-21T10:00:00+07:00");
        assertThat(entry("&asOf=2021-01-18")).isEqualTo(reopened);
        assertThat(entry("")).containsEntry("inTime", true).containsKey("reopened");
    }

    private Map<String, Object> entry(String more) {
        return commune.asClerk()
                .get("/api/v1/register?year=2021" + more)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .path("items[0]");
    }

    @Test
    void inTheNextYearItKeepsItsNumber() {
        Commune.now("2021-12-24T08:00:00+07:00");
        begin();
        answerAt("2021-12-28T08:00:00+07:00");

        reopenAt("2022-01-05T08:00:00+07:00").then().statusCode(200);

        shown().body("number", equalTo(receipt.number())).body("year", equalTo(2021));
        commune.asClerk().get("/api/v1/register?year=2022").then().body("items", empty());
    }

    @Test
    void itsLimitIsExtendedAnew() {
        extend();
        answerAt("2021-01-11T15:00:00+07:00");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200).body("extensions", empty());

        extend();

        receipt.track().then().body("dueOn", equalTo("2021-01-29")).body("extensions", hasSize(1));
        shown().body("extensions", equalTo(1));
    }

    private void extend() {
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "extension-requests",
                        "{\"amount\": 1, \"reason\": \"Chờ vật tư.\"}")
                .then()
                .statusCode(200);
        commune.post(commune.asLeader(), receipt.id(), "extensions", "{}")
                .then()
                .statusCode(200);
    }

    @Test
    void aSupplementIsAskedForAndSuppliedInTheSecondRoundAndPausesItsLimit() throws SQLException {
        commune.decide(null, null, 10, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        limits.forget();
        begin();
        answerAt("2021-01-11T15:00:00+07:00");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200);
        Commune.now("2021-01-19T09:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Cột nào?\"}")
                .then()
                .statusCode(200)
                .body("allowed", contains("supplements", "assignments", "merges", "answer-submissions", "answers"));
        Commune.now("2021-01-21T09:00:00+07:00");

        receipt.post("supplements", "{\"content\": \"Cột thứ ba.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REOPENED"))
                .body("dueOn", equalTo("2021-02-01"));
    }

    @Test
    void itIsNotWithdrawnAsItsAnswerIsCounted() {
        answerAt("2021-01-11T15:00:00+07:00");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200);

        receipt.post("withdrawals", "{}").then().statusCode(409).body("allowed", empty());
        commune.post(commune.asClerk(), receipt.id(), "withdrawals", "{}")
                .then()
                .statusCode(409);

        Commune.now("2021-01-19T09:00:00+07:00");
        assertThat(counted("2021-01-11")).containsEntry("answeredInTime", 1);
        assertThat(counted("2021-01-18")).containsEntry("withdrawn", 0).containsEntry("received", 1);
    }

    @Test
    void itsNewDueDayIsRemindedOfOnce() throws SQLException {
        Commune.now("2021-01-12T09:00:00+07:00");
        Commune.remind();
        answerAt("2021-01-12T15:00:00+07:00");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200);
        Commune.now("2021-01-25T09:00:00+07:00");
        Commune.remind();
        Commune.remind();

        assertThat(Commune.texts(
                        "SELECT due_on || ' ' || step FROM reminder WHERE feedback_id = ? ORDER BY due_on",
                        receipt.id()))
                .containsExactly("2021-01-15 DUE_IN_3_DAYS", "2021-01-28 DUE_IN_3_DAYS");
        commune.asOfficer(commune.landUnit())
                .get("/api/v1/reminders")
                .then()
                .body("items.dueOn", contains("2021-01-28"));
    }

    @Test
    void othersHearOfItAndNotOfTheReason() {
        answerAt("2021-01-11T15:00:00+07:00");
        reopenAt("2021-01-18T09:00:00+07:00").then().statusCode(200);

        await().until(() -> events().size() == 5);
        SentEvent told = events().get(4);
        assertThat(told.type()).isEqualTo("vn.cchc.feedback.reopened.v1");
        assertThat(told.json().get("state").asText()).isEqualTo("REOPENED");
        assertThat(told.json().get("round").asInt()).isEqualTo(2);
        assertThat(told.json().get("dueOn").asText()).isEqualTo("2021-01-28");
        assertThat(told.json().get("answeredOn").isNull()).isTrue();
        assertThat(told.data()).doesNotContain("lại tắt");
    }

    private List<SentEvent> events() {
        return TestEvents.read("cchc.feedback", receipt.id());
    }

    @Test
    void onThePageItIsReopenedUntilTheDayThatIsTold() {
        answerAt("2021-01-11T15:00:00+07:00");
        Map<String, String> form = key();
        submit("/tra-cuu", form)
                .then()
                .statusCode(200)
                .body(containsString("mở lại đến hết ngày 25/01/2021"))
                .body(containsString("action=\"/tra-cuu/mo-lai\""));

        submit("/tra-cuu/mo-lai", form).then().statusCode(422).body(containsString("Xin cho biết vì sao"));
        form.put("round", round(form));
        form.put("why", "Đèn lại tắt.");
        submit("/tra-cuu/mo-lai", form)
                .then()
                .statusCode(200)
                .body(containsString("Đã mở lại, đang xem xét lại"))
                .body(containsString("Trả lời trước khi mở lại"))
                .body(containsString("Đã thay bóng."))
                .body(not(containsString("/tra-cuu/mo-lai")));
        submit("/tra-cuu/mo-lai", form).then().statusCode(409).body(containsString("đã được ghi nhận trước đó"));
    }

    /** As a browser does that opens its tabs again, days later. */
    @Test
    void aPageLoadedAgainDoesNotReopenItAgain() throws SQLException {
        commune.decide(null, null, 10, "CALENDAR_DAY", "");
        Commune.texts(
                "UPDATE handling_policy SET reopening_times = 2 WHERE authority_id = ? RETURNING id", commune.id());
        limits.forget();
        begin();
        answerAt("2021-01-11T15:00:00+07:00");
        Map<String, String> form = key();
        form.put("round", round(form));
        form.put("why", "Đèn lại tắt.");
        submit("/tra-cuu/mo-lai", form).then().statusCode(200);
        answerAt("2021-01-13T15:00:00+07:00");

        Response again = submit("/tra-cuu/mo-lai", form);

        again.then().statusCode(409).body(containsString("Trang vừa gửi đã cũ")).body(containsString("Đèn lại tắt."));
        for (String unknown : List.of("", "x", "02", "99999999999")) {
            form.put("round", unknown);
            submit("/tra-cuu/mo-lai", form).then().statusCode(409);
        }
        form.remove("round");
        submit("/tra-cuu/mo-lai", form).then().statusCode(409);
        shown().body("state", equalTo("ANSWERED")).body("round", equalTo(2));
        form.put("round", shownRound(again));
        submit("/tra-cuu/mo-lai", form).then().statusCode(200);
        shown().body("state", equalTo("REOPENED")).body("round", equalTo(3));
    }

    @Test
    void onThePageWhoComesTooLateIsToldTheDayAndKeepsWhatWasWritten() {
        answerAt("2021-01-11T15:00:00+07:00");
        Commune.now("2021-01-25T23:50:00+07:00");
        Map<String, String> form = key();
        form.put("round", round(form));
        form.put("why", "Đèn lại <b>tắt</b>.");
        Commune.now("2021-01-26T00:01:00+07:00");

        submit("/tra-cuu/mo-lai", form)
                .then()
                .statusCode(409)
                .body(containsString("Chỉ mở lại được đến hết ngày 25/01/2021"))
                .body(containsString("readonly"))
                .body(containsString("Đèn lại &lt;b&gt;tắt&lt;/b&gt;."))
                .body(not(containsString("action=\"/tra-cuu/mo-lai\"")));
    }

    private Map<String, String> key() {
        return new HashMap<>(Map.of("code", receipt.code(), "Tracking-Secret", receipt.secret()));
    }

    private static String round(Map<String, String> key) {
        return shownRound(submit("/tra-cuu", key));
    }

    private static String shownRound(Response page) {
        Matcher round = ROUND.matcher(page.asString());
        assertThat(round.find()).as(page.asString()).isTrue();
        return round.group(1);
    }

    private static Response submit(String action, Map<String, String> fields) {
        return given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig().defaultContentCharset("UTF-8")))
                .accept("text/html,application/xhtml+xml,*/*;q=0.8")
                .contentType(ContentType.URLENC)
                .formParams(fields)
                .post(action);
    }
}
