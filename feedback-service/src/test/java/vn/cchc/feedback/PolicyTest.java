package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.testing.LocalServers;

/** Limits are data: what the table says holds for what arrives then, and for nothing that arrived before. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PolicyTest {

    @Inject
    Limits limits;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private void enter(String channel, String urgency, int amount, String unit, String pausedIn) throws SQLException {
        commune.decide(channel, urgency, amount, unit, pausedIn);
        limits.forget();
    }

    private ValidatableResponse count(String to) {
        return commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=" + to)
                .then()
                .statusCode(200);
    }

    @Test
    void anAuthoritysOwnLimitHoldsForItsChannelFromThenOn() throws SQLException {
        var before = commune.enter("PHONE", "2021-01-05T08:00:00+07:00");
        enter("PHONE", null, 5, "WORKING_DAY", "");

        assertThat(commune.enter("PHONE", "2021-01-05T08:00:00+07:00").dueOn()).isEqualTo("2021-01-12");
        assertThat(commune.enter("POST", "2021-01-05T08:00:00+07:00").dueOn()).isEqualTo("2021-01-15");
        assertThat(commune.enter("PHONE", "2020-12-31T08:00:00+07:00").dueOn()).isEqualTo("2021-01-11");
        commune.asClerk()
                .get("/api/v1/feedback/" + before.id() + "/due-date")
                .then()
                .body("dueOn", equalTo("2021-01-15"))
                .body("limit.amount", equalTo(10));
    }

    @Test
    void aLegalBasisHasAThousandCharacters() {
        assertThatThrownBy(() -> {
                    try (var connection = LocalServers.connect();
                            var update = connection.createStatement()) {
                        update.execute("UPDATE handling_policy SET limit_legal_basis = repeat('x', 1001)");
                    }
                })
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("ck_handling_policy_legal_basis");
    }

    @Test
    void anUrgentMatterIsDueSooner() throws SQLException {
        enter(null, "URGENT", 3, "CALENDAR_DAY", "");
        var receipt = commune.receive();
        assertThat(receipt.dueOn()).isEqualTo("2021-01-15");

        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "acceptances",
                        "{\"classification\": \"OFFICER_CONDUCT\", \"urgency\": \"URGENT\"}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-08"))
                .body("limit.legalBasis", equalTo("Quyết định của xã"));
    }

    @Test
    void aLimitThatPausesWaitsForTheSender() throws SQLException {
        enter(null, null, 10, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}");
        Commune.now("2021-01-20T08:00:00+07:00");
        commune.asClerk().get("/api/v1/feedback?overdue=true").then().body("items.size()", equalTo(0));

        receipt.post("supplements", "{\"content\": \"Thôn 3.\"}").then().statusCode(200);

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("pausedDays", equalTo(15))
                .body("dueOn", equalTo("2021-02-01"))
                .body("limit.pausedIn[0]", equalTo("SUPPLEMENT_REQUESTED"));
    }

    @Test
    void whatIsPausedOnlyAfterItsDueDayStaysOverdue() throws SQLException {
        enter(null, null, 10, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        var receipt = commune.receive();
        Commune.now("2021-01-16T08:00:00+07:00");
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}");
        Commune.now("2021-01-20T08:00:00+07:00");

        commune.asClerk().get("/api/v1/feedback?overdue=true").then().body("items.overdue", contains(true));
        commune.asClerk().get("/api/v1/feedback?overdue=false").then().body("items", empty());
        count("2021-01-15").body("total.overdue", equalTo(1));
        count("2021-01-20").body("total.overdue", equalTo(1));
    }

    @Test
    void aPauseThatBeganLaterChangesNoFigureOfAnEarlierDay() throws SQLException {
        enter(null, null, 3, "CALENDAR_DAY", "ASSIGNED");
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}");
        Commune.now("2021-01-11T08:00:00+07:00");
        commune.post(commune.asLeader(), receipt.id(), "assignments", "{\"unitId\": \"" + commune.landUnit() + "\"}");
        Commune.now("2021-01-20T08:00:00+07:00");

        count("2021-01-07").body("total.overdue", equalTo(0));
        count("2021-01-08").body("total.overdue", equalTo(1));
    }

    @Test
    void aReferralIsDueByItsOwnPolicyWhateverPausedTheAnswer() throws SQLException {
        enter(null, null, 10, "CALENDAR_DAY", "SUPPLEMENT_REQUESTED");
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "supplement-requests", "{\"text\": \"Ở đâu?\"}");
        Commune.now("2021-01-08T08:00:00+07:00");
        receipt.post("supplements", "{\"content\": \"Thôn 3.\"}");

        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "referrals",
                        "{\"authorityName\": \"Công an huyện\", \"reason\": \"Thẩm quyền.\"}")
                .then()
                .statusCode(200)
                .body("referral.dueOn", equalTo("2021-01-12"));
    }
}
