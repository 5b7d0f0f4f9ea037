package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.database.Outage;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.SampleProjection;
import vn.cchc.platform.testing.sample.Samples;
import vn.cchc.platform.time.BusinessClock;
import vn.cchc.platform.time.VietnamTime;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;

/** A mark says that a day is complete, and it is. */
@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(DayMarksTest.MarksDays.class)
class DayMarksTest {

    private static final String TOPIC = "cchc.sample";
    private static final String MARKED = "SELECT marked_day::text FROM time_line";

    @Inject
    Samples samples;

    @Inject
    @All
    List<TimerHandler> handlers;

    @Inject
    Clock clock;

    @Inject
    BusinessClock businessClock;

    private LocalDate today;

    public static final class MarksDays implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("cchc.events.marks.enabled", "true");
        }
    }

    @BeforeEach
    void yesterday_is_marked() {
        today = LocalDate.now(clock);
        awaitMarked(today.minusDays(1));
    }

    /** The other tests move business time to and fro. */
    @AfterAll
    static void forget_the_marks() {
        Database.value("UPDATE time_line SET marked_day = NULL RETURNING 1");
        Database.value("DELETE FROM timer WHERE kind = 'day-mark' RETURNING 1");
        Database.value("DELETE FROM training_clock RETURNING 1");
        Database.value("UPDATE heard_to SET marked_day = NULL, withheld = '{}' RETURNING 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan-service", "feedback-service", "reporting-service"})
    void a_mark_is_what_the_contracts_say(String service) {
        EventContracts contracts = EventContracts.in(Path.of("..", "..", service, "contracts", "events"));

        await().untilAsserted(() -> assertThat(marks()).hasSizeGreaterThanOrEqualTo(3));

        assertThat(marks()).allSatisfy(contracts::assertFits);
    }

    @Test
    void a_day_is_marked_when_it_has_ended_on_every_partition_behind_all_of_its_events() {
        List<UUID> written = Stream.generate(Ids::next).limit(30).toList();
        written.forEach(id -> samples.create(id, "of the day"));

        itIsMidnight();
        awaitMarked(today);

        await().untilAsserted(() -> assertThat(Database.count(
                        "SELECT count(*) FROM heard_to WHERE marked_day = ?::text::date", today.toString()))
                .isEqualTo(3));
        List<SentEvent> sent = TestEvents.read(TOPIC);
        for (int partition = 0; partition < 3; partition++) {
            int each = partition;
            long mark = sent.stream()
                    .filter(event -> event.partition() == each && isMarkOf(event, today))
                    .mapToLong(SentEvent::offset)
                    .findFirst()
                    .orElseThrow();
            assertThat(sent)
                    .filteredOn(event -> event.partition() == each
                            && event.key() != null
                            && written.toString().contains(event.key()))
                    .allSatisfy(event -> assertThat(event.offset()).isLessThan(mark));
        }
    }

    @Test
    void one_mark_covers_the_days_that_nobody_was_there_to_mark() {
        businessClock.setTo(at(today.plusDays(4), LocalTime.NOON).toInstant());

        awaitMarked(today.plusDays(3));

        assertThat(Database.count(
                        "SELECT count(*) FROM journal WHERE kind = 'day' AND state ->> 'day' IN (?, ?)",
                        today.toString(),
                        today.plusDays(3).toString()))
                .isEqualTo(1);
    }

    @Test
    void a_day_is_not_marked_while_a_change_of_it_is_under_way() {
        UUID id = Ids.next();
        QuarkusTransaction.begin();
        samples.create(id, "under way at midnight");
        itIsMidnight();

        await().untilAsserted(() -> assertThat(
                        Database.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
                .isEqualTo(1));
        assertThat(Database.value(MARKED)).isEqualTo(today.minusDays(1).toString());
        QuarkusTransaction.commit();

        awaitMarked(today);
        assertThat(Database.count(
                        "SELECT count(*) FROM journal d, journal s WHERE d.kind = 'day' AND d.state ->> 'day' = ?"
                                + " AND s.id = ? AND s.position < d.position",
                        today.toString(),
                        id))
                .isEqualTo(1);
    }

    @Test
    void changes_of_the_new_day_do_not_wait_for_one_of_the_old_day_that_hangs() {
        QuarkusTransaction.begin();
        samples.create(Ids.next(), "hangs");
        try {
            itIsMidnight();
            await().untilAsserted(() -> assertThat(
                            Database.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
                    .isEqualTo(1));

            UUID id = QuarkusTransaction.requiringNew().call(() -> samples.create("of the new day"));

            assertThat(Database.hasRow(id)).isTrue();
            assertThat(Database.value(MARKED)).isEqualTo(today.minusDays(1).toString());
        } finally {
            QuarkusTransaction.rollback();
        }
        awaitMarked(today);
    }

    @Test
    void nothing_of_a_marked_day_is_recorded_any_more() {
        UUID id = Ids.next();
        OffsetDateTime lastMoment = at(today, LocalTime.MIDNIGHT).minusNanos(1_000);

        assertThatThrownBy(() -> samples.announce(id, lastMoment))
                .satisfies(failure -> assertThat(Outage.isTransient(failure)).isTrue());
        assertThat(Database.count("SELECT count(*) FROM journal WHERE id = ?", id))
                .isZero();
        samples.announce(id, at(today, LocalTime.MIDNIGHT));
        assertThat(Database.count("SELECT count(*) FROM journal WHERE id = ?", id))
                .isEqualTo(1);
    }

    @Test
    void the_clock_does_not_go_back_past_a_mark() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"now\": \"" + at(today.minusDays(1), LocalTime.NOON) + "\"}")
                .put("/local/training-clock")
                .then()
                .statusCode(409);

        assertThat(LocalDate.now(clock)).isEqualTo(today);
    }

    @Test
    void the_clock_waits_for_a_mark_that_is_under_way_and_does_not_go_back_past_it() throws Exception {
        OffsetDateTime dayAfter = at(today.plusDays(1), LocalTime.NOON);
        ExecutorService training = Executors.newSingleThreadExecutor();
        try (Connection marker = LocalServers.connect();
                Statement statement = marker.createStatement()) {
            marker.setAutoCommit(false);
            statement.execute("SELECT marked_day FROM time_line FOR UPDATE");
            statement.execute("UPDATE time_line SET marked_day = DATE '" + today.plusDays(1) + "'");

            Future<?> set = training.submit(() -> businessClock.setTo(dayAfter.toInstant()));
            await().untilAsserted(() -> assertThat(Database.count(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted"))
                    .isEqualTo(1));
            marker.commit();

            assertThatThrownBy(set::get).hasCauseInstanceOf(BusinessClock.MarkedDay.class);
            assertThat(LocalDate.now(clock)).isEqualTo(today);
        } finally {
            training.shutdown();
            Database.value("UPDATE time_line SET marked_day = DATE '" + today.minusDays(1) + "' RETURNING 1");
        }
    }

    @Test
    void a_replica_whose_clock_is_ahead_marks_no_day_before_it_has_ended() throws Exception {
        TimerHandler marks = handlers.stream()
                .filter(handler -> handler.kind().equals("day-mark"))
                .findFirst()
                .orElseThrow();
        Timer next = new Timer("day-mark", Ids.next(), today.toString(), "", at(today.plusDays(1), LocalTime.MIDNIGHT));

        Optional<OffsetDateTime> again =
                QuarkusTransaction.requiringNew().call(() -> marks.due(next, at(today.plusDays(1), LocalTime.NOON)));

        assertThat(again).isPresent();
        assertThat(Database.value(MARKED)).isEqualTo(today.minusDays(1).toString());
    }

    @Test
    void a_mark_names_the_authorities_of_which_the_service_misses_something_until_it_has_come() {
        UUID id = Ids.next();
        SampleProjection.mistakeAbout = id;
        try {
            TestEvents.publish(
                    TOPIC,
                    List.of(SampleEvents.at(id, 1, at(today, LocalTime.NOON).toString())));
            await().untilAsserted(() -> assertThat(Database.deadLetters(id)).isEqualTo(1));
        } finally {
            SampleProjection.mistakeAbout = null;
        }

        itIsMidnight();
        awaitMarked(today);
        await().untilAsserted(() -> assertThat(withheld()).contains(id));
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/dead-letters/" + TOPIC + "/replays")
                .then()
                .statusCode(200);

        lookNow();
        await().untilAsserted(() -> assertThat(withheld()).doesNotContain(id));
        assertThat(Database.value(MARKED)).isEqualTo(today.toString());

        marks_that_come_again_in_another_order_take_nothing_back();
    }

    private static void marks_that_come_again_in_another_order_take_nothing_back() {
        String before = heardTo();
        List<SentEvent> marks = marks();
        List<SentEvent> again = new ArrayList<>(marks);
        again.addAll(marks);
        Collections.shuffle(again, new Random(8));
        List<SentEvent> newestFirst = new ArrayList<>(marks);
        Collections.reverse(newestFirst);
        again.addAll(newestFirst);

        TestEvents.publishAgain(again);

        await().untilAsserted(() -> assertThat(heardUpTo())
                .isEqualTo(TestEvents.read(TOPIC).stream()
                        .collect(Collectors.toMap(SentEvent::partition, event -> event.offset() + 1, Math::max))));
        assertThat(heardTo()).isEqualTo(before);
    }

    @Test
    void what_fails_after_the_day_was_marked_is_told_too() {
        String last = today.minusDays(1).toString();
        lookNow();
        // It has looked, and nothing was missing that had not been told.
        await().untilAsserted(() -> assertThat(Database.count(
                        "SELECT count(*) FROM timer WHERE kind = 'day-mark' AND step = ? AND basis = 'again'"
                                + " AND retry_at IS NOT NULL",
                        last))
                .isEqualTo(1));
        UUID id = Ids.next();
        SampleProjection.mistakeAbout = id;
        try {
            TestEvents.publish(
                    TOPIC,
                    List.of(SampleEvents.at(id, 1, at(today, LocalTime.NOON).toString())));
            await().untilAsserted(() -> assertThat(Database.deadLetters(id)).isEqualTo(1));
        } finally {
            SampleProjection.mistakeAbout = null;
        }

        lookNow();

        await().untilAsserted(() -> assertThat(withheld()).contains(id));
        assertThat(Database.value(MARKED)).isEqualTo(last);
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.operator())
                .post("/api/v1/dead-letters/" + TOPIC + "/replays")
                .then()
                .statusCode(200);
        lookNow();
        await().untilAsserted(() -> assertThat(withheld()).doesNotContain(id));
    }

    @Test
    void a_day_is_not_marked_when_the_clock_has_been_set_back_to_it_meanwhile() {
        QuarkusTransaction.begin();
        samples.create(Ids.next(), "under way at midnight");
        itIsMidnight();
        await().untilAsserted(() -> assertThat(
                        Database.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"))
                .isEqualTo(1));

        QuarkusTransaction.suspendingExisting()
                .run(() -> businessClock.setTo(at(today, LocalTime.NOON).toInstant()));
        QuarkusTransaction.commit();

        await().untilAsserted(() -> assertThat(Database.count(
                        "SELECT count(*) FROM timer WHERE kind = 'day-mark' AND step = ? AND basis = '' AND retry_at IS NOT NULL",
                        today.toString()))
                .isEqualTo(1));
        assertThat(Database.value(MARKED)).isEqualTo(today.minusDays(1).toString());
        UUID id = samples.create("the day goes on");
        assertThat(Database.hasRow(id)).isTrue();
    }

    @Test
    void where_topics_were_made_anew_the_last_mark_is_sent_again_behind_all_that_is() {
        String last = today.minusDays(1).toString();
        UUID written = samples.create("sent again");
        patiently().untilAsserted(() -> assertThat(completeTo(last)).isEqualTo(3));
        Database.value("UPDATE heard_to SET marked_day = NULL, withheld = '{}', mark_epoch = NULL, mark_sequence = NULL"
                + " RETURNING 1");
        Database.value(
                "INSERT INTO republication (id, kind, first, next, last, sent, ordered_by, ordered_at)"
                        + " VALUES (?, 'nowhere', 1, 1, 1, 0, 'test', now()) RETURNING 1",
                Ids.next());

        String mark = sentAgain("day");
        String events = sentAgain("sample");

        patiently().untilAsserted(() -> operator().get(events).then().body("done", equalTo(true)));
        patiently().untilAsserted(() -> assertThat(Database.count(
                        "SELECT count(*) FROM republication WHERE kind = 'nowhere' AND last_error IS NOT NULL"))
                .isEqualTo(1));
        operator().get(mark).then().body("done", equalTo(false)).body("sent", equalTo(0));
        assertThat(completeTo(last)).as("while something else is to be sent").isZero();

        Database.value("UPDATE republication SET done_at = now() WHERE kind = 'nowhere' RETURNING 1");

        patiently()
                .untilAsserted(() ->
                        operator().get(mark).then().body("done", equalTo(true)).body("sent", equalTo(1)));
        patiently().untilAsserted(() -> assertThat(completeTo(last)).isEqualTo(3));
        SentEvent again = TestEvents.read(TOPIC, written).get(1);
        assertThat(TestEvents.read(TOPIC))
                .filteredOn(event -> event.partition() == again.partition() && event.offset() > again.offset())
                .anyMatch(event -> isMarkOf(event, today.minusDays(1)));
    }

    @Test
    void a_mark_that_is_still_in_the_queue_is_not_overtaken() {
        patiently().untilAsserted(() -> assertThat(Database.pendingEvents()).isZero());
        long sent = Database.count("SELECT max(position) FROM journal WHERE kind = 'day'");
        long queued = (Long) Database.value("""
                WITH written AS (
                    INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
                    SELECT kind, id, epoch, sequence + 1, type, occurred_at, recorded_at, authority_id, state FROM journal
                    WHERE position = ? RETURNING position),
                held AS (INSERT INTO journal_outbox (position, last_error) SELECT position, 'held' FROM written)
                SELECT position FROM written""", sent);
        try {
            String order = sentAgain("day");

            patiently().untilAsserted(() -> operator()
                    .get(order)
                    .then()
                    .body("done", equalTo(true))
                    .body("sent", equalTo(1))
                    .body("first", equalTo((int) sent))
                    .body("last", equalTo((int) sent)));
            assertThat(Database.count("SELECT count(*) FROM journal_outbox WHERE position = ?", queued))
                    .isEqualTo(1);
        } finally {
            Database.value("DELETE FROM journal_outbox WHERE position = ? RETURNING 1", queued);
            Database.value("DELETE FROM journal WHERE position = ? RETURNING 1", queued);
        }
    }

    /** An order waits while another does not get on. */
    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofSeconds(40));
    }

    private static long completeTo(String day) {
        return Database.count("SELECT count(*) FROM heard_to WHERE marked_day = ?::text::date", day);
    }

    /** The order to send that kind again. */
    private static String sentAgain(String kind) {
        return operator()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"" + kind + "\"}")
                .post("/api/v1/republications")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(TestTokens.operator());
    }

    /** Does not wait for the time at which it is looked whether what is missing has changed. */
    private static void lookNow() {
        Database.value(
                "UPDATE timer SET due_at = '2000-01-01', retry_at = NULL WHERE kind = 'day-mark' AND basis = 'again'"
                        + " AND done_at IS NULL RETURNING 1");
    }

    private static List<SentEvent> marks() {
        return TestEvents.read(TOPIC).stream()
                .filter(event -> "vn.cchc.day.marked.v1".equals(event.type()))
                .filter(event -> "/sample-service".equals(event.headers().get("ce_source")))
                .toList();
    }

    private static String heardTo() {
        return (String) Database.value(
                "SELECT string_agg((partition, marked_day, withheld, mark_epoch, mark_sequence)::text, ' '"
                        + " ORDER BY partition) FROM heard_to");
    }

    private static Map<Integer, Long> heardUpTo() {
        Map<Integer, Long> next = new HashMap<>();
        for (int partition = 0; partition < 3; partition++) {
            next.put(partition, Database.count("SELECT next_offset FROM heard_to WHERE partition = ?", partition));
        }
        return next;
    }

    /** Beside the test's own transaction. */
    private void itIsMidnight() {
        QuarkusTransaction.suspendingExisting()
                .run(() -> businessClock.setTo(
                        at(today.plusDays(1), LocalTime.of(0, 0, 1)).toInstant()));
    }

    private static List<UUID> withheld() {
        List<UUID> withheld = new ArrayList<>();
        String text = (String) Database.value("SELECT withheld::text FROM heard_to WHERE partition = 0");
        Stream.of(text.replaceAll("[{}]", "").split(",", -1))
                .filter(each -> !each.isEmpty())
                .map(UUID::fromString)
                .forEach(withheld::add);
        return withheld;
    }

    private static boolean isMarkOf(SentEvent event, LocalDate day) {
        return "vn.cchc.day.marked.v1".equals(event.type())
                && day.toString().equals(event.json().path("day").asText());
    }

    private static void awaitMarked(LocalDate day) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Database.value(MARKED)).isEqualTo(day.toString()));
    }

    private static OffsetDateTime at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(VietnamTime.ZONE).toOffsetDateTime();
    }
}
