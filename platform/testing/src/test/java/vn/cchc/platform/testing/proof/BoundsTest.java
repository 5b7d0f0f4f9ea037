package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

/** Nobody holds another for longer than ten seconds, and who has waited is told to come again. */
@QuarkusTest
@WithTestResource(BoundsTest.BehindAWire.class)
class BoundsTest {

    private static final Duration BOUND = Duration.ofSeconds(10);

    private static Wire wire;

    @Inject
    Samples samples;

    @Inject
    AgroalDataSource pool;

    /** The same servers; the database behind a wire that can be cut. */
    public static final class BehindAWire implements QuarkusTestResourceLifecycleManager {

        @Override
        public Map<String, String> start() {
            Map<String, String> settings = new HashMap<>(new LocalServers().start());
            URI database =
                    URI.create(settings.get("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
            wire = new Wire(database.getPort());
            settings.put(
                    "quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:" + wire.port() + database.getPath());
            return settings;
        }

        @Override
        public void stop() {
            wire.close();
        }
    }

    @AfterEach
    void mend_the_wire() {
        wire.mend();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void who_waits_for_a_lock_is_told_within_ten_seconds_to_come_again() throws SQLException {
        UUID id = samples.create("held");
        try (Connection holder = LocalServers.connect()) {
            holder.setAutoCommit(false);
            lock(holder, id);

            long begun = System.nanoTime();
            rename(id)
                    .then()
                    .statusCode(503)
                    .body("type", equalTo("urn:cchc:problem:unavailable"))
                    .header("Retry-After", notNullValue());

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
            holder.rollback();
        }
        rename(id).then().statusCode(200);
    }

    @Test
    void a_replica_that_freezes_inside_a_transaction_frees_its_locks_within_ten_seconds() throws SQLException {
        UUID id = samples.create("held by a frozen replica");
        try (Connection frozen = pool.getConnection()) {
            frozen.setAutoCommit(false);
            lock(frozen, id);
            long begun = System.nanoTime();

            await().atMost(Duration.ofSeconds(12)).until(() -> rename(id).statusCode() == 200);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        } catch (SQLException ended) {
            assertThat(ended.getSQLState()).isIn("25P03", "08003", "08006", "57P01");
        }
    }

    @Test
    void a_statement_that_runs_for_too_long_is_ended() throws SQLException {
        try (Connection connection = pool.getConnection();
                PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(60)")) {
            long begun = System.nanoTime();

            try {
                sleep.execute();
                throw new AssertionError("It was not ended");
            } catch (SQLException ended) {
                assertThat(ended.getSQLState()).isEqualTo("57014");
            }

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        }
    }

    @Test
    void a_silent_database_is_told_as_such_within_seconds_and_is_used_again_when_it_speaks() {
        UUID id = samples.create("before");
        wire.cut();
        long begun = System.nanoTime();

        await().atMost(Duration.ofSeconds(6))
                .untilAsserted(() -> RestAssured.get("/q/health/ready").then().statusCode(503));
        long asked = System.nanoTime();
        rename(id).then().statusCode(503).header("Retry-After", notNullValue());
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        RestAssured.get("/q/health/live").then().statusCode(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);

        wire.mend();
        await().atMost(Duration.ofSeconds(30)).until(() -> rename(id).statusCode() == 200);
    }

    @Test
    void a_request_under_way_when_the_database_falls_silent_is_answered_within_ten_seconds() {
        UUID id = samples.create("before");
        wire.cut();
        long begun = System.nanoTime();

        rename(id).then().statusCode(503);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
    }

    private static void lock(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM sample WHERE id = ? FOR UPDATE")) {
            statement.setObject(1, id);
            statement.execute();
        }
    }

    private static Response rename(UUID id) {
        String token = TestTokens.clerk(id);
        String etag = RestAssured.given()
                .auth()
                .oauth2(token)
                .get("/api/v1/samples/" + id)
                .header("ETag");
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("If-Match", etag == null ? "\"0\"" : etag)
                .body("{\"name\": \"renamed\"}")
                .put("/api/v1/samples/" + id);
    }
}
