package vn.cchc.platform.testing.proof;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
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
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.SampleProjection;

/** What can never be processed goes to the dead-letter topic with its cause; what comes behind it is processed. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PoisonTest {

    private static final String TOPIC = "cchc.sample";
    private static final String DEAD = "cchc.sample.sample-service.dlt";
    private static final String TYPE = "vn.cchc.sample.written.v1";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "not JSON at all                                        | UnreadableEvent",
                "[1, 2]                                                 | UnreadableEvent",
                "null                                                   | no content",
                "{\"id\": \"no uuid\", \"version\": 1}                  | UnreadableEvent",
                "{\"name\": \"without id\"}                             | id and version are needed",
                "{\"id\": \"KEY\", \"version\": \"many\"}               | UnreadableEvent",
                "{\"id\": \"KEY\", \"version\": 9, \"name\": \"longer than the forty characters that the column holds\"}"
                        + " | PSQLException",
            })
    void a_poison_event_is_buried_and_its_partition_goes_on(String body, String cause) {
        UUID id = Ids.next();
        String poison = body.replace("KEY", id.toString());

        TestEvents.publish(TOPIC, List.of(good(id, 1), TestEvents.event(id, TYPE, poison), good(id, 2), good(id, 3)));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(3));
        List<SentEvent> letters = TestEvents.read(DEAD, id);
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).data()).isEqualTo(poison);
        assertThat(letters.get(0).headers())
                .containsEntry("ce_type", TYPE)
                .containsEntry("dead-letter-topic", TOPIC)
                .containsKeys("dead-letter-partition", "dead-letter-offset");
        assertThat(letters.get(0).headers().get("dead-letter-cause")).contains(cause);
    }

    @Test
    void records_that_are_no_events_are_buried_too() {
        String marker = Ids.next().toString();
        byte[] body = ("{\"marker\": \"" + marker + "\"}").getBytes(UTF_8);

        TestEvents.publishRaw(TOPIC, Ids.next().toString(), Map.of(), body);
        TestEvents.publishRaw(TOPIC, null, Map.of("ce_type", TYPE), body);
        TestEvents.publishRaw(TOPIC, "no uuid", Map.of("ce_type", TYPE), body);
        TestEvents.publishRaw(TOPIC, marker, Map.of("ce_type", TYPE), null);

        await().untilAsserted(() -> assertThat(TestEvents.read(DEAD))
                .filteredOn(letter -> marker.equals(letter.key())
                        || (letter.data() != null && letter.data().contains(marker)))
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter.headers()).containsKey("dead-letter-cause")));
    }

    @Test
    void an_event_with_headers_that_no_CloudEvent_has_does_not_end_the_channel() {
        UUID id = Ids.next();
        TestEvents.Raw good = good(id, 1);
        Map<String, String> headers = new HashMap<>(good.headers());
        headers.put("ce_time", "yesterday");
        headers.put("ce_specversion", "7");
        headers.put("ce_source", "not a URI");

        TestEvents.publish(TOPIC, List.of(new TestEvents.Raw(good.key(), headers, good.body()), good(id, 2)));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(2));
    }

    @Test
    void a_poison_event_in_a_large_batch_takes_nobody_with_it() {
        UUID poisoned = Ids.next();
        List<UUID> others = Stream.generate(Ids::next).limit(200).toList();
        List<TestEvents.Raw> batch = new ArrayList<>();
        others.forEach(id -> batch.add(good(id, 1)));
        batch.add(100, TestEvents.event(poisoned, TYPE, "{"));

        TestEvents.publish(TOPIC, batch);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(others)
                .allSatisfy(id -> assertThat(Database.knownVersion(id)).isEqualTo(1)));
        await().untilAsserted(() -> assertThat(TestEvents.read(DEAD, poisoned)).hasSize(1));
        assertThat(TestEvents.read(DEAD)).noneMatch(letter -> others.toString().contains(String.valueOf(letter.key())));
    }

    @Test
    void a_dead_letter_is_replayed_once_its_cause_is_mended() {
        UUID id = Ids.next();
        SampleProjection.hasMistake = true;
        try {
            TestEvents.publish(TOPIC, List.of(good(id, 1)));
            await().untilAsserted(() -> assertThat(TestEvents.read(DEAD, id)).hasSize(1));
        } finally {
            SampleProjection.hasMistake = false;
        }
        assertThat(Database.knownVersion(id)).isEqualTo(-1);

        int applied = RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/dead-letters/" + TOPIC + "/replays")
                .then()
                .statusCode(200)
                .extract()
                .path("applied");

        assertThat(applied).isPositive();
        assertThat(Database.knownVersion(id)).isEqualTo(1);
        assertThat(TestEvents.read(DEAD, id)).hasSize(1);
    }

    private static TestEvents.Raw good(UUID id, int version) {
        return TestEvents.event(
                id, TYPE, "{\"id\": \"" + id + "\", \"version\": " + version + ", \"name\": \"good\", \"new\": {}}");
    }
}
