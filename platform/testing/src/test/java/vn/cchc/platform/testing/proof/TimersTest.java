package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.sample.SampleTimers;
import vn.cchc.platform.time.BusinessClock;
import vn.cchc.platform.timer.Timers;

/** What is due happens once, however many look, and not before its time. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TimersTest {

    @Inject
    SampleTimers reminders;

    @Inject
    Timers timers;

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
        SampleTimers.failsAfterwards = true;
        try {
            reminders.remind(id, "first", OffsetDateTime.now(clock));
            await().untilAsserted(() -> assertThat(
                            Database.count("SELECT count(*) FROM timer WHERE id = ? AND retry_at > due_at", id))
                    .isEqualTo(1));
            assertThat(given(id)).isZero();
        } finally {
            SampleTimers.failsAfterwards = false;
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(given(id)).isEqualTo(1));
        assertThat(done(id)).isEqualTo(1);
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

    @Test
    void what_waits_to_be_tried_again_does_not_wait_for_years_when_the_clock_is_set_back() {
        UUID id = Ids.next();
        OffsetDateTime now = OffsetDateTime.now(clock);
        SampleTimers.failsAfterwards = true;
        try {
            businessClock.setTo(now.plusYears(10).toInstant());
            reminders.remind(id, "first", now.minusMinutes(1));
            await().untilAsserted(() -> assertThat(Database.count(
                            "SELECT count(*) FROM timer WHERE id = ? AND retry_at > now() + interval '9 years'", id))
                    .isEqualTo(1));
        } finally {
            businessClock.setTo(now.toInstant());
            SampleTimers.failsAfterwards = false;
        }

        await().untilAsserted(() -> assertThat(given(id)).isEqualTo(1));
        assertThat(done(id)).isEqualTo(1);
    }

    /** As another replica would: it does not wait for the tick under way. */
    private void tick() throws ReflectiveOperationException {
        Method tick = Timers.class.getDeclaredMethod("tick");
        tick.setAccessible(true);
        tick.invoke(timers);
    }

    private static long given(UUID id) {
        return Database.count("SELECT count(*) FROM sample_reminder WHERE id = ?", id);
    }

    private static long done(UUID id) {
        return Database.count("SELECT count(*) FROM timer WHERE id = ? AND done_at IS NOT NULL", id);
    }
}
