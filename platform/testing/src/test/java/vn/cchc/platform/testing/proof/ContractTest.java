package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.sample.Samples;

/** The contract checks against something that runs. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ContractTest {

    @Inject
    Samples samples;

    @Test
    void an_interface_that_is_not_the_committed_one_is_told_with_the_way_to_write_it_anew() {
        assertThatThrownBy(OpenApiContract::assertUnchanged)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("openapi: 3.1")
                .hasMessageContaining("-Dcontracts.write=true");
    }

    @Test
    void an_example_that_is_missing_or_wrong_is_told() {
        assertThatThrownBy(OpenApiContract::assertExamples)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("getSample id has no example")
                .hasMessageContaining("createSample Idempotency-Key has no example")
                .hasMessageContaining("createSample application/json has no example")
                .hasMessageContaining("listSamples answer has no example")
                .hasMessageContaining("changeSample application/json: ")
                .hasMessageContaining("/amount")
                // Examples of the platform's own operations.
                .hasMessageNotContaining("retryDeadLetter");
    }

    @Test
    void what_is_really_sent_has_the_headers_of_a_cloud_event() {
        UUID id = samples.create("contract");

        await().untilAsserted(
                        () -> assertThat(TestEvents.read("cchc.sample", id)).hasSize(1));

        EventContracts.in(java.nio.file.Path.of("src", "test", "resources", "contracts"))
                .assertFits(TestEvents.read("cchc.sample", id).get(0));
    }

    @Test
    void the_time_of_an_event_has_its_seconds_also_where_they_are_zero() {
        UUID id = Ids.next();

        samples.announce(id, OffsetDateTime.parse("2021-02-05T09:01:00+07:00"));
        await().untilAsserted(
                        () -> assertThat(TestEvents.read("cchc.sample", id)).hasSize(1));

        SentEvent sent = TestEvents.read("cchc.sample", id).get(0);
        assertThat(sent.headers()).containsEntry("ce_time", "2021-02-05T02:01:00Z");
        assertThat(sent.json().get("occurredAt").textValue()).isEqualTo("2021-02-05T09:01:00+07:00");
        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isZero());
    }
}
