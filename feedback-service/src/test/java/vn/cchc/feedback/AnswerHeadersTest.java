package vn.cchc.feedback;

import static vn.cchc.platform.testing.AnswerHeaders.assertNotKept;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestTokens;

/** Nothing of this service may be kept by a cache, and what depends on a secret or a token says so. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AnswerHeadersTest {

    private static final String LANGUAGE = "Accept-Language";
    private static final String TOKEN = "Authorization";
    private static final String SECRET = "Tracking-Secret";

    private static final String ACCEPTANCE = "{\"classification\": \"REGULATION_OWN\"}";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    @Test
    void whatStaffGetIsNotKept() {
        var receipt = commune.receive();
        String one = "/api/v1/feedback/" + receipt.id();

        assertNotKept(commune.asClerk().get(one), 200);
        assertNotKept(commune.asClerk().get("/api/v1/feedback"), 200);
        assertNotKept(commune.asClerk().get("/api/v1/register?year=2021"), 200);
        assertNotKept(commune.asClerk().body(ACCEPTANCE).post(one + "/acceptances"), 428, LANGUAGE);
        assertNotKept(
                commune.asClerk().header("If-Match", "\"77\"").body(ACCEPTANCE).post(one + "/acceptances"),
                412,
                LANGUAGE);
    }

    @Test
    void aTrackedFeedbackIsNotKeptAndDependsOnItsSecret() {
        var receipt = commune.receive();
        String path = "/api/v1/tracking/" + receipt.code();

        assertNotKept(receipt.track(), 200, TOKEN, SECRET);
        assertNotKept(Commune.asCitizen().get(path), 400, LANGUAGE, TOKEN, SECRET);
        assertNotKept(Commune.asCitizen().header(SECRET, "A".repeat(32)).get(path), 404, LANGUAGE, TOKEN, SECRET);
        assertNotKept(Commune.asCitizen().get("/api/v1/tracking/1"), 400, LANGUAGE, TOKEN, SECRET);
        assertNotKept(Commune.asCitizen().delete(path), 405, LANGUAGE, SECRET);
        assertNotKept(receipt.post("supplements", "{"), 400, LANGUAGE, TOKEN, SECRET);
        assertNotKept(receipt.post("supplements", "x".repeat(12 << 20)), 413, LANGUAGE, TOKEN, SECRET);
        assertNotKept(receipt.post("withdrawals", "{}"), 200, TOKEN, SECRET);
    }

    @Test
    void whatTheDoorForFeedbackAnswersIsNotKeptAndDependsOnTheToken() {
        String path = "/api/v1/feedback";

        assertNotKept(Commune.asCitizen().body(commune.form(Commune.CONTENT)).post(path), 201, TOKEN);
        assertNotKept(Commune.asCitizen().body("{").post(path), 400, LANGUAGE, TOKEN);
        assertNotKept(Commune.asCitizen().body(commune.form("x")).post(path), 422, LANGUAGE, TOKEN);
    }

    @Test
    void refusalsAreNotKept() {
        assertNotKept(Commune.asCitizen().get("/api/v1/feedback"), 401, LANGUAGE);
        assertNotKept(commune.as(TestTokens.forged(commune.id())).get("/api/v1/feedback"), 401, LANGUAGE);
        assertNotKept(commune.as(TestTokens.operator()).get("/api/v1/feedback"), 403, LANGUAGE);
        assertNotKept(commune.asClerk().get("/api/v1/feedback/" + commune.id()), 404, LANGUAGE);
        assertNotKept(Commune.asCitizen().get("/api/v1/nothing-here"), 404, LANGUAGE);
        assertNotKept(Commune.asCitizen().get("/nothing-here"), 404, LANGUAGE);
        assertNotKept(commune.asClerk().contentType("text/plain").body("x").post("/api/v1/feedback"), 415, LANGUAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    void whatOperationsSeeIsNotKeptAndNotWhereTheApiIs(String path) {
        assertNotKept(Management.get(path), 200);
        assertNotKept(Commune.asCitizen().get(path), 404, LANGUAGE);
    }

    @Test
    void theDocumentOfTheApiIsNotKept() {
        assertNotKept(Commune.asCitizen().get("/q/openapi"), 200);
    }
}
