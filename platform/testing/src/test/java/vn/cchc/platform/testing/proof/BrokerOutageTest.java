package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.LocalServers.Server;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.sample.Samples;

/** Every committed event arrives, whatever the broker does meanwhile. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class BrokerOutageTest {

    private static final int SAMPLES = 40;
    private static final int VERSIONS = 4;

    @Inject
    Samples samples;

    @Test
    void events_committed_while_the_broker_is_stopped_arrive_when_it_is_back() {
        List<UUID> written = new ArrayList<>();
        Server.KAFKA.stop();
        try {
            written.addAll(write());
            assertThat(Database.pendingEvents()).isEqualTo(SAMPLES * VERSIONS);
        } finally {
            Server.KAFKA.start();
        }

        assertAllArriveInOrder(written);
    }

    @Test
    void events_committed_around_a_crash_of_the_broker_arrive() {
        List<UUID> written = new ArrayList<>(write());
        Server.KAFKA.kill();
        try {
            written.addAll(write());
        } finally {
            Server.KAFKA.start();
        }
        written.addAll(write());

        assertAllArriveInOrder(written);
    }

    private List<UUID> write() {
        List<UUID> written = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            written.add(samples.create("version 0"));
        }
        for (int version = 1; version < VERSIONS; version++) {
            for (UUID id : written) {
                samples.rename(id, "version " + version);
            }
        }
        return written;
    }

    private static void assertAllArriveInOrder(List<UUID> written) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(Database.pendingEvents()).isZero();
            assertThat(written)
                    .allSatisfy(id -> assertThat(Database.knownVersion(id)).isEqualTo(VERSIONS - 1));
        });
        List<SentEvent> sent = TestEvents.read("cchc.sample");
        assertThat(written).allSatisfy(id -> {
            List<Long> versions = sent.stream()
                    .filter(event -> id.toString().equals(event.key()))
                    .map(event -> event.json().get("version").longValue())
                    .toList();
            assertThat(versions).contains(0L, 1L, 2L, 3L);
            // At least once: some may have come twice, but each first time in order.
            assertThat(versions.stream().distinct()).isSorted();
        });
    }
}
