package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

/** The past can be sent again; who has it already is not disturbed. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RepublicationTest {

    private static final String TOPIC = "cchc.sample";
    private static final String PATH = "/api/v1/republications/";

    /** Grows when the relay restarts, or another takes over. */
    private static final String FENCE = "SELECT (fence, owner)::text FROM lease";

    /** Changes that have been sent: kind, state, how many. */
    private static final String PAST = """
            WITH written AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
                SELECT '%1$s', gen_random_uuid(), 1, 1, 'vn.cchc.%1$s.written.v1', now(), now(), gen_random_uuid(), %2$s
                FROM generate_series(1, %3$d) RETURNING position)
            SELECT max(position) FROM written""";

    @Inject
    Samples samples;

    @AfterAll
    static void nothing_is_left_of_it() {
        Database.forget("kind IN ('common', 'rare') OR kind ~ '^(missing|bulky)'");
    }

    @Test
    void the_past_is_sent_again_as_it_was_sent_first() {
        UUID id = samples.create("first");
        samples.rename(id, "second");
        patiently().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(1));

        String location = operator()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"sample\"}")
                .post("/api/v1/republications")
                .then()
                .statusCode(202)
                .body("last", equalTo(lastPosition()))
                .extract()
                .header("Location");

        patiently().untilAsserted(() -> {
            var order =
                    operator().get(location).then().body("done", equalTo(true)).extract();
            assertThat(order.<Integer>path("next")).isGreaterThan(order.<Integer>path("last"));
            assertThat(order.<Integer>path("sent")).isGreaterThanOrEqualTo(2);
        });
        List<SentEvent> sent = TestEvents.read("cchc.sample", id);
        assertThat(sent).hasSize(4);
        for (int i = 0; i < 2; i++) {
            // How far the journal had been sent is told of the moment of sending.
            assertThat(without(sent.get(i + 2).headers(), "ce_reached"))
                    .isEqualTo(without(sent.get(i).headers(), "ce_reached"));
            assertThat(sent.get(i + 2).data()).isEqualTo(sent.get(i).data());
        }
        assertThat(Database.count("SELECT count(*) FROM heard WHERE id = ?", id))
                .isEqualTo(2);
    }

    @Test
    void what_another_service_owns_is_not_sent() {
        operator()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"feedback\"}")
                .post("/api/v1/republications")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("kind"));
    }

    @Test
    void only_what_happened_on_a_day_or_later_is_sent_again() {
        UUID before = Ids.next();
        UUID after = Ids.next();
        samples.announce(before, OffsetDateTime.parse("2021-03-09T23:59:59.999999+07:00"));
        samples.announce(after, OffsetDateTime.parse("2021-03-10T00:00:00+07:00"));
        patiently()
                .untilAsserted(() -> assertThat(TestEvents.read(TOPIC, after)).hasSize(1));

        String location = operator()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"sample\", \"from\": \"2021-03-10\"}")
                .post("/api/v1/republications")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");

        patiently().untilAsserted(() -> operator().get(location).then().body("done", equalTo(true)));
        assertThat(TestEvents.read(TOPIC, after)).hasSize(2);
        assertThat(TestEvents.read(TOPIC, before)).hasSize(1);
    }

    @Test
    void a_kind_of_which_there_is_little_is_found_without_reading_the_others() {
        TestEvents.publish("cchc.rare", List.of());
        Database.value(PAST.formatted("common", "'{}'", 20_000));
        Database.value(PAST.formatted("rare", "'{}'", 5));
        Database.value(PAST.formatted("common", "'{}'", 20_000));
        long read = read();
        long found = found();

        // More often than a statement is planned for its parameters: then a plan for all of them is kept.
        for (int i = 0; i < 15; i++) {
            UUID order = order("rare");
            patiently().untilAsserted(() -> operator()
                    .get(PATH + order)
                    .then()
                    .body("done", equalTo(true))
                    .body("sent", equalTo(5)));
        }

        // A session tells its counters within a second or so.
        patiently().untilAsserted(() -> assertThat(found()).isGreaterThanOrEqualTo(found + 50));
        assertThat(read() - read).isLessThan(5_000);
    }

    @Test
    void the_present_is_found_without_reading_the_past_though_the_queue_was_once_long() throws SQLException {
        Database.value(PAST.formatted("common", "'{}'", 20_000));
        rememberALongQueue();
        long read = read();

        for (int i = 0; i < 10; i++) {
            UUID id = samples.create("of the present");
            patiently()
                    .untilAsserted(() -> assertThat(Database.knownVersion(id)).isZero());
        }

        // A session tells its counters within a second or so.
        patiently().untilAsserted(() -> assertThat(read()).isGreaterThanOrEqualTo(read + 10));
        assertThat(read() - read).isLessThan(5_000);
    }

    /** The planner takes a queue for long that is empty again. */
    private static void rememberALongQueue() throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "INSERT INTO journal_outbox (position) SELECT position FROM journal WHERE kind = 'common'");
            statement.execute("ANALYZE journal_outbox");
            statement.execute("DELETE FROM journal_outbox USING journal j"
                    + " WHERE j.position = journal_outbox.position AND j.kind = 'common'");
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("ANALYZE journal");
            statement.execute("SELECT pg_stat_force_next_flush()");
        }
    }

    @Test
    void an_order_whose_topic_is_missing_says_so_stops_nothing_else_and_goes_on_when_it_is_there() {
        String kind = "missing" + System.nanoTime();
        Database.value(PAST.formatted(kind, "'{}'", 3));
        Object fence = Database.value(FENCE);

        UUID order = order(kind);

        patiently().untilAsserted(() -> operator()
                .get(PATH + order)
                .then()
                .body("done", equalTo(false))
                .body("lastError", containsString("no topic for " + kind)));
        UUID another = order("sample");
        UUID present = samples.create("of the present");
        patiently()
                .untilAsserted(() -> assertThat(Database.knownVersion(present)).isZero());
        patiently().untilAsserted(() -> operator().get(PATH + another).then().body("done", equalTo(true)));

        TestEvents.publish("cchc." + kind, List.of());

        patiently().untilAsserted(() -> operator()
                .get(PATH + order)
                .then()
                .body("done", equalTo(true))
                .body("sent", equalTo(3))
                .body("lastError", nullValue()));
        assertThat(TestEvents.read("cchc." + kind)).hasSize(3);
        assertThat(Database.value(FENCE)).as("the relay has not started over").isEqualTo(fence);
    }

    @Test
    void an_order_stops_at_an_event_that_the_broker_refuses_and_goes_on_when_that_is_mended() {
        String kind = "bulky" + System.nanoTime();
        TestEvents.publish("cchc." + kind, List.of());
        Database.value(PAST.formatted(kind, "'{}'", 2));
        Database.value(PAST.formatted(kind, "json_build_object('text', repeat('x', 2000000))", 1));
        Database.value(PAST.formatted(kind, "'{}'", 2));
        Object fence = Database.value(FENCE);

        UUID order = order(kind);

        patiently().untilAsserted(() -> operator()
                .get(PATH + order)
                .then()
                .body("done", equalTo(false))
                .body("sent", equalTo(2))
                .body("lastError", containsString("RecordTooLarge")));
        UUID present = samples.create("of the present");
        patiently()
                .untilAsserted(() -> assertThat(Database.knownVersion(present)).isZero());

        Database.value("UPDATE journal SET state = '{}' WHERE kind = ? RETURNING 1", kind);

        patiently().untilAsserted(() -> operator()
                .get(PATH + order)
                .then()
                .body("done", equalTo(true))
                .body("sent", equalTo(5))
                .body("lastError", nullValue()));
        assertThat(Database.value(FENCE)).as("the relay has not started over").isEqualTo(fence);
    }

    /** An order waits five seconds before it is tried again, and there are several of them. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }

    /** Orders a kind that the service is not asked for by anybody: it owns none but samples. */
    private static UUID order(String kind) {
        return (UUID) Database.value(
                "INSERT INTO republication (id, kind, first, next, last, sent, ordered_by, ordered_at)"
                        + " SELECT ?, ?, first, first, last, 0, 'test', now() FROM (SELECT"
                        + " (SELECT position FROM journal WHERE (kind, position) > (?, 0)"
                        + " ORDER BY kind, position LIMIT 1) AS first,"
                        + " (SELECT position FROM journal WHERE (kind, position) < (?, 9223372036854775807)"
                        + " ORDER BY kind DESC, position DESC LIMIT 1) AS last) ends RETURNING id",
                Ids.next(),
                kind,
                kind,
                kind);
    }

    /** How many changes have been read up to now, by whomever. */
    private static long read() {
        return Database.count("SELECT coalesce(idx_tup_fetch, 0) + coalesce(seq_tup_read, 0)"
                + " FROM pg_stat_user_tables WHERE relname = 'journal'");
    }

    private static long found() {
        return Database.count("SELECT coalesce(idx_tup_read, 0) FROM pg_stat_user_indexes"
                + " WHERE indexrelname = 'ix_journal_kind_position'");
    }

    private static int lastPosition() {
        return (int) Database.count("SELECT max(position) FROM journal WHERE kind = 'sample'");
    }

    private static Map<String, String> without(Map<String, String> headers, String name) {
        Map<String, String> others = new HashMap<>(headers);
        assertThat(others.remove(name)).isNotNull();
        return others;
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(TestTokens.operator());
    }
}
