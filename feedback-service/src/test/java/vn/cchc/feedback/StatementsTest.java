package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;

/** Which statements an operation sends to the database, all of them. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StatementsTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        commune.receive();
    }

    @Test
    void handingInCountsTheContactTakesTheNextNumberAndInsertsThree() {
        assertThat(StatementLog.inShort(() -> commune.receive()))
                .containsExactly(
                        "insert intake_contact",
                        "insert gapless_number",
                        "insert feedback",
                        "insert feedback_sender",
                        "with journal");
    }

    @Test
    void aKeyIsClaimedBeforeAndKeptAfter() {
        assertThat(StatementLog.inShort(() -> Commune.asCitizen()
                        .header("Idempotency-Key", UUID.randomUUID())
                        .body(commune.form(Commune.CONTENT))
                        .post("/api/v1/feedback")
                        .then()
                        .statusCode(201)))
                .startsWith("insert idempotency_key")
                .endsWith("update idempotency_key")
                .hasSize(7);
    }

    @Test
    void aPageIsOneStatementHoweverMuchIsOnIt() {
        for (int i = 0; i < 60; i++) {
            commune.receive();
        }

        assertThat(StatementLog.inShort(() -> commune.asClerk()
                        .get("/api/v1/feedback?limit=50")
                        .then()
                        .statusCode(200)))
                .containsExactly("select feedback");
    }

    @Test
    void oneFeedbackIsOneStatementAndAPageOfTheRegisterOneMoreForLostNumbers() {
        var receipt = commune.receive();

        assertThat(StatementLog.inShort(() -> commune.asClerk()
                        .get("/api/v1/feedback/" + receipt.id())
                        .then()
                        .statusCode(200)))
                .containsExactly("select feedback");
        assertThat(StatementLog.inShort(() -> commune.asClerk()
                        .get("/api/v1/register?year=2021")
                        .then()
                        .statusCode(200)))
                .containsExactly("select feedback", "select lost_number");
    }

    @Test
    void aTransitionWaitsItsTurnReadsOnceAndWritesTheCaseAndItsHistory() {
        var receipt = commune.receive();

        assertThat(StatementLog.inShort(() -> commune.asClerk()
                        .header("If-Match", "\"1\"")
                        .body("{\"classification\": \"REGULATION_OWN\"}")
                        .post("/api/v1/feedback/" + receipt.id() + "/acceptances")
                        .then()
                        .statusCode(200)))
                .containsExactly("select feedback", "select feedback", "update feedback", "with journal");
        assertThat(StatementLog.all().get(0)).containsPattern("for (no key )?update");
    }

    @Test
    void aMessageWaitsItsTurnAndWritesTheThreadAndThatItAwaitsAReply() {
        var receipt = commune.receive();

        assertThat(StatementLog.inShort(() -> receipt.post("messages", "{\"text\": \"Bao giờ sửa?\"}")
                        .then()
                        .statusCode(201)))
                .containsExactly(
                        "select feedback",
                        "select feedback",
                        "select feedback",
                        "select feedback_message",
                        "insert feedback_message",
                        "update feedback");
    }

    @Test
    void trackingReadsTheCodeTheCaseAndItsHistory() {
        var receipt = commune.receive();

        assertThat(StatementLog.inShort(() -> receipt.track().then().statusCode(200)))
                .containsExactly("select feedback", "select feedback", "select journal");
    }
}
