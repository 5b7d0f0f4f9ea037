package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Services that tell what reports count were restored from a backup: figures and due days are those of what still holds. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RestoredSourceTest {

    private static final long POSITION = 1_000_000_000_000L;

    private static void feedback(Commune commune, UUID id, int epoch, int sequence, long position, String state) {
        Map<String, Object> told = Commune.feedback(
                "ONLINE", state, "2021-01-05", "2021-01-15", state.equals("ANSWERED") ? "2021-01-06" : null);
        TestEvents.publish(
                "cchc.feedback",
                List.of(commune.event(
                                "feedback", "any", id, sequence, "2021-01-0" + (4 + sequence) + "T09:00:00+07:00", told)
                        .at(epoch, POSITION + position)));
    }

    private static void awaitHeard(UUID id, long events) {
        await().atMost(Commune.PATIENCE)
                .untilAsserted(() -> assertThat(Commune.count("SELECT count(*) FROM heard WHERE id = ?", id))
                        .isEqualTo(events));
    }

    @Test
    void figures_and_due_days_are_those_of_what_still_holds() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        Commune commune = Commune.withPlan();
        UUID setBack = UUID.randomUUID();
        UUID lost = UUID.randomUUID();
        feedback(commune, setBack, 1, 1, 1, "RECEIVED");
        feedback(commune, setBack, 1, 2, 11, "ANSWERED");
        feedback(commune, lost, 1, 1, 12, "RECEIVED");
        awaitHeard(setBack, 2);
        awaitHeard(lost, 1);
        String live = commune.draftOfHalfYear();
        String approved = commune.draftOfFirstQuarter();
        assertThat(commune.figure(live, "pakn.received")).isEqualTo(2);
        assertThat(commune.figure(live, "pakn.answeredInTime")).isEqualTo(1);
        commune.approve(approved);
        UUID redated = commune.h1;
        TestEvents.publish(
                "cchc.milestone",
                List.of(commune.event(
                                "milestone",
                                "redated",
                                redated,
                                2,
                                "2021-02-26T07:00:00+07:00",
                                Map.of(
                                        "planId", commune.plan,
                                        "year", 2021,
                                        "taskId", commune.reportTask,
                                        "ruleKind", "REPORT_SCHEDULE",
                                        "occurrence", "2021-H1",
                                        "label", "",
                                        "dueOn", "2021-06-15",
                                        "workOn", "2021-06-15",
                                        "state", "OPEN"))
                        .at(1, POSITION + 11)));
        Commune.awaitFact("milestone", redated, 2);
        commune.clerk().get("/api/v1/reports/" + live).then().body("dueOn", equalTo("2021-06-15"));

        TestEvents.raise("cchc.feedback", 2, POSITION + 10, null);
        TestEvents.raise("cchc.milestone", 2, POSITION + 10, null);

        awaitHeard(setBack, 1);
        awaitHeard(lost, 0);
        awaitHeard(redated, 1);
        assertThat(commune.figure(live, "pakn.received")).isEqualTo(1);
        assertThat(commune.figure(live, "pakn.answeredInTime")).isZero();
        commune.clerk().get("/api/v1/reports/" + live).then().body("dueOn", equalTo("2021-05-30"));
        commune.clerk()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .body("items.find { it.period == '2021-H1' }.dueOn", equalTo("2021-05-30"));
        // The edition stays as it was sent out, and says that something has changed since.
        commune.clerk().get("/api/v1/reports/" + approved).then().body("changedSinceApproval", equalTo(true));

        feedback(commune, lost, 2, 1, 11, "RECEIVED");
        awaitHeard(lost, 1);
        assertThat(commune.figure(live, "pakn.received")).isEqualTo(2);
    }
}
