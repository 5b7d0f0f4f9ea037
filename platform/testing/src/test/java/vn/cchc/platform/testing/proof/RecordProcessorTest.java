package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.cchc.platform.testing.proof.SampleEvents.TOPIC;
import static vn.cchc.platform.testing.proof.SampleEvents.TYPE;
import static vn.cchc.platform.testing.proof.SampleEvents.event;
import static vn.cchc.platform.testing.proof.SampleEvents.former;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.SampleProjection;

/** Each event is handed over once and in order, whatever the broker does to the stream; only what can be true is believed. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RecordProcessorTest {

    private static final int LENGTH = 7;

    @BeforeEach
    @AfterEach
    void no_day_is_marked() {
        Database.value("UPDATE heard_to SET marked_day = NULL, withheld = '{}' RETURNING 1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_topic_shuffled_and_doubled_ends_in_the_same_history(long seed) {
        List<UUID> ids = Stream.generate(Ids::next).limit(20).toList();
        List<TestEvents.Raw> events = new ArrayList<>();
        for (UUID id : ids) {
            IntStream.rangeClosed(1, LENGTH).forEach(sequence -> {
                events.add(event(id, sequence));
                events.add(event(id, sequence));
            });
        }
        Collections.shuffle(events, new Random(seed));

        TestEvents.publish(TOPIC, events);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ids).allSatisfy(id -> {
                    assertThat(Database.knownVersion(id)).isEqualTo(LENGTH - 1);
                    assertThat(handedOver(id))
                            .isEqualTo(LongStream.rangeClosed(1, LENGTH).boxed().toList());
                    assertThat(Database.count("SELECT count(*) FROM heard WHERE id = ?", id))
                            .isEqualTo(LENGTH);
                    assertThat(waiting(id)).isZero();
                }));
    }

    @Test
    void what_is_read_again_from_the_beginning_is_handed_over_again_and_ends_in_the_same_state() {
        UUID id = Ids.next();
        // The second came first, and waited as a dead letter.
        TestEvents.publish(TOPIC, List.of(event(id, 2)));
        await().untilAsserted(() -> assertThat(waiting(id)).isEqualTo(1));
        TestEvents.publish(TOPIC, List.of(event(id, 1)));
        await().untilAsserted(() -> assertThat(handedOver(id)).containsExactly(1L, 2L));

        Database.value("DELETE FROM heard WHERE id = ? RETURNING 1", id);
        int partition = TestEvents.read(TOPIC, id).get(0).partition();
        Database.value("UPDATE heard_to SET next_offset = 0 WHERE partition = ? RETURNING 1", partition);

        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(handedOver(id)).containsExactly(1L, 2L, 1L, 2L));
        assertThat(Database.knownVersion(id)).isEqualTo(1);
    }

    @Test
    void an_event_that_comes_before_its_predecessor_waits_for_it() {
        UUID id = Ids.next();

        TestEvents.publish(TOPIC, List.of(event(id, 1), event(id, 3)));
        await().untilAsserted(() -> assertThat(waiting(id)).isEqualTo(1));
        assertThat(Database.knownVersion(id)).isZero();
        TestEvents.publish(TOPIC, List.of(event(id, 2)));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(2));
        assertThat(waiting(id)).isZero();
        assertThat(handedOver(id)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_event_that_is_lost_for_good_is_done_without_for_a_reason() {
        UUID id = Ids.next();
        TestEvents.publish(TOPIC, List.of(event(id, 1), event(id, 4)));
        await().untilAsserted(() -> assertThat(waiting(id)).isEqualTo(1));
        UUID letter = (UUID) Database.value("SELECT id FROM dead_letter WHERE aggregate_id = ?", id);

        RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"reason\": \"Máy chủ sự kiện mất dữ liệu ngày 05/01.\"}")
                .post("/api/v1/dead-letters/" + letter + "/releases")
                .then()
                .statusCode(200);

        assertThat(handedOver(id)).containsExactly(1L, 4L);
        // Should they come all the same, they are history, and change nothing.
        TestEvents.publish(TOPIC, List.of(event(id, 2), event(id, 3), event(id, 5)));
        await().untilAsserted(() -> assertThat(handedOver(id)).containsExactly(1L, 4L, 5L));
        assertThat(Database.count("SELECT count(*) FROM heard WHERE id = ?", id))
                .isEqualTo(5);
    }

    @Test
    void a_forged_version_or_sequence_from_far_ahead_changes_nothing() {
        UUID id = Ids.next();
        TestEvents.publish(TOPIC, List.of(event(id, 1), event(id, 2), former(id, 999_999), event(id, 999_999)));

        await().untilAsserted(() -> assertThat(waiting(id)).isEqualTo(1));
        assertThat(Database.knownVersion(id)).isEqualTo(1);
        TestEvents.publish(TOPIC, List.of(event(id, 3)));
        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(2));
        assertThat(handedOver(id)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void a_time_line_that_nobody_has_told_of_is_not_believed() {
        UUID id = Ids.next();
        TestEvents.Raw event = event(id, 1);
        Map<String, String> headers = new HashMap<>(event.headers());
        headers.put("ce_epoch", "9");

        TestEvents.publish(TOPIC, List.of(new TestEvents.Raw(event.key(), headers, event.body()), event));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isZero());
        assertThat(Database.deadLetters(id)).isEqualTo(1);
    }

    @Test
    void an_aggregate_changes_its_authority_by_a_transfer_alone() {
        UUID id = Ids.next();
        UUID successor = Ids.next();
        TestEvents.Raw foreign = SampleEvents.of(id, successor, 2, "2021-01-05T08:00:00+07:00");
        String body = SampleEvents.body(id, successor, 1, "2021-01-05T08:00:00+07:00");

        TestEvents.publish(TOPIC, List.of(event(id, 1), foreign));
        await().untilAsserted(() -> assertThat(Database.deadLetters(id)).isEqualTo(1));
        assertThat(Database.knownVersion(id)).isZero();
        TestEvents.publish(
                TOPIC,
                List.of(TestEvents.event(
                        id,
                        "vn.cchc.sample.transferred.v1",
                        body.replace("{\"id\"", "{\"decision\": \"Nghị quyết 1234/NQ-UBTVQH15\", \"id\""),
                        2)));

        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(1));
        assertThat(Database.value("SELECT authority_id FROM heard WHERE id = ? ORDER BY sequence DESC", id))
                .isEqualTo(successor);
    }

    @Test
    void an_event_of_a_type_that_is_not_known_is_left_alone_and_counted() {
        UUID id = Ids.next();
        String json = SampleEvents.body(id, id, 0, "2021-01-05T08:00:00+07:00");

        TestEvents.publish(TOPIC, List.of(TestEvents.event(id, "vn.cchc.sample.written.v2", json, 1), event(id, 1)));

        await().untilAsserted(() -> assertThat(handedOver(id)).containsExactly(1L));
        assertThat(Database.deadLetters(id)).isZero();
        assertThat(Management.metrics())
                .contains("cchc_events_ignored_total{topic=\"cchc.sample\"");
    }

    @Test
    void an_event_of_a_marked_day_that_comes_behind_the_mark_is_taken_all_the_same() {
        UUID id = Ids.next();
        TestEvents.publish(TOPIC, List.of(event(id, 1)));
        TestEvents.mark(TOPIC, LocalDate.parse("2021-01-05"));
        TestEvents.publish(
                TOPIC,
                List.of(
                        SampleEvents.at(id, 2, "2021-01-05T23:59:59.999999+07:00"),
                        SampleEvents.at(id, 3, "2021-01-06T00:00:00+07:00")));

        await().untilAsserted(() -> assertThat(handedOver(id)).containsExactly(1L, 2L, 3L));
    }

    @Test
    void a_mark_without_a_place_or_from_far_ahead_is_not_believed_and_the_next_one_is() {
        UUID forger = Ids.next();
        // Of a day that is marked already: one of another day costs no more than that day.
        String json = "{\"service\": \"test\", \"day\": \"2021-01-05\", \"withheld\": [\"" + forger + "\"]}";
        TestEvents.mark(TOPIC, LocalDate.parse("2021-01-05"));

        TestEvents.publish(
                TOPIC,
                List.of(
                        TestEvents.event(forger, "vn.cchc.day.marked.v1", json),
                        TestEvents.event(forger, "vn.cchc.day.marked.v1", json, 999_999_999)));
        await().untilAsserted(() -> assertThat(Database.deadLetters(forger)).isEqualTo(2));
        assertThat(Database.count("SELECT count(*) FROM heard_to WHERE marked_day = '2021-01-05' AND withheld = '{}'"))
                .isEqualTo(3);
        TestEvents.mark(TOPIC, LocalDate.parse("2021-01-06"));

        await().untilAsserted(() -> assertThat(
                        Database.count("SELECT count(*) FROM heard_to WHERE marked_day = '2021-01-06'"))
                .isEqualTo(3));
        Database.value("DELETE FROM dead_letter WHERE key = ? RETURNING 1", forger.toString());
    }

    @Test
    void an_event_without_a_sequence_is_not_believed_behind_a_day_mark() {
        UUID id = Ids.next();
        TestEvents.mark(TOPIC, LocalDate.parse("2021-01-05"));

        TestEvents.publish(TOPIC, List.of(former(id, 0), event(id, 1)));

        await().untilAsserted(() -> assertThat(handedOver(id)).containsExactly(1L));
        assertThat(Database.deadLetters(id)).isEqualTo(1);
    }

    @Test
    void an_event_from_before_the_journal_gives_way_to_the_journal() {
        UUID id = Ids.next();

        TestEvents.publish(TOPIC, List.of(former(id, 3), former(id, 5), former(id, 4), event(id, 1), former(id, 6)));

        await().untilAsserted(() -> assertThat(Database.count("SELECT count(*) FROM heard WHERE id = ?", id))
                .isEqualTo(5));
        assertThat(handedOver(id)).containsExactly(3L, 5L, 1L);
    }

    @Test
    void what_happened_is_kept_with_both_of_its_times_to_the_microsecond() {
        UUID id = Ids.next();

        TestEvents.publish(TOPIC, List.of(SampleEvents.at(id, 1, "2020-12-31T23:59:59.9999999+07:00")));

        await().untilAsserted(() -> assertThat(Database.value(
                        "SELECT (occurred_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::text FROM heard WHERE id = ?", id))
                .isEqualTo("2020-12-31 23:59:59.999999"));
        assertThat(Database.count("SELECT count(*) FROM heard WHERE id = ? AND type = ?", id, TYPE))
                .isEqualTo(1);
    }

    private static List<Long> handedOver(UUID id) {
        return SampleProjection.HANDED_OVER.stream()
                .filter(event -> event.aggregateId().equals(id))
                .map(IncomingEvent::sequence)
                .toList();
    }

    private static long waiting(UUID id) {
        return Database.count("SELECT count(*) FROM dead_letter WHERE aggregate_id = ? AND state = 'WAITING'", id);
    }
}
