package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

/** Where business time never went back, what comes before the day that is asked for is not even read. */
@QuarkusTest
@WithTestResource(LocalServers.class)
@WithTestResource(RepublicationFromADayTest.RealTime.class)
class RepublicationFromADayTest {

    private static final String MARK = """
            INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
            SELECT 'day', ?, 1, 1, 'vn.cchc.day.marked.v1', at, at, '00000000-0000-0000-0000-000000000000', '{}'
            FROM (SELECT ?::text::timestamptz AS at) a RETURNING position""";

    @Inject
    Samples samples;

    @Inject
    Clock clock;

    /** Other tests set the clock; a service that is not in training refuses their database. */
    public static final class RealTime implements QuarkusTestResourceLifecycleManager {

        @Override
        public int order() {
            return 1;
        }

        @Override
        public Map<String, String> start() {
            try (Connection connection = LocalServers.connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("DO $$ BEGIN IF to_regclass('training_clock') IS NOT NULL"
                        + " THEN DELETE FROM training_clock; END IF; END $$");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
            return Map.of("cchc.training-clock.enabled", "false");
        }

        @Override
        public void stop() {}
    }

    @AfterEach
    void the_mark_is_forgotten() {
        Database.forget("kind = 'day' AND state::text = '{}'");
    }

    @Test
    void it_begins_behind_the_last_mark_that_was_written_a_day_before_the_day() {
        LocalDate today = LocalDate.now(clock);
        samples.create("before the mark");
        long mark = (Long) Database.value(MARK, Ids.next(), today.minusDays(5) + "T00:00:01+07:00");
        UUID behind = samples.create("behind it");
        long position = Database.count("SELECT position FROM journal WHERE id = ?", behind);

        assertThat(firstOf(today.minusDays(1))).isEqualTo(position);
        assertThat(firstOf(today.minusDays(3))).isEqualTo(position);
        assertThat(firstOf(today.minusDays(4))).isLessThan(mark);
        assertThat(firstOf(null)).isLessThan(mark);
    }

    /** The position that an order begins with, once it is done. */
    private static long firstOf(LocalDate from) {
        String location = RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"sample\"" + (from == null ? "" : ", \"from\": \"" + from + "\"") + "}")
                .post("/api/v1/republications")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        await().until(() -> RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .get(location)
                .<Boolean>path("done"));
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .get(location)
                .<Number>path("first")
                .longValue();
    }
}
