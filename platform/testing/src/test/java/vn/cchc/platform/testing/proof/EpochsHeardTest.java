package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** The service that tells samples was restored from a backup: what only the lost time line knew is void. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class EpochsHeardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** Far behind what the service itself, whose topic this is too, has sent. */
    private static final long POSITION = 1_000_000_000_000L;

    private final UUID kept = UUID.randomUUID();
    private final UUID setBack = UUID.randomUUID();
    private final UUID lost = UUID.randomUUID();

    private static void tell(UUID id, int epoch, int sequence, long position) {
        TestEvents.publish(
                SampleEvents.TOPIC, List.of(SampleEvents.event(id, sequence).at(epoch, POSITION + position)));
    }

    private static String heard(UUID id) {
        return (String) Database.value(
                "SELECT coalesce(string_agg(epoch || '.' || sequence, ' ' ORDER BY epoch, sequence), '') FROM heard WHERE id = ?",
                id);
    }

    private static void awaitHeard(UUID id, String places) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(heard(id)).isEqualTo(places));
    }

    @Test
    void what_is_behind_the_backup_is_void_and_the_new_epoch_begins_with_one() {
        tell(kept, 1, 1, 1);
        tell(setBack, 1, 1, 2);
        tell(setBack, 1, 2, 11);
        tell(lost, 1, 1, 12);
        // One that waits for another that is lost.
        UUID ahead = UUID.randomUUID();
        tell(ahead, 1, 2, 14);
        awaitHeard(setBack, "1.1 1.2");
        awaitHeard(lost, "1.1");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(waiting(ahead)).isEqualTo("WAITING"));

        LocalDate marked = LocalDate.of(2021, 1, 4);
        Database.value(
                "UPDATE heard_to SET marked_day = ?::date + partition, withheld = '{}' WHERE topic = ? RETURNING 1",
                marked.toString(),
                SampleEvents.TOPIC);
        UUID withheld = UUID.randomUUID();

        TestEvents.raise(SampleEvents.TOPIC, 2, POSITION + 10, marked, withheld);

        awaitHeard(setBack, "1.1");
        // Also the mark of the same day may have said more on the time line that is lost.
        assertThat(Database.count(
                        "SELECT count(*) FROM heard_to WHERE topic = ? AND marked_day = ?::date AND withheld = ARRAY[?::uuid]",
                        SampleEvents.TOPIC,
                        marked.toString(),
                        withheld))
                .isEqualTo(3);
        awaitHeard(lost, "");
        assertThat(heard(kept)).isEqualTo("1.1");
        assertThat(waiting(ahead)).isEqualTo("SET_ASIDE");
        assertThat(Database.count("SELECT count(*) FROM heard_void WHERE id IN (?, ?)", setBack, lost))
                .isEqualTo(2);

        // What is lost may come once more, and again behind the raise.
        tell(setBack, 1, 2, 11);
        tell(lost, 1, 1, 12);
        tell(setBack, 2, 1, 11);
        tell(setBack, 2, 2, 12);
        tell(lost, 2, 1, 13);
        tell(kept, 1, 2, 9);

        awaitHeard(setBack, "1.1 2.1 2.2");
        awaitHeard(lost, "2.1");
        awaitHeard(kept, "1.1 1.2");
        assertThat(Database.deadLetters(setBack) + Database.deadLetters(lost)).isZero();
    }

    @AfterAll
    static void theServicesOwnEpochsAreAsTheyWere() {
        Database.value("DELETE FROM heard_epoch WHERE topic = 'cchc.sample' RETURNING 1");
        Database.value(
                "UPDATE heard_to SET marked_day = NULL, withheld = '{}' WHERE topic = 'cchc.sample' RETURNING 1");
    }

    private static String waiting(UUID id) {
        return (String) Database.value("SELECT state FROM dead_letter WHERE aggregate_id = ?", id);
    }

    /** The first raise has been heard of, or none: one that leaves some out is not believed. */
    @Test
    void an_epoch_that_leaves_others_out_is_not_believed() {
        TestEvents.raise(SampleEvents.TOPIC, 7, POSITION, null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        Database.count("SELECT count(*) FROM dead_letter WHERE cause LIKE '%epochs before 7%'"))
                .isEqualTo(3));
        tell(kept, 7, 1, 1);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Database.deadLetters(kept)).isEqualTo(1));
        Database.value("DELETE FROM dead_letter WHERE cause LIKE '%poch%7%' RETURNING 1");
    }
}
