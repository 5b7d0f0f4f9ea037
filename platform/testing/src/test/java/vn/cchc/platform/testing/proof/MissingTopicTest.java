package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.sample.Samples;

/** A topic that is not there, on a broker that creates none by itself, stops nothing but its own events. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MissingTopicTest {

    private static final String WRITE = """
            WITH written AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
                SELECT 'absent', gen_random_uuid(), 1, 1, 'vn.cchc.absent.written.v1', now(), now(), gen_random_uuid(), '{}'
                FROM generate_series(1, 20) RETURNING position)
            INSERT INTO journal_outbox (position) SELECT position FROM written RETURNING position""";

    @Inject
    Samples samples;

    @AfterEach
    void nothing_waits_any_more() {
        Database.value(
                "DELETE FROM journal_outbox o USING journal j WHERE j.position = o.position AND j.kind = 'absent'"
                        + " RETURNING 1");
        Database.value("DELETE FROM journal WHERE kind = 'absent' RETURNING 1");
    }

    @Test
    void events_of_other_topics_are_sent_and_those_of_the_missing_one_wait() {
        Database.value(WRITE);

        UUID first = samples.create("sent all the same");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Database.knownVersion(first)).isZero());
        samples.rename(first, "and again");

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Database.knownVersion(first)).isEqualTo(1));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(Database.pendingEvents()).isEqualTo(20));
    }
}
