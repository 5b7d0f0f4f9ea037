package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.sample.Samples;

/** A listener that does not get on although its database answers is seen, and its replica started anew. */
@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(StuckListenerTest.SoonStuck.class)
class StuckListenerTest {

    /** Each attempt ends as if it had waited for a lock in vain. */
    private static final String LOCKED_OUT = """
            CREATE FUNCTION lock_out() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN RAISE EXCEPTION USING ERRCODE = ''lock_not_available''; END';
            CREATE TRIGGER lock_out BEFORE INSERT ON sample_projection FOR EACH STATEMENT EXECUTE FUNCTION lock_out();
            """;

    public static final class SoonStuck implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cchc.events.listener.stuck-after", "2s");
        }
    }

    @Inject
    Samples samples;

    @Test
    void a_replica_whose_listener_is_stuck_says_that_it_no_longer_lives_and_lives_again_when_it_gets_on()
            throws SQLException {
        UUID id;
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(LOCKED_OUT);
            try {
                id = samples.create("waits");

                await().atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(live().statusCode()).isEqualTo(503));
                assertThat(live().jsonPath().getString("checks.find { it.name == 'events' }.status"))
                        .isEqualTo("DOWN");
                assertThat(live().jsonPath().getInt("checks.find { it.name == 'events' }.data.heldForSeconds"))
                        .isGreaterThanOrEqualTo(2);
                String metrics = Management.metrics();
                assertThat(metric(metrics, "cchc_events_lag")).isEqualTo(1);
                assertThat(metric(metrics, "cchc_events_oldest_age_seconds")).isGreaterThanOrEqualTo(2);
            } finally {
                statement.execute("DROP FUNCTION lock_out CASCADE");
            }
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Database.knownVersion(id)).isZero());
        await().untilAsserted(() -> assertThat(live().statusCode()).isEqualTo(200));
    }

    private static double metric(String metrics, String name) {
        Matcher line = Pattern.compile("(?m)^" + name + "(\\{[^}]*})? (\\S+)$").matcher(metrics);
        assertThat(line.find()).isTrue();
        return Double.parseDouble(line.group(2));
    }

    private static Response live() {
        return Management.get("/q/health/live");
    }
}
