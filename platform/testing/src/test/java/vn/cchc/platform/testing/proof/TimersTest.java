package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.database.DatabaseProbe;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.sample.SampleSweep;
import vn.cchc.platform.testing.sample.SampleTimers;
import vn.cchc.platform.time.BusinessClock;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;
import vn.cchc.platform.tracing.Tracing;

/** What is due happens once, however many look, and not before its time. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TimersTest {

    @Inject
    SampleTimers reminders;

    @Inject
    Timers timers;

    @Inject
    @All
    List<TimerHandler> handlers;

    @Inject
    EntityManager entities;

    @Inject
    DatabaseProbe database;

    @Inject
    Tracing tracing;

    @Inject
    Clock clock;

    @Inject
    BusinessClock businessClock;

    @Test
    void each_step_happens_once_while_several_look() throws Exception {
        List<UUID> ids = Stream.generate(Ids::next).limit(100).toList();
        OffsetDateTime past = OffsetDateTime.now(clock).minusMinutes(1);

        ExecutorService replicas = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Void>> work = IntStream.range(0, 4)
                    .<Callable<Void>>mapToObj(replica -> () -> {
                        // Each sets them too, as replicas that hear the same event do.
                        ids.forEach(id -> reminders.remind(id, "first", past));
                        tick();
                        return null;
                    })
                    .toList();
            for (var done : replicas.invokeAll(work)) {
                done.get();
            }
        } finally {
            replicas.shutdown();
        }

        await().untilAsserted(() ->
                assertThat(ids).allSatisfy(id -> assertThat(done(id)).isEqualTo(1)));
        assertThat(ids).allSatisfy(id -> assertThat(given(id)).isEqualTo(1));
        ids.forEach(id -> reminders.remind(id, "first", past));
        tick();
        assertThat(ids).allSatisfy(id -> assertThat(given(id)).isEqualTo(1));
    }

    @Test
    void what_fails_after_its_effect_leaves_no_effect_and_is_tried_again() throws Exception {
        UUID id = Ids.next();
        SampleTimers.failsAfterwards = id;
        try {
            reminders.remind(id, "first", OffsetDateTime.now(clock));
            await().untilAsserted(() -> assertThat(
                            Database.count("SELECT count(*) FROM timer WHERE id = ? AND retry_at > due_at", id))
                    .isEqualTo(1));
            assertThat(given(id)).isZero();
        } finally {
            SampleTimers.failsAfterwards = null;
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given(id)).isEqualTo(1));
        assertThat(done(id)).isEqualTo(1);
    }

    @Test
    void one_that_fails_does_not_fail_those_that_are_taken_together_with_it() throws Exception {
        List<UUID> ids = Stream.generate(Ids::next).limit(15).toList();
        UUID failing = ids.get(7);
        SampleTimers.failsAfterwards = failing;
        try {
            remindTogether(ids);

            await().untilAsserted(() -> assertThat(ids)
                    .filteredOn(id -> !id.equals(failing))
                    .allSatisfy(id -> assertThat(done(id)).isEqualTo(1)));
            await().untilAsserted(() -> assertThat(
                            Database.count("SELECT count(*) FROM timer WHERE id = ? AND retry_at > due_at", failing))
                    .isEqualTo(1));
            assertThat(given(failing)).isZero();
        } finally {
            SampleTimers.failsAfterwards = null;
        }

        // As if the ten seconds were over, which another test waits for.
        Database.value("UPDATE timer SET retry_at = due_at WHERE id = ? RETURNING 1", failing);
        await().untilAsserted(() -> assertThat(done(failing)).isEqualTo(1));
        assertThat(ids).allSatisfy(id -> assertThat(given(id)).isEqualTo(1));
    }

    @Test
    void one_that_loses_a_race_each_time_does_not_hold_up_those_behind_it() {
        List<UUID> ids = Stream.generate(Ids::next).limit(45).toList();
        SampleTimers.losesRaces = ids.get(0);
        try {
            remindTogether(ids);

            await().untilAsserted(() -> assertThat(ids.subList(1, ids.size()))
                    .allSatisfy(id -> assertThat(given(id)).isEqualTo(1)));
            assertThat(done(ids.get(0))).isZero();
        } finally {
            SampleTimers.losesRaces = null;
        }
        await().untilAsserted(() -> assertThat(given(ids.get(0))).isEqualTo(1));
    }

    @Test
    void many_of_one_kind_do_not_hold_up_another() {
        UUID sweep = Ids.next();
        SampleSweep.left = -1;
        Database.value(
                "INSERT INTO timer (kind, id, step, basis, due_at) SELECT 'sample', gen_random_uuid(), 'many', '',"
                        + " business_time() - interval '2 hours' FROM generate_series(1, 2000)"
                        + " UNION ALL SELECT 'sample-sweep', '" + sweep
                        + "', '', '', business_time() - interval '1 hour' RETURNING 1");

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(done(sweep)).isEqualTo(1));

        assertThat(SampleSweep.left).isPositive();
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> assertThat(
                        Database.count("SELECT count(*) FROM timer WHERE step = 'many' AND done_at IS NULL"))
                .isZero());
    }

    @Test
    void a_replica_whose_clock_is_ahead_or_behind_does_nothing_before_both_clocks_say_so() throws Exception {
        List<OffsetDateTime> done = new CopyOnWriteArrayList<>();
        // Of a kind that no other replica knows.
        TimerHandler handler = new TimerHandler() {
            @Override
            public String kind() {
                return "of other clocks";
            }

            @Override
            public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
                done.add(now);
                return Optional.empty();
            }
        };
        OffsetDateTime now = OffsetDateTime.now(clock);
        QuarkusTransaction.requiringNew().run(() -> {
            timers.set(new Timer(handler.kind(), Ids.next(), "now", "", now));
            timers.set(new Timer(handler.kind(), Ids.next(), "in an hour", "", now.plusHours(1)));
        });

        tick(replica(handler, Clock.offset(clock, Duration.ofSeconds(-30))));
        assertThat(done).isEmpty();
        tick(replica(handler, Clock.offset(clock, Duration.ofDays(1))));

        assertThat(done).hasSize(1).allSatisfy(at -> assertThat(at).isBetween(now, now.plusMinutes(10)));
    }

    @Test
    void what_was_put_off_is_asked_for_again_when_the_clock_goes_back() {
        UUID id = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        SampleTimers.putOff = Duration.ofHours(1);
        try {
            reminders.remind(id, "in a day", now.plusDays(1));
            businessClock.setTo(now.plusDays(4).toInstant());
            await().untilAsserted(() -> assertThat(
                            Database.count("SELECT count(*) FROM timer WHERE id = ? AND retry_at > due_at", id))
                    .isEqualTo(1));
        } finally {
            SampleTimers.putOff = null;
        }

        businessClock.setTo(now.plusDays(2).toInstant());
        await().untilAsserted(() -> assertThat(given(id)).isEqualTo(1));
        businessClock.setTo(now.toInstant());
    }

    @Test
    void what_waits_to_be_tried_again_does_not_wait_for_years_when_the_clock_is_set_back() {
        UUID id = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        SampleTimers.failsAfterwards = id;
        try {
            businessClock.setTo(now.plusYears(10).toInstant());
            reminders.remind(id, "first", now.minusMinutes(1));
            await().untilAsserted(() -> assertThat(Database.count(
                            "SELECT count(*) FROM timer WHERE id = ? AND retry_at > due_at + interval '9 years'", id))
                    .isEqualTo(1));
        } finally {
            businessClock.setTo(now.toInstant());
            SampleTimers.failsAfterwards = null;
        }

        await().untilAsserted(() -> assertThat(given(id)).isEqualTo(1));
        assertThat(done(id)).isEqualTo(1);
    }

    @Test
    void the_purge_goes_on_when_the_clock_is_set_back_while_it_is_done() {
        TimerHandler purge = handlers.stream()
                .filter(handler -> handler.kind().equals("idempotency-purge"))
                .findFirst()
                .orElseThrow();
        OffsetDateTime hour =
                OffsetDateTime.now(clock).truncatedTo(ChronoUnit.HOURS).plusDays(40);
        Timer due = new Timer(purge.kind(), new UUID(0, 0), hour.toString(), "", hour);

        QuarkusTransaction.requiringNew().run(() -> purge.due(due, hour.plusNanos(1_000_000)));

        assertThat(Database.count(
                        "SELECT count(*) FROM timer WHERE kind = 'idempotency-purge' AND due_at = ?",
                        hour.plusHours(1)))
                .isEqualTo(1);
        Database.value(
                "DELETE FROM timer WHERE kind = 'idempotency-purge' AND due_at = ? RETURNING 1", hour.plusHours(1));
    }

    @Test
    void nothing_happens_before_its_time_and_all_that_has_become_due_when_the_clock_jumps() throws Exception {
        UUID id = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        reminders.remind(id, "in a day", now.plusDays(1));
        reminders.remind(id, "in three days", now.plusDays(3));
        reminders.remind(id, "in five days", now.plusDays(5));
        tick();
        assertThat(given(id)).isZero();

        businessClock.setTo(now.plusDays(4).toInstant());
        await().untilAsserted(() -> assertThat(given(id)).isEqualTo(2));
        businessClock.setTo(now.toInstant());
        tick();
        assertThat(given(id)).isEqualTo(2);
        businessClock.setTo(now.plusDays(6).toInstant());

        await().untilAsserted(() -> assertThat(given(id)).isEqualTo(3));
        assertThat(Database.count("SELECT count(DISTINCT step) FROM sample_reminder WHERE id = ?", id))
                .isEqualTo(3);
        businessClock.setTo(now.toInstant());
    }

    /** All are there at the same moment, as the periods of many plans end. */
    private void remindTogether(List<UUID> ids) {
        OffsetDateTime due = OffsetDateTime.now(clock).minusMinutes(1);
        QuarkusTransaction.requiringNew().run(() -> ids.forEach(id -> reminders.remind(id, "first", due)));
    }

    /** As another replica would: it does not wait for the tick under way. */
    private void tick() throws ReflectiveOperationException {
        tick(timers);
    }

    private static void tick(Timers timers) throws ReflectiveOperationException {
        Method tick = Timers.class.getDeclaredMethod("tick");
        tick.setAccessible(true);
        tick.invoke(timers);
    }

    /** Another replica, whose clock says something else. */
    private Timers replica(TimerHandler handler, Clock another) throws ReflectiveOperationException {
        Constructor<Timers> constructor = Timers.class.getDeclaredConstructor(
                List.class, EntityManager.class, DatabaseProbe.class, Tracing.class, Clock.class);
        constructor.setAccessible(true);
        return constructor.newInstance(List.of(handler), entities, database, tracing, another);
    }

    private static long given(UUID id) {
        return Database.count("SELECT count(*) FROM sample_reminder WHERE id = ?", id);
    }

    private static long done(UUID id) {
        return Database.count("SELECT count(*) FROM timer WHERE id = ? AND done_at IS NOT NULL", id);
    }
}
