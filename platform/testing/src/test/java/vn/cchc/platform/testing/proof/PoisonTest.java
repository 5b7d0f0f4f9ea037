package vn.cchc.platform.testing.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.cchc.platform.testing.proof.SampleEvents.TOPIC;
import static vn.cchc.platform.testing.proof.SampleEvents.TYPE;
import static vn.cchc.platform.testing.proof.SampleEvents.event;
import static vn.cchc.platform.testing.proof.SampleEvents.former;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.SampleProjection;

/** What can never be processed is kept as a dead letter with its cause; what comes behind it is processed. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PoisonTest {

    private static final String BODY =
            "{\"id\": \"KEY\", \"authorityId\": \"KEY\", \"occurredAt\": \"2021-01-04T08:00:00+07:00\", ";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON at all                                        | UnreadableEvent",
                "[1, 2]                                                 | UnreadableEvent",
                "null                                                   | no content",
                "{\"id\": \"no uuid\", \"version\": 1}                  | UnreadableEvent",
                "{\"name\": \"without id\"}                             | id, authorityId, version and occurredAt",
                "{\"id\": \"KEY\", \"version\": \"many\"}               | UnreadableEvent",
                BODY + "\"version\": -1}                               | not negative",
                "{\"id\": \"0176b0f1-6c00-7b1e-8f00-1d7c3a5e9b10\", \"authorityId\": \"KEY\", \"version\": 1,"
                        + " \"occurredAt\": \"2021-01-04T08:00:00+07:00\"} | not the id of the body",
                BODY + "\"version\": 9, \"name\": \"longer than the forty characters that the column holds\"}"
                        + " | PSQLException",
                BODY + "\"version\": 9, \"name\": \"with a NUL \\u0000\"} | PSQLException",
            })
    void a_poison_event_is_buried_and_its_partition_goes_on(String body, String cause) {
        UUID id = Ids.next();
        String poison = body.replace("KEY", id.toString());

        TestEvents.publish(
                TOPIC, List.of(former(id, 1), TestEvents.event(id, TYPE, poison), former(id, 2), former(id, 3)));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(3));
        String letter = letters(id).get(0);
        assertThat(letters(id)).hasSize(1);
        operator()
                .get("/api/v1/dead-letters/" + letter)
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("topic", equalTo(TOPIC))
                .body("key", equalTo(id.toString()))
                .body("type", equalTo(TYPE))
                .body("body", equalTo(poison))
                .body("cause", containsString(cause))
                .body("headers.ce_source", equalTo("/test"));
    }

    @Test
    void records_that_are_no_events_are_buried_too() {
        String marker = Ids.next().toString();
        byte[] body = ("{\"marker\": \"" + marker + "\"}").getBytes(UTF_8);

        TestEvents.publishRaw(TOPIC, Ids.next().toString(), Map.of(), body);
        TestEvents.publishRaw(TOPIC, null, Map.of("ce_type", TYPE), body);
        TestEvents.publishRaw(TOPIC, "no uuid", Map.of("ce_type", TYPE), body);
        TestEvents.publishRaw(TOPIC, marker, Map.of("ce_type", TYPE), null);
        TestEvents.publishRaw(TOPIC, null, Map.of("ce_type", "vn.cchc.day.marked.v1"), body);

        await().untilAsserted(() -> assertThat(Database.count(
                        "SELECT count(*) FROM dead_letter WHERE key = ? OR convert_from(record, 'UTF8') LIKE ?",
                        marker,
                        "%" + marker + "%"))
                .isEqualTo(5));
    }

    @Test
    void an_event_with_headers_that_no_CloudEvent_has_does_not_end_the_channel() {
        UUID id = Ids.next();
        TestEvents.Raw good = former(id, 1);
        Map<String, String> headers = new HashMap<>(good.headers());
        headers.put("ce_time", "yesterday");
        headers.put("ce_specversion", "7");
        headers.put("ce_source", "not a URI");

        TestEvents.publish(TOPIC, List.of(new TestEvents.Raw(good.key(), headers, good.body()), former(id, 2)));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(2));
    }

    @Test
    void a_poison_event_in_a_large_batch_takes_nobody_with_it() {
        UUID poisoned = Ids.next();
        List<UUID> others = Stream.generate(Ids::next).limit(200).toList();
        List<TestEvents.Raw> batch = new ArrayList<>();
        others.forEach(id -> batch.add(event(id, 1)));
        batch.add(100, TestEvents.event(poisoned, TYPE, "{"));

        TestEvents.publish(TOPIC, batch);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(others)
                .allSatisfy(id -> assertThat(Database.knownVersion(id)).isZero()));
        await().untilAsserted(() -> assertThat(letters(poisoned)).hasSize(1));
        assertThat(others).allSatisfy(id -> assertThat(letters(id)).isEmpty());
    }

    @Test
    void a_dead_letter_is_processed_once_its_cause_is_mended_and_what_waited_for_it_follows() {
        UUID id = deadOfAMistakeThatIsMended();
        TestEvents.publish(TOPIC, List.of(event(id, 2), event(id, 3)));
        await().untilAsserted(() -> assertThat(letters(id)).hasSize(3));
        assertThat(Database.knownVersion(id)).isEqualTo(-1);
        operator()
                .get("/api/v1/dead-letters/counts")
                .then()
                .body("byAuthority.authorityId", hasItem(id.toString()))
                .body("total", greaterThan(2));

        operator()
                .post("/api/v1/dead-letters/" + letters(id).get(0) + "/retries")
                .then()
                .statusCode(200)
                .body("state", equalTo("PROCESSED"))
                .body("settledBy", equalTo("Thử nghiệm operator"));

        assertThat(Database.knownVersion(id)).isEqualTo(2);
        assertThat(letters(id)).isEmpty();
    }

    @Test
    void those_of_very_many_authorities_are_counted_together_and_of_200_one_by_one() {
        Database.value("""
                INSERT INTO dead_letter (id, topic, topic_id, partition, record_offset, headers, record, cause, state,
                                         attempts, died_at, tried_at, authority_id)
                SELECT gen_random_uuid(), 'cchc.many', 'many', 0, n, '{}', '{', 'unreadable', 'OPEN', 1, now(), now(),
                       gen_random_uuid()
                FROM generate_series(1, 250) n RETURNING 1""");
        try {
            operator()
                    .get("/api/v1/dead-letters/counts")
                    .then()
                    .body("byAuthority", hasSize(200))
                    .body("total", greaterThan(249));
        } finally {
            Database.value("DELETE FROM dead_letter WHERE topic = 'cchc.many' RETURNING 1");
        }
    }

    @Test
    void a_topic_has_a_name_that_Kafka_allows() {
        String longest = "t".repeat(249);
        operator().get("/api/v1/dead-letters?topic=" + longest).then().statusCode(200);
        operator()
                .get("/api/v1/dead-letters?topic=" + longest + "t")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("topic"));
        operator()
                .post("/api/v1/dead-letters/" + longest + "t/replays")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("topic"));
    }

    @Test
    void all_dead_letters_of_a_topic_are_processed_again_at_once() {
        UUID id = deadOfAMistakeThatIsMended();

        operator()
                .post("/api/v1/dead-letters/" + TOPIC + "/replays")
                .then()
                .statusCode(200)
                .body("applied", greaterThan(0));

        assertThat(Database.knownVersion(id)).isZero();
    }

    @Test
    void a_replay_of_very_many_tells_in_time_how_far_it_has_come_and_goes_on_from_there() {
        Database.value("""
                INSERT INTO dead_letter (id, topic, topic_id, partition, record_offset, headers, record, cause, state,
                                         attempts, died_at, tried_at)
                SELECT gen_random_uuid(), 'cchc.many', 'many', 0, n, '{}', '{', 'unreadable', 'OPEN', 1, now(), now()
                FROM generate_series(1, 20000) n RETURNING 1""");
        try {
            JsonPath first = replay("/api/v1/dead-letters/cchc.many/replays");
            assertThat(first.getInt("failed")).isBetween(1, 19_999);
            assertThat(triedAgain()).isEqualTo(first.getInt("failed"));

            JsonPath second = replay("/api/v1/dead-letters/cchc.many/replays?cursor=" + first.getString("next"));
            assertThat(triedAgain()).isEqualTo(first.getInt("failed") + second.getInt("failed"));

            operator()
                    .post("/api/v1/dead-letters/" + TOPIC + "/replays?cursor=" + first.getString("next"))
                    .then()
                    .statusCode(400);
        } finally {
            Database.value("DELETE FROM dead_letter WHERE topic = 'cchc.many' RETURNING 1");
        }
    }

    private static JsonPath replay(String path) {
        return operator().post(path).then().statusCode(200).extract().jsonPath();
    }

    private static long triedAgain() {
        return Database.count("SELECT count(*) FROM dead_letter WHERE topic = 'cchc.many' AND attempts > 1");
    }

    @Test
    void a_dead_letter_is_set_aside_for_a_reason_and_what_waited_for_it_follows() {
        UUID id = Ids.next();
        TestEvents.publish(TOPIC, List.of(event(id, 1), TestEvents.event(id, TYPE, "{", 2), event(id, 3)));
        await().untilAsserted(() -> assertThat(letters(id)).hasSize(2));
        assertThat(Database.knownVersion(id)).isZero();
        String letter = letters(id).get(0);

        operator()
                .body("{\"reason\": \" \"}")
                .contentType(ContentType.JSON)
                .post("/api/v1/dead-letters/" + letter + "/set-asides")
                .then()
                .statusCode(422);
        String key = UUID.randomUUID().toString();
        setAsideOnce(key, letter, "Ghi nhầm.")
                .statusCode(200)
                .body("state", equalTo("SET_ASIDE"))
                .body("reason", equalTo("Ghi nhầm."));
        setAsideOnce(key, letter, "Ghi nhầm.")
                .statusCode(200)
                .header("Idempotency-Replayed", "true")
                .body("state", equalTo("SET_ASIDE"));
        setAsideOnce(key, letter, "Khác.").statusCode(422).body("type", endsWith("idempotency-key-reused"));

        assertThat(Database.knownVersion(id)).isEqualTo(2);
        operator().post("/api/v1/dead-letters/" + letter + "/retries").then().statusCode(409);
    }

    private static ValidatableResponse setAsideOnce(String key, String letter, String reason) {
        return operator()
                .header("Idempotency-Key", key)
                .body("{\"reason\": \"" + reason + "\"}")
                .contentType(ContentType.JSON)
                .post("/api/v1/dead-letters/" + letter + "/set-asides")
                .then();
    }

    @Test
    void a_retry_that_fails_again_tells_the_cause_as_it_is_now() {
        UUID id = Ids.next();
        TestEvents.publish(TOPIC, List.of(TestEvents.event(id, TYPE, "{")));
        await().untilAsserted(() -> assertThat(letters(id)).hasSize(1));

        operator()
                .post("/api/v1/dead-letters/" + letters(id).get(0) + "/retries")
                .then()
                .statusCode(200)
                .body("state", equalTo("OPEN"))
                .body("attempts", equalTo(2))
                .body("cause", containsString("UnreadableEvent"));
    }

    private static UUID deadOfAMistakeThatIsMended() {
        UUID id = Ids.next();
        SampleProjection.mistakeAbout = id;
        try {
            TestEvents.publish(TOPIC, List.of(event(id, 1)));
            await().untilAsserted(() -> assertThat(letters(id)).hasSize(1));
        } finally {
            SampleProjection.mistakeAbout = null;
        }
        return id;
    }

    private static List<String> letters(UUID id) {
        return operator()
                .get("/api/v1/dead-letters?limit=200")
                .jsonPath()
                .getList("items.findAll { it.key == '" + id + "' }.id", String.class);
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(TestTokens.operator());
    }
}
