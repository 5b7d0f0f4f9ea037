package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.EventConfig;
import vn.cchc.platform.event.IncomingEvent;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.sample.SampleProjection;
import vn.cchc.platform.testing.sample.Samples;

/** Two replicas of a service: one relay is active; whatever becomes of it, consumers end in the right state. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TwoRelaysTest {

    /** Whoever deletes from the outbox must pass; a test that locks the table holds it there. */
    private static final String GATE = """
            CREATE TABLE gate ();
            GRANT SELECT ON gate TO PUBLIC;
            CREATE FUNCTION pass_gate() RETURNS trigger LANGUAGE plpgsql AS
                'BEGIN LOCK TABLE gate IN ACCESS SHARE MODE; RETURN NULL; END';
            CREATE TRIGGER pass_gate BEFORE DELETE ON journal_outbox FOR EACH STATEMENT EXECUTE FUNCTION pass_gate();
            """;

    /** What takes nothing, and what goes to another topic, in one batch. */
    private static final String TOGETHER = """
            WITH written AS (
                INSERT INTO journal (kind, id, epoch, sequence, type, occurred_at, recorded_at, authority_id, state)
                SELECT 'halted', gen_random_uuid(), 1, 1, 'vn.cchc.halted.written.v1', now(), now(), gen_random_uuid(), '{}'
                FROM generate_series(1, ?) RETURNING position)
            INSERT INTO journal_outbox (position)
            SELECT position FROM written UNION ALL SELECT position FROM journal WHERE id = ? RETURNING position""";

    private static final String PENDING =
            "SELECT count(*) FROM journal_outbox JOIN journal USING (position) WHERE id = ?";

    @Inject
    Samples samples;

    @Test
    void one_of_two_is_active_and_stays_so() {
        try (AnotherRelay another = new AnotherRelay()) {
            another.takeOver();
            long fence = fence();
            Object end = Database.value("SELECT expires_at::text FROM lease");
            List<String> written = new ArrayList<>();

            // A lease longer than the one that it had: it has been renewed, and the other has asked for it all the
            // while.
            await().pollInterval(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> {
                        written.add(samples.create("sent by the other").toString());
                        return Database.count("SELECT count(*) FROM lease WHERE clock_timestamp() > '" + end
                                        + "'::timestamptz + interval '3 seconds'")
                                == 1;
                    });
            await().untilAsserted(() -> assertThat(Database.pendingEvents()).isZero());

            assertThat(AnotherRelay.active()).isEqualTo(another.owner());
            assertThat(fence()).isEqualTo(fence);
            assertThat(AnotherRelay.PauseSwitch.sent().stream().filter(written::contains))
                    .containsExactlyInAnyOrderElementsOf(written);
            assertThat(written).allSatisfy(id -> assertThat(versionsSent(UUID.fromString(id)))
                    .containsOnly(0L));
            // Delivery is at least once: the one that was replaced notices it at its next event, which it may have sent
            // too.
            assertThat(written)
                    .filteredOn(id -> versionsSent(UUID.fromString(id)).size() > 1)
                    .hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void relays_whose_connections_are_cut_again_and_again_lose_nothing() {
        List<UUID> written = new ArrayList<>();
        try (AnotherRelay another = new AnotherRelay()) {
            another.takeOver();
            long fence = fence();
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 25; i++) {
                    written.add(samples.create("version 0"));
                }
                cut();
                for (UUID id : written) {
                    samples.rename(id, "round " + round);
                }
            }
            assertThat(fence()).as("each cut is followed by another lease").isGreaterThan(fence);
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Database.pendingEvents()).isZero();
            assertThat(written).allSatisfy(id -> assertThat(Database.knownVersion(id))
                    .isEqualTo(Database.count("SELECT version FROM sample WHERE id = ?", id)));
        });
    }

    @Test
    void a_relay_that_is_closed_hands_over() {
        UUID closed;
        try (AnotherRelay another = new AnotherRelay()) {
            another.takeOver();
            closed = another.owner();
            UUID byAnother = samples.create("sent by the other");
            await().untilAsserted(
                            () -> assertThat(Database.knownVersion(byAnother)).isZero());
        }

        assertThat(AnotherRelay.active())
                .as("nobody waits for its lease to expire")
                .isNotEqualTo(closed);
        UUID after = samples.create("sent by the one left");
        await().untilAsserted(() -> assertThat(Database.knownVersion(after)).isZero());
    }

    @Test
    void a_relay_whose_machine_is_lost_without_a_reset_is_replaced() {
        URI database = URI.create(LocalServers.jdbcUrl().substring("jdbc:".length()));
        try (Wire wire = new Wire(database.getPort());
                AnotherRelay lost =
                        new AnotherRelay("jdbc:postgresql://localhost:" + wire.port() + database.getPath())) {
            lost.takeOver();

            wire.cut();
            UUID id = samples.create("sent by the one that is left");

            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () -> assertThat(AnotherRelay.active()).isNotNull().isNotEqualTo(lost.owner()));
            await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isZero());
            wire.mend();
        }
    }

    @Test
    void a_relay_killed_after_sending_and_before_deleting_sends_twice_and_harms_nothing() throws SQLException {
        UUID id;
        try (Connection gate = LocalServers.connect();
                Statement statement = gate.createStatement()) {
            statement.execute(GATE);
            try {
                gate.setAutoCommit(false);
                statement.execute("LOCK TABLE gate IN ACCESS EXCLUSIVE MODE");
                UUID held = samples.create("version 0");
                id = held;
                await().untilAsserted(() -> assertThat(versionsSent(held)).containsExactly(0L));
                samples.rename(held, "version 1");

                cut();

                await().untilAsserted(() ->
                        assertThat(versionsSent(held)).startsWith(0L, 0L).contains(1L));
                assertThat(Database.count(PENDING, held)).isEqualTo(2);
            } finally {
                gate.rollback();
                gate.setAutoCommit(true);
                statement.execute("DROP FUNCTION pass_gate CASCADE; DROP TABLE gate");
            }
        }

        await().untilAsserted(() -> {
            assertThat(Database.count(PENDING, id)).isZero();
            assertThat(Database.knownVersion(id)).isEqualTo(1);
        });
    }

    @Test
    void a_relay_that_wakes_up_after_another_took_over_brings_old_versions_and_harms_nothing() {
        try (AnotherRelay paused = new AnotherRelay()) {
            paused.takeOver();
            AnotherRelay.PauseSwitch.pauseAtNextSend();
            UUID id = samples.create("version 0");
            await().until(AnotherRelay.PauseSwitch::isHeld);

            // It renews nothing, as when its machine has stopped answering.
            samples.rename(id, "version 1");
            samples.rename(id, "version 2");
            await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(2));
            AnotherRelay.PauseSwitch.release();

            await().untilAsserted(() -> assertThat(versionsSent(id)).containsSubsequence(0L, 1L, 2L, 0L));
            // Whatever comes behind the stale event in its partition is heard after it.
            int partition = TestEvents.read("cchc.sample", id).get(0).partition();
            await().untilAsserted(() -> {
                UUID marker = samples.create("marker");
                await().untilAsserted(
                                () -> assertThat(Database.knownVersion(marker)).isZero());
                assertThat(TestEvents.read("cchc.sample", marker).get(0).partition())
                        .isEqualTo(partition);
            });
            assertThat(Database.knownVersion(id)).isEqualTo(2);
            assertThat(Database.value("SELECT name FROM sample_projection WHERE id = ?", id))
                    .isEqualTo("version 2");
            // Not only the handler's own statement ignores it: it is not handed over.
            assertThat(SampleProjection.HANDED_OVER)
                    .filteredOn(event -> event.aggregateId().equals(id))
                    .extracting(IncomingEvent::sequence)
                    .containsExactly(1L, 2L, 3L);
        }
    }

    @Test
    void a_topic_that_takes_nothing_for_longer_than_the_lease_holds_up_its_own_events_only()
            throws ExecutionException, InterruptedException {
        UUID id = samples.create("sent all the same");
        await().untilAsserted(() -> assertThat(Database.count(PENDING, id)).isZero());
        TestEvents.publish("cchc.halted", List.of());
        try (AnotherRelay another = new AnotherRelay();
                Admin admin = Admin.create(Map.of("bootstrap.servers", LocalServers.bootstrapServers()))) {
            another.takeOver();
            Database.value(TOGETHER, 1, UUID.randomUUID());
            await().untilAsserted(() -> assertThat(Database.pendingEvents()).isZero());

            // The sender knows its partitions still, and tries for five times the lease.
            admin.deleteTopics(List.of("cchc.halted")).all().get();
            long fence = fence();
            Database.value(TOGETHER, 20, id);

            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(Database.count(PENDING, id)).isZero());
            assertThat(fence()).isEqualTo(fence);
            assertThat(Database.pendingEvents()).isEqualTo(20);
        } finally {
            Database.forget("kind = 'halted'");
        }
    }

    @Test
    void a_relay_that_does_not_reach_the_broker_lets_the_other_take_over() {
        EventConfig config = Arc.container().instance(EventConfig.class).get();
        try (AnotherRelay cutOff = new AnotherRelay(LocalServers.jdbcUrl(), "localhost:1", config)) {
            cutOff.takeOver();

            UUID id = samples.create("sent by the one that reaches it");

            // Whoever had the lease before may still send it; only who has it now takes it out of the outbox.
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(() -> assertThat(Database.count(PENDING, id)).isZero());
            await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isZero());
        }
    }

    private static List<Long> versionsSent(UUID id) {
        return TestEvents.read("cchc.sample", id).stream()
                .map(event -> event.json().get("version").longValue())
                .toList();
    }

    /** Ends the connections of all relays; then whichever comes first has the lease. */
    private static void cut() {
        Database.value("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                + " WHERE application_name LIKE '% relay' AND datname = current_database()");
        AnotherRelay.expire();
    }

    private static long fence() {
        return Database.count("SELECT fence FROM lease");
    }
}
