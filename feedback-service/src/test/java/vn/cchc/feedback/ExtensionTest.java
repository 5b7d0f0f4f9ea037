package vn.cchc.feedback;

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
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/** The limit is extended by the leader at the request of who handles the case, and the sender sees until when and why. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ExtensionTest {

    private static final String ASKED = "{\"amount\": 3, \"reason\": \"Phải chờ điện lực khảo sát cột đèn.\"}";

    private Commune commune;
    private Commune.Receipt receipt;

    @BeforeEach
    void aCaseOfTheLandUnit() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        receipt = commune.receive();
        commune.assign(receipt.id());
    }

    private void granted() {
        commune.post(commune.asOfficer(commune.landUnit()), receipt.id(), "extension-requests", ASKED)
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-15"))
                .body("extensionRequest.amount", equalTo(3))
                .body("extensionRequest.reason", equalTo("Phải chờ điện lực khảo sát cột đèn."))
                .body("allowed", hasItem("extensions"))
                .body("allowed", not(hasItem("extension-requests")));
        commune.post(commune.asLeader(), receipt.id(), "extensions", "{\"note\": \"Đồng ý.\"}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-18"))
                .body("extensions", equalTo(1))
                .body("extensionRequest", nullValue())
                .body("overdue", equalTo(false));
    }

    @Test
    void theSenderSeesTheNewDayAndTheReason() {
        receipt.track().then().body("dueOn", equalTo("2021-01-15")).body("extensions", empty());

        granted();

        receipt.track()
                .then()
                .body("dueOn", equalTo("2021-01-18"))
                .body("extensions.dueOn", contains("2021-01-18"))
                .body("extensions.reason", contains("Phải chờ điện lực khảo sát cột đèn."))
                .body(
                        "extensions.text.vi",
                        contains("Gia hạn lần 1: thêm 3 ngày, trả lời chậm nhất hết ngày 18/01/2021."))
                .body(
                        "extensions.text.en",
                        contains("Extension 1: by 3 days; the answer is due by the end of 18 January 2021."))
                .body(not(containsString("Đồng ý")));
    }

    @Test
    void staffSeeHowTheDueDayComesAbout() {
        granted();

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("dueOn", equalTo("2021-01-18"))
                .body("countedNow", nullValue())
                .body("explanation.steps[-1].day", equalTo("2021-01-15"))
                .body("extensions.amount", contains(3))
                .body("extensions.dueOn", contains("2021-01-18"))
                .body(
                        "extensions[0].explanation.rule.vi",
                        equalTo("Gia hạn 3 ngày kể từ ngày tiếp theo của hạn cũ 15/01/2021"))
                .body(
                        "extensions[0].explanation.steps.text.vi",
                        contains(
                                "Hạn cũ 15/01/2021; thời gian gia hạn tính từ ngày tiếp theo",
                                "Gia hạn 3 ngày kết thúc vào thứ Hai 18/01/2021"));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.what", hasItem("extended"))
                .body("items[-1].transition", equalTo("EXTEND"))
                .body("items[-1].extension", equalTo(3))
                .body("items[-1].reason", equalTo("Đồng ý."))
                .body("items[-2].reason", equalTo("Phải chờ điện lực khảo sát cột đèn."));
        commune.asClerk()
                .get("/api/v1/register?year=2021")
                .then()
                .body("items.extensions", contains(1))
                .body("items.extendedTo", contains("2021-01-18"));
    }

    @Test
    void theLeaderFindsWhatIsToBeDecided() {
        commune.receive();
        commune.asLeader()
                .get("/api/v1/feedback?extensionRequested=true")
                .then()
                .body("items", empty());

        commune.post(commune.asClerk(), receipt.id(), "extension-requests", ASKED);

        commune.asLeader()
                .get("/api/v1/feedback?extensionRequested=true")
                .then()
                .body("items.id", contains(receipt.id().toString()));
        commune.asLeader()
                .get("/api/v1/feedback?extensionRequested=false")
                .then()
                .body("items.id", not(hasItem(receipt.id().toString())));
    }

    @Test
    void anExtendedAnswerIsInTimeUntilTheNewDay() {
        granted();
        Commune.now("2021-01-18T16:00:00+07:00");
        commune.asClerk().get("/api/v1/feedback?overdue=true").then().body("items", empty());

        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Đã sửa xong đèn.\"}")
                .then()
                .body("answer.inTime", equalTo(true));

        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-18")
                .then()
                .body("total.answeredInTime", equalTo(1))
                .body("total.inTimePercent", equalTo(100.0f));
    }

    @Test
    void whatWasGrantedTooLateDoesNotChangeTheFiguresOfTheDayBefore() {
        Commune.now("2021-01-15T16:00:00+07:00");
        granted();
        Commune.now("2021-01-20T16:00:00+07:00");

        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-15")
                .then()
                .body("total.overdue", equalTo(0));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-18")
                .then()
                .body("total.overdue", equalTo(1));
    }

    @Test
    void afterTheDueDayItIsRefusedAndTheReasonIsTold() {
        commune.post(commune.asClerk(), receipt.id(), "extension-requests", ASKED);
        Commune.now("2021-01-16T00:00:00+07:00");

        commune.post(commune.asLeader(), receipt.id(), "extensions", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:limit-expired"));

        commune.post(commune.asLeader(), receipt.id(), "extension-refusals", "{\"reason\": \"Đã quá hạn.\"}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-15"))
                .body("overdue", equalTo(true));
        commune.post(commune.asClerk(), receipt.id(), "extension-requests", ASKED)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:limit-expired"));
    }

    @Test
    void onlyALeaderGrantsItAndOnlyOfAPresentVersion() {
        commune.post(commune.asClerk(), receipt.id(), "extension-requests", ASKED);

        commune.post(commune.asClerk(), receipt.id(), "extensions", "{}").then().statusCode(403);
        commune.asLeader()
                .body("{}")
                .post("/api/v1/feedback/" + receipt.id() + "/extensions")
                .then()
                .statusCode(428);
        commune.asLeader()
                .header("If-Match", "\"1\"")
                .body("{}")
                .post("/api/v1/feedback/" + receipt.id() + "/extensions")
                .then()
                .statusCode(412);
        commune.post(commune.asOfficer(commune.office()), receipt.id(), "extension-requests", ASKED)
                .then()
                .statusCode(404);
    }

    @Test
    void aGrantThatIsSentAgainExtendsOnce() {
        commune.post(commune.asClerk(), receipt.id(), "extension-requests", ASKED);
        String key = UUID.randomUUID().toString();
        String etag = commune.asLeader().get("/api/v1/feedback/" + receipt.id()).header("ETag");

        for (int time = 0; time < 2; time++) {
            commune.asLeader()
                    .header("Idempotency-Key", key)
                    .header("If-Match", etag)
                    .body("{}")
                    .post("/api/v1/feedback/" + receipt.id() + "/extensions")
                    .then()
                    .statusCode(200)
                    .body("extensions", equalTo(1))
                    .body("dueOn", equalTo("2021-01-18"));
        }
    }

    @Test
    void othersHearOfTheNewDayAndNotOfTheReason() {
        granted();

        SentEvent sent = await().until(this::extended, Optional::isPresent).orElseThrow();
        JsonNode state = sent.json();
        assertThat(state.path("dueOn").asText()).isEqualTo("2021-01-18");
        assertThat(state.path("extensions").intValue()).isEqualTo(1);
        assertThat(state.path("state").asText()).isEqualTo("ASSIGNED");
        assertThat(sent.data()).doesNotContain("điện lực");
    }

    private Optional<SentEvent> extended() {
        return TestEvents.read("cchc.feedback", receipt.id()).stream()
                .filter(event -> event.type().equals("vn.cchc.feedback.extended.v1"))
                .findFirst();
    }
}
