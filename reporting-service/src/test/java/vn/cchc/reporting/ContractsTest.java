package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.TestEvents;

/** What this service promises, and what others promise to it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ContractsTest {

    @Test
    void the_committed_openapi_document_is_what_the_service_offers() {
        OpenApiContract.assertUnchanged();
    }

    @Test
    void the_committed_document_is_what_is_served() throws IOException {
        OpenApiContract.assertServed();
    }

    @Test
    void examples_fit_their_schemas() {
        EventContracts.ofThisModule().assertExamplesFit();
    }

    @Test
    void everything_sent_fits_its_schema() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        String report = commune.draftOfFirstQuarter();
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches");
        commune.change(commune.above().body(Map.of("reason", "Sai số liệu.")), report, "returns");
        await().atMost(Commune.PATIENCE)
                .until(() ->
                        TestEvents.read("cchc.report", UUID.fromString(report)).size() == 4);

        assertThat(EventContracts.ofThisModule().assertTopicFits("cchc.report")).isGreaterThanOrEqualTo(4);
    }

    @Test
    void the_producers_examples_are_understood() throws Exception {
        for (String producer : new String[] {"plan-service", "feedback-service"}) {
            Map<String, String> examples = EventContracts.in(Path.of("..", producer, "contracts", "events"))
                    .examples();
            assertThat(examples).isNotEmpty();
            Map<UUID, Long> told = new HashMap<>();
            for (Map.Entry<String, String> example : examples.entrySet()) {
                String type = example.getKey().substring(0, example.getKey().indexOf(".example"));
                String aggregate = type.substring(0, type.indexOf('.'));
                // A table of working days that is applied would be in force for all other tests: RecountTest hears of
                // one.
                if (type.equals("day.marked.v1")
                        || type.equals("epoch.raised.v1")
                        || aggregate.equals("feedback-recount")
                        || aggregate.equals("reminder")
                        || type.equals("calendar.applied.v1")) {
                    continue;
                }
                JsonNode body = new ObjectMapper().readTree(example.getValue());
                UUID id = UUID.fromString(body.get("id").textValue());

                long sequence = told.merge(id, 1L, Long::sum);
                TestEvents.publish(
                        "cchc." + aggregate,
                        List.of(TestEvents.event(id, "vn.cchc." + type, example.getValue(), sequence)));

                await().atMost(Commune.PATIENCE)
                        .until(() -> Commune.count(
                                        "SELECT count(*) FROM heard WHERE kind = ? AND id = ? AND sequence = ?",
                                        aggregate,
                                        id,
                                        sequence)
                                == 1);
            }
        }
    }
}
