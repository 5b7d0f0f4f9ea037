package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(RateLimitTest.FewPermits.class)
class RateLimitTest {

    public static class FewPermits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "cchc.rate-limits.intake.permits", "3",
                    "cchc.rate-limits.intake.per", "1h",
                    "cchc.rate-limits.tracking.permits", "3",
                    "cchc.rate-limits.tracking.per", "1h");
        }
    }

    @Test
    void handingInIsLimitedWithoutATokenOnly() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        for (int i = 0; i < 3; i++) {
            commune.receive();
        }

        Commune.asCitizen()
                .body(commune.form(Commune.CONTENT))
                .post("/api/v1/feedback")
                .then()
                .statusCode(429)
                .header("Retry-After", notNullValue());
        commune.as(TestTokens.clerk(commune.id()))
                .body(commune.form(Commune.CONTENT))
                .post("/api/v1/feedback")
                .then()
                .statusCode(201);
    }

    @Test
    void guessingSecretsIsLimited() {
        int last = 0;
        for (int i = 0; i < 4; i++) {
            last = Commune.asCitizen()
                    .header("Tracking-Secret", "A".repeat(32))
                    .get("/api/v1/tracking/0000-000-005-724")
                    .statusCode();
        }

        assertThat(last).isEqualTo(429);
    }
}
