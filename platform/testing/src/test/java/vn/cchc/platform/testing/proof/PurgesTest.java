package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;

/** What has been settled for long is forgotten; what is open, and what somebody has decided, is not. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PurgesTest {

    private static final String DUE =
            "INSERT INTO timer (kind, id, step, basis, due_at) VALUES (?, ?, 'now', '', '2000-01-01') RETURNING 1";
    private static final String DONE = "SELECT count(*) FROM timer WHERE kind = ? AND id = ? AND done_at IS NOT NULL";

    @Test
    void timers_are_forgotten_a_month_after_they_were_done() {
        UUID id = Ids.next();
        // More than are deleted in one transaction.
        timers(id, "old", 2_500, "business_time() - interval '31 days'");
        timers(id, "young", 1, "business_time() - interval '29 days'");
        timers(id, "open", 1, "NULL");

        purge("timer-purge");

        assertThat(Database.value("SELECT string_agg(basis, ' ' ORDER BY basis) FROM timer WHERE id = ?", id))
                .isEqualTo("open 1 young 1");
    }

    @Test
    void dead_letters_are_forgotten_a_month_after_they_could_be_processed() {
        String key = Ids.next().toString();
        letter(key, 1, "PROCESSED", "31 days");
        letter(key, 2, "PROCESSED", "29 days");
        letter(key, 3, "SET_ASIDE", "31 days");
        letter(key, 4, "WAITING", "31 days");

        purge("dead-letter-purge");

        assertThat(Database.value(
                        "SELECT string_agg(state, ' ' ORDER BY record_offset) FROM dead_letter WHERE key = ?", key))
                .isEqualTo("PROCESSED SET_ASIDE WAITING");
        Database.value("DELETE FROM dead_letter WHERE key = ? RETURNING 1", key);
    }

    private static void purge(String kind) {
        UUID id = Ids.next();
        Database.value(DUE, kind, id);
        await().untilAsserted(() -> assertThat(Database.count(DONE, kind, id)).isEqualTo(1));
    }

    private static void timers(UUID id, String basis, int many, String doneAt) {
        Database.value(
                "INSERT INTO timer (kind, id, step, basis, due_at, done_at)"
                        + " SELECT 'nobody', ?, 'step', ? || ' ' || n, '2000-01-01', " + doneAt
                        + " FROM generate_series(1, ?) n RETURNING 1",
                id,
                basis,
                many);
    }

    private static void letter(String key, long offset, String state, String age) {
        Database.value(
                "INSERT INTO dead_letter (id, topic, topic_id, partition, record_offset, key, headers, cause, aggregate_id,"
                        + " sequence, state, attempts, died_at, tried_at, reason)"
                        + " SELECT ?, 'cchc.nobody', ?, 0, ?, ?, '{}', 'a test', ?, 1, ?, 1, at, at, 'a test'"
                        + " FROM (SELECT now() - ?::interval AS at) a RETURNING 1",
                Ids.next(),
                key,
                offset,
                key,
                Ids.next(),
                state,
                age);
    }
}
