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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.access.Role;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

/** Nobody holds another for longer than ten seconds, and who has waited is told to come again. */
@QuarkusTest
@WithTestResource(BoundsTest.BehindAWire.class)
class BoundsTest {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final int WORKERS = 4;
    private static final int CALLERS = 4 * WORKERS;

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
            settings.put("quarkus.thread-pool.max-threads", Integer.toString(WORKERS));
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
                .untilAsserted(() -> Management.get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void who_waits_for_a_lock_is_told_within_ten_seconds_to_come_again() throws SQLException {
        UUID id = samples.create("held");
        try (Connection holder = LocalServers.connect()) {
            holder.setAutoCommit(false);
            lock(holder, id);

            long begun = System.nanoTime();
            Response answer = rename(id);

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
            assertTold("changeSample", answer);
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

        await().atMost(BOUND)
                .untilAsserted(() -> Management.get("/q/health/ready").then().statusCode(503));
        long asked = System.nanoTime();
        rename(id).then().statusCode(503).header("Retry-After", notNullValue());
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(1));
        Management.get("/q/health/live").then().statusCode(200);
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

    /** Each for as long as it may: together the two waits must not be too long. */
    @Test
    void who_waits_for_a_connection_and_then_for_a_lock_is_told_within_ten_seconds() throws Exception {
        UUID id = samples.create("held");
        var connections = pool.getConfiguration().connectionPoolConfiguration();
        double seconds = connections.acquisitionTimeout().toMillis() / 1000.0 - 0.3;
        ExecutorService busy = Executors.newFixedThreadPool(connections.maxSize());
        try (Connection holder = LocalServers.connect()) {
            holder.setAutoCommit(false);
            lock(holder, id);
            for (int i = 0; i < connections.maxSize(); i++) {
                busy.execute(() -> keepOneBusy(seconds));
            }
            await().until(
                            () -> Database.count("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"),
                            equalTo((long) connections.maxSize()));
            long begun = System.nanoTime();

            Response answer = put(id, "\"0\"");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
            assertTold("changeSample", answer);
            holder.rollback();
        } finally {
            busy.shutdown();
        }
        rename(id).then().statusCode(200);
    }

    @Test
    void who_gets_no_connection_is_told_within_ten_seconds() throws SQLException {
        UUID id = samples.create("waits for a connection");
        List<Connection> all = new ArrayList<>();
        try {
            takeAllOf(pool, all);
            long begun = System.nanoTime();

            Response answer = put(id, "\"0\"");

            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
            assertTold("changeSample", answer);
        } finally {
            closeAll(all);
        }
        rename(id).then().statusCode(200);
    }

    /** Three waits of four seconds, none of them too long by itself. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void who_waits_several_times_is_told_within_ten_seconds(boolean inOneTransaction) {
        long begun = System.nanoTime();

        Response answer = waitSeveralTimes(inOneTransaction);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(BOUND);
        assertTold("waitSeveralTimes", answer);
    }

    /** More of them than there are workers: they would wait one group after the other. */
    @Test
    void who_waits_for_a_worker_is_told_within_ten_seconds() throws Exception {
        UUID id = samples.create("before and afterwards");
        rename(id).then().statusCode(200);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Callable<Told> caller = () -> {
                long begun = System.nanoTime();
                Response answer = waitSeveralTimes(true);
                return new Told(answer, Duration.ofNanos(System.nanoTime() - begun));
            };

            List<Future<Told>> all = callers.invokeAll(Collections.nCopies(CALLERS, caller));

            for (Future<Told> one : all) {
                assertTold("waitSeveralTimes", one.get().answer());
                assertThat(one.get().after()).isLessThan(BOUND);
            }
        } finally {
            callers.shutdown();
        }
        rename(id).then().statusCode(200);
    }

    private record Told(Response answer, Duration after) {}

    @Test
    void while_the_database_is_silent_each_operation_answers_what_its_contract_says() {
        List<OpenApiContract.Operation> operations = OpenApiContract.operations();
        assertThat(operations).hasSizeGreaterThan(10);
        wire.cut();
        await().atMost(BOUND.multipliedBy(3))
                .untilAsserted(() -> Management.get("/q/health/ready").then().statusCode(503));

        for (OpenApiContract.Operation operation : operations) {
            assertTold(operation.id(), ask(operation));
        }
    }

    /** By whoever may ask. */
    private static Response ask(OpenApiContract.Operation operation) {
        UUID authority = UUID.randomUUID();
        return Stream.of(Role.values())
                .map(role -> OpenApiContract.ask(operation, role, authority))
                .filter(answer -> answer.statusCode() != 403)
                .findFirst()
                .orElseThrow();
    }

    private static void assertTold(String operation, Response answer) {
        answer.then().statusCode(503).body("type", equalTo("urn:cchc:problem:unavailable"));
        OpenApiContract.assertDocumented(operation, answer);
    }

    private static void takeAllOf(AgroalDataSource pool, List<Connection> all) throws SQLException {
        int size = pool.getConfiguration().connectionPoolConfiguration().maxSize();
        while (all.size() < size) {
            all.add(pool.getConnection());
        }
    }

    private static void closeAll(List<Connection> connections) throws SQLException {
        for (Connection connection : connections) {
            connection.close();
        }
    }

    private void keepOneBusy(double seconds) {
        try (Connection connection = pool.getConnection();
                PreparedStatement sleep = connection.prepareStatement("SELECT pg_sleep(?)")) {
            sleep.setDouble(1, seconds);
            sleep.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response waitSeveralTimes(boolean inOneTransaction) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.clerk(UUID.randomUUID()))
                .get("/api/v1/samples/waits?inOneTransaction=" + inOneTransaction);
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
        return put(id, etag == null ? "\"0\"" : etag);
    }

    private static Response put(UUID id, String etag) {
        return RestAssured.given()
                .auth()
                .oauth2(TestTokens.clerk(id))
                .contentType(ContentType.JSON)
                .header("If-Match", etag)
                .body("{\"name\": \"renamed\"}")
                .put("/api/v1/samples/" + id);
    }
}
