package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cchc.feedback.handling.RefusalReason;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** From the citizen's phone to the closed case, and each way out of it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MainFlowTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    @Test
    void aCitizenHandsInAndGetsAReceipt() {
        var answer = Commune.asCitizen().body(commune.form(Commune.CONTENT)).post("/api/v1/feedback");

        answer.then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/feedback/" + answer.path("id")))
                .header("ETag", equalTo("\"1\""))
                .body("trackingCode", matchesPattern("[0-9]{4}-[0-9]{3}-[0-9]{3}-[0-9]{3}"))
                .body("trackingSecret", matchesPattern("[A-Z2-7]{32}"))
                .body("number", equalTo(1))
                .body("year", equalTo(2021))
                .body("state", equalTo("RECEIVED"))
                .body("receivedAt", containsString("2021-01-05T08:3"))
                .body("dueOn", equalTo("2021-01-15"));
    }

    @Test
    void aFeedbackIsAcceptedAssignedAnsweredAndClosed() {
        var receipt = commune.receive();

        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"OFFICER_CONDUCT\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("state", equalTo("ACCEPTED"))
                .body("classification", equalTo("OFFICER_CONDUCT"))
                .body("sender.name", equalTo("Nguyễn Văn An"))
                .body("sender.phone", equalTo("+84912345678"))
                .body("allowed", contains("assignments", "merges", "extension-requests", "withdrawals"));
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "assignments",
                        "{\"unitId\": \"" + commune.office() + "\", \"person\": \"Lê Văn Cường\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("assignment.unitName", equalTo("Văn phòng – Thống kê"));
        commune.post(commune.asClerk(), receipt.id(), "assignments", "{\"unitId\": \"" + commune.landUnit() + "\"}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"4\""))
                .body("assignment.unitId", equalTo(commune.landUnit().toString()))
                .body("assignment.person", nullValue());
        Commune.now("2021-01-15T23:59:00+07:00");
        commune.post(
                        commune.asOfficer(commune.landUnit()),
                        receipt.id(),
                        "answers",
                        "{\"text\": \"Đèn đã được thay.\", \"documentNumber\": \"15/UBND-ĐC\", \"documentDate\": \"2021-01-15\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("ANSWERED"))
                .body("answer.inTime", equalTo(true))
                .body("answer.documentNumber", equalTo("15/UBND-ĐC"));
        commune.post(commune.asOfficer(commune.landUnit()), receipt.id(), "closures", "")
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("allowed", contains("reopenings"));

        receipt.track()
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("holder.unit", equalTo("Địa chính – Xây dựng"))
                .body("answer.text", equalTo("Đèn đã được thay."))
                .body("history.state", contains("RECEIVED", "ACCEPTED", "ASSIGNED", "ASSIGNED", "ANSWERED", "CLOSED"));
        commune.asLeader()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items.transition", contains("RECEIVE", "ACCEPT", "ASSIGN", "ASSIGN", "ANSWER", "CLOSE"))
                .body("items[4].by", equalTo("Thử nghiệm officer"));
    }

    @Test
    void anAnswerAfterTheDueDayIsLate() {
        var receipt = commune.receive();
        commune.assign(receipt.id());
        Commune.now("2021-01-16T00:00:00+07:00");

        commune.asLeader().get("/api/v1/feedback/" + receipt.id()).then().body("overdue", equalTo(true));
        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Xin lỗi vì chậm trễ.\"}")
                .then()
                .statusCode(200)
                .body("overdue", equalTo(false))
                .body("answer.inTime", equalTo(false));
    }

    @Test
    void whatArrivedOnPaperRunsFromItsArrival() {
        var receipt = commune.enter("POST", "2021-01-04T16:00:00+07:00");

        assertThat(receipt.dueOn()).isEqualTo("2021-01-14");
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("receivedAt", equalTo("2021-01-04T16:00:00+07:00"))
                .body("enteredBy", equalTo("Thử nghiệm clerk"));
    }

    @Test
    void theDueDayExplainsItself() {
        Commune.now("2021-02-05T10:00:00+07:00");
        var receipt = commune.receive();

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .statusCode(200)
                .body("receivedOn", equalTo("2021-02-05"))
                .body("dueOn", equalTo("2021-02-17"))
                .body("limit.amount", equalTo(10))
                .body("limit.unit", equalTo("CALENDAR_DAY"))
                .body("countedNow", nullValue())
                .body("explanation.steps.day", org.hamcrest.Matchers.hasItem("2021-02-15"))
                .body("explanation.tableVersion", notNullValue());
    }

    @Test
    void whatIsMissingIsAskedForAndSupplemented() {
        var receipt = Commune.Receipt.of(Commune.asCitizen()
                .body(
                        "{\"authorityId\": \"%s\", \"content\": \"%s\", \"sender\": {\"name\": \"Nguyễn Văn An\", \"email\": \"an@example.vn\"}}"
                                .formatted(commune.id(), Commune.CONTENT))
                .post("/api/v1/feedback"));
        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:sender-incomplete"))
                .body("errors.field", contains("sender.address"));
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Cho biết địa chỉ.\"}")
                .then()
                .statusCode(200);
        receipt.track()
                .then()
                .body("supplementRequest", equalTo("Cho biết địa chỉ."))
                .body("allowed", contains("supplements", "withdrawals", "messages"));

        receipt.post(
                        "supplements",
                        "{\"content\": \"Cột đèn trước nhà văn hóa.\", \"sender\": {\"address\": \"Thôn 3\"}}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"3\""))
                .body("state", equalTo("RECEIVED"));

        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200)
                .body("sender.address", equalTo("Thôn 3"))
                .body("sender.email", equalTo("an@example.vn"));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/changes")
                .then()
                .body("items[2].note", equalTo("Cột đèn trước nhà văn hóa."))
                .body("items[2].by", nullValue());
    }

    @ParameterizedTest
    @EnumSource(RefusalReason.class)
    void eachRefusalNamesTheRightDoor(RefusalReason reason) {
        var receipt = commune.receive();

        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "refusals",
                        "{\"reason\": \"" + reason + "\", \"text\": \"Vì không thuộc diện tiếp nhận.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFUSED"))
                .body("classification", equalTo("NOT_ACCEPTABLE"))
                .body("refusal.reason", equalTo(reason.name()))
                .body("refusal.door.vi", equalTo(reason.guidance().vi()));
        receipt.track()
                .then()
                .body("refusal.text", equalTo("Vì không thuộc diện tiếp nhận."))
                .body("refusal.decision.door.vi", equalTo(reason.guidance().vi()))
                .body("refusal.decision.door.en", equalTo(reason.guidance().en()));
    }

    @Test
    void whatAnotherAuthorityIsCompetentForIsReferredWithinFiveWorkingDays() {
        var receipt = commune.receive();

        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "referrals",
                        "{\"authorityId\": \"" + commune.district()
                                + "\", \"reason\": \"Thuộc thẩm quyền cấp huyện.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("REFERRED"))
                .body("classification", equalTo("REGULATION_OTHER"))
                .body("referral.toName", equalTo("Huyện Đông Hưng"))
                .body("referral.dueOn", equalTo("2021-01-12"))
                .body("referral.inTime", equalTo(true));
        receipt.track().then().body("holder.authority", equalTo("Huyện Đông Hưng"));
    }

    @Test
    void aSenderWithdraws() {
        var receipt = commune.receive();

        receipt.post("withdrawals", "{\"reason\": \"Đã được giải quyết.\"}")
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"))
                .body("allowed.size()", equalTo(0));
    }

    @Test
    void aReceiptNamesNobody() {
        var receipt = commune.receive();

        receipt.track()
                .then()
                .statusCode(200)
                .body(not(containsString("Văn An")))
                .body(not(containsString("0912")));
        commune.as(TestTokens.clerk(commune.id()))
                .get("/api/v1/feedback")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body(not(containsString("Nguyễn")));
    }
}
