package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;

/** The code alone reveals nothing and cannot be enumerated. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TrackingTest {

    private static final String WRONG_SECRET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private static Response track(String code, String secret) {
        return Commune.asCitizen().header("Tracking-Secret", secret).get("/api/v1/tracking/" + code);
    }

    private static String unknownCode() {
        return TrackingCode.random(new SecureRandom()).printed();
    }

    @Test
    void anUnknownCodeAndAWrongSecretGetTheSameAnswerAfterTheSameWork() {
        var receipt = commune.receive();
        String unknown = unknownCode();
        track(unknown, WRONG_SECRET);

        StatementLog.forget();
        Response ofUnknown = track(unknown, WRONG_SECRET);
        List<String> statementsOfUnknown = StatementLog.all();
        StatementLog.forget();
        Response ofWrong = track(receipt.code(), WRONG_SECRET);
        List<String> statementsOfWrong = StatementLog.all();

        assertThat(ofUnknown.statusCode()).isEqualTo(404);
        assertThat(ofWrong.statusCode()).isEqualTo(404);
        assertThat(ofWrong.asString().replace(receipt.code(), "CODE"))
                .isEqualTo(ofUnknown.asString().replace(unknown, "CODE"));
        assertThat(ofWrong.headers().asList().stream().map(h -> h.getName()).toList())
                .isEqualTo(ofUnknown.headers().asList().stream()
                        .map(h -> h.getName())
                        .toList());
        assertThat(statementsOfWrong).isEqualTo(statementsOfUnknown).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"supplements", "withdrawals"})
    void changesAreKeptFromThoseWithoutTheSecretJustSo(String resource) {
        var receipt = commune.receive();
        String body = resource.equals("supplements") ? "{\"content\": \"Thêm.\"}" : "{}";

        Response ofWrong = Commune.asCitizen()
                .header("Tracking-Secret", WRONG_SECRET)
                .body(body)
                .post("/api/v1/tracking/" + receipt.code() + "/" + resource);
        Response ofUnknown = Commune.asCitizen()
                .header("Tracking-Secret", WRONG_SECRET)
                .body(body)
                .post("/api/v1/tracking/" + unknownCode() + "/" + resource);

        assertThat(ofWrong.statusCode()).isEqualTo(404).isEqualTo(ofUnknown.statusCode());
        receipt.track().then().body("state", equalTo("RECEIVED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "abc", "0000000005723", "00000000057240", "0000-0000-05723"})
    void aCodeThatCannotBeOneIsABadRequest(String code) {
        track(code, WRONG_SECRET)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:cchc:problem:malformed-tracking-code"));
    }

    @Test
    void withoutASecretNothingIsLookedUp() {
        var receipt = commune.receive();
        StatementLog.forget();

        Commune.asCitizen().get("/api/v1/tracking/" + receipt.code()).then().statusCode(400);

        assertThat(StatementLog.all()).isEmpty();
    }

    @Test
    void aCodeMayBeTypedAsItIsReadOut() {
        var receipt = commune.receive();

        track(receipt.code().replace('-', ' '), receipt.secret().toLowerCase(java.util.Locale.ROOT))
                .then()
                .statusCode(200);
        track(receipt.code().replace("-", ""), receipt.secret()).then().statusCode(200);
    }

    @Test
    void theSecretOfOneFeedbackOpensNoOther() {
        var one = commune.receive();
        var other = commune.receive();

        track(one.code(), other.secret()).then().statusCode(404);
    }

    @Test
    void aTrackingCodeThatIsTakenIsDrawnAnew() throws SQLException {
        var taken = commune.receive();
        try (var connection = LocalServers.connect();
                var ddl = connection.createStatement()) {
            // The first intake of this name is given a code that is taken; a sequence remembers it over the rollback.
            ddl.execute("CREATE SEQUENCE draws_for_test");
            ddl.execute("CREATE FUNCTION take_for_test() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN"
                    + " IF NEW.content LIKE 'Mã trùng%' AND nextval('draws_for_test') = 1 THEN NEW.tracking_code := '"
                    + taken.code().replace("-", "") + "'; END IF; RETURN NEW; END $$");
            ddl.execute(
                    "CREATE TRIGGER tr_for_test BEFORE INSERT ON feedback FOR EACH ROW EXECUTE FUNCTION take_for_test()");
            try {
                var receipt = commune.receive("Mã trùng với mã đã có.");

                assertThat(receipt.code()).isNotEqualTo(taken.code());
                assertThat(receipt.number()).isEqualTo(2);
                receipt.track().then().statusCode(200);
            } finally {
                ddl.execute("DROP TRIGGER tr_for_test ON feedback");
                ddl.execute("DROP FUNCTION take_for_test");
                ddl.execute("DROP SEQUENCE draws_for_test");
            }
        }
    }

    @Test
    void aWithdrawalSentAgainIsShownToWhoeverHasTheSecretAlone() {
        var receipt = commune.receive();
        var other = commune.receive();
        String key = UUID.randomUUID().toString();
        withdraw(key, receipt.code(), receipt.secret()).then().statusCode(200);

        withdraw(key, receipt.code(), receipt.secret())
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("state", equalTo("WITHDRAWN"));
        withdraw(key, receipt.code(), other.secret()).then().statusCode(404);
    }

    private static Response withdraw(String key, String code, String secret) {
        return Commune.asCitizen()
                .header("Tracking-Secret", secret)
                .header("Idempotency-Key", key)
                .body("{\"reason\": \"Đã được giải quyết.\"}")
                .post("/api/v1/tracking/" + code + "/withdrawals");
    }
}
