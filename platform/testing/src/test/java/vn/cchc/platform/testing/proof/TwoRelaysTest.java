package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.sample.Samples;

/** Two replicas of a service: one relay is active; whatever becomes of it, consumers end in the right state. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TwoRelaysTest {

    private static final String ACTIVE =
            "SELECT %s FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory' AND granted"
                    + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())";

    @Inject
    Samples samples;

    @Test
    void one_of_two_is_active() {
        try (AnotherRelay another = new AnotherRelay()) {
            await().untilAsserted(() -> assertThat(Database.count(
                            "SELECT count(*) FROM pg_stat_activity WHERE application_name = ?",
                            AnotherRelay.CONNECTION))
                    .isEqualTo(1));

            assertThat(another).isNotNull();
            assertThat(Database.count(ACTIVE.formatted("count(*)"))).isEqualTo(1);
        }
    }

    @Test
    void relays_whose_connections_are_cut_again_and_again_lose_nothing() {
        List<UUID> written = new ArrayList<>();
        try (AnotherRelay another = new AnotherRelay()) {
            assertThat(another).isNotNull();
            for (int round = 0; round < 12; round++) {
                for (int i = 0; i < 25; i++) {
                    written.add(samples.create("version 0"));
                }
                cutActive();
                for (UUID id : written) {
                    samples.rename(id, "round " + round);
                }
            }
        }

        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Database.pendingEvents()).isZero();
            assertThat(written).allSatisfy(id -> assertThat(Database.knownVersion(id))
                    .isEqualTo(Database.count("SELECT version FROM sample WHERE id = ?", id)));
        });
    }

    @Test
    void a_relay_that_is_closed_hands_over() {
        try (AnotherRelay another = new AnotherRelay()) {
            assertThat(another).isNotNull();
            makeActive(AnotherRelay.CONNECTION);
            UUID byAnother = samples.create("sent by the other");
            await().untilAsserted(
                            () -> assertThat(Database.knownVersion(byAnother)).isZero());
        }

        UUID after = samples.create("sent by the one left");
        await().untilAsserted(() -> assertThat(Database.knownVersion(after)).isZero());
        assertThat(Database.value(ACTIVE.formatted("application_name"))).isNotEqualTo(AnotherRelay.CONNECTION);
    }

    @Test
    void a_relay_killed_after_sending_and_before_deleting_sends_twice_and_harms_nothing() throws SQLException {
        UUID id;
        try (Connection holder = LocalServers.connect()) {
            holder.setAutoCommit(false);
            id = samples.create("held");
            UUID same = id;
            // The relay has sent the event and waits for the row it wants to delete.
            try (Statement lock = holder.createStatement()) {
                lock.execute("SELECT 1 FROM outbox WHERE aggregateid = '" + id + "' FOR UPDATE");
            }
            samples.rename(id, "held too");
            await().untilAsserted(() ->
                    assertThat(TestEvents.read("cchc.sample", same)).isNotEmpty());
            cutActive();
            await().untilAsserted(() ->
                    assertThat(TestEvents.read("cchc.sample", same)).hasSizeGreaterThan(2));
            holder.rollback();
        }

        UUID same = id;
        await().untilAsserted(() -> {
            assertThat(Database.count("SELECT count(*) FROM outbox WHERE aggregateid = ?", same))
                    .isZero();
            assertThat(Database.knownVersion(same)).isEqualTo(1);
        });
    }

    @Test
    void a_relay_that_wakes_up_after_another_took_over_brings_old_versions_and_harms_nothing() {
        try (AnotherRelay paused = new AnotherRelay()) {
            assertThat(paused).isNotNull();
            makeActive(AnotherRelay.CONNECTION);
            AnotherRelay.PauseSwitch.pauseAtNextSend();
            UUID id = samples.create("version 0");
            await().until(AnotherRelay.PauseSwitch::isHeld);

            // To the database the paused one is gone, as when its machine has stopped answering.
            cutActive();
            samples.rename(id, "version 1");
            samples.rename(id, "version 2");
            await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(2));
            AnotherRelay.PauseSwitch.release();

            await().untilAsserted(() ->
                    assertThat(versionsSent(id)).startsWith(0L, 1L, 2L).endsWith(0L));
            // What comes after the stale event has been heard, the stale event has been heard.
            UUID marker = samples.create("marker");
            await().untilAsserted(
                            () -> assertThat(Database.knownVersion(marker)).isZero());
            samples.rename(id, "version 3");
            await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(3));
            assertThat(Database.value("SELECT name FROM sample_projection WHERE id = ?", id))
                    .isEqualTo("version 3");
        }
    }

    private static List<Long> versionsSent(UUID id) {
        return TestEvents.read("cchc.sample", id).stream()
                .map(event -> event.json().get("version").longValue())
                .toList();
    }

    private static void cutActive() {
        Database.value(ACTIVE.formatted("pg_terminate_backend(pid)"));
    }

    /** Cuts whoever is active until the wanted one is. */
    private static void makeActive(String applicationName) {
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            Object active = Database.value(ACTIVE.formatted("application_name"));
            if (active != null && !active.equals(applicationName)) {
                cutActive();
            }
            return applicationName.equals(active);
        });
    }
}
