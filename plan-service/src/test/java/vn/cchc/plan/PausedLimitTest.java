package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/**
 * While the limit of a feedback is paused its milestone waits as the feedback does: overdue in one of the two alone would be two
 * sums of one thing that differ.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PausedLimitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Commune commune;
    private final UUID feedback = UUID.randomUUID();

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private void tell(int sequence, String occurredOn, String state, String dueOn, String pausedSince) {
        TestEvents.publish(
                "cchc.feedback",
                List.of(TestEvents.event(
                        feedback,
                        "vn.cchc.feedback.any.v1",
                        """
                                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "%sT09:00:00+07:00", "state": "%s",
                                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "%s", "pausedSince": %s, "unitId": null, "answeredOn": %s}""".formatted(
                                        feedback,
                                        commune.id(),
                                        sequence,
                                        occurredOn,
                                        state,
                                        dueOn,
                                        pausedSince == null ? "null" : '"' + pausedSince + '"',
                                        state.equals("ANSWERED") ? '"' + occurredOn + '"' : "null"),
                        sequence)));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Heard.count(List.of(feedback))).isEqualTo(sequence));
    }

    private String milestone(Commune.Issued plan) {
        return plan.milestones(16).stream()
                .filter(milestone -> milestone.get("occurrence").equals(feedback.toString()))
                .map(milestone -> (String) milestone.get("id"))
                .findFirst()
                .orElseThrow();
    }

    /** Whether each way to ask says that the milestone is overdue, which is the only one of its task that could be. */
    private void assertOverdue(Commune.Issued plan, boolean overdue) {
        String milestone = milestone(plan);
        commune.milestone(milestone).body("overdue", equalTo(overdue));
        List<String> listed = commune.asLeader()
                .get("/api/v1/milestones?plan=" + plan.planId() + "&task=" + plan.task(16) + "&overdue=true")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(listed).isEqualTo(overdue ? List.of(milestone) : List.of());
        plan.get("/progress").body("tasks.find { it.seq == 16 }.overdue", equalTo(overdue ? 1 : 0));
    }

    @Test
    void what_waits_for_the_sender_is_not_overdue_and_gets_its_day_when_the_limit_runs_again() {
        Commune.Issued plan = commune.issueRealPlan();
        tell(1, "2021-01-05", "RECEIVED", "2021-01-15", null);
        tell(2, "2021-01-08", "SUPPLEMENT_REQUESTED", "2021-01-15", "2021-01-08");

        Commune.now("2021-01-18T08:00:00+07:00");

        assertOverdue(plan, false);
        commune.milestone(milestone(plan)).body("pausedSince", equalTo("2021-01-08"));

        tell(3, "2021-01-18", "RECEIVED", "2021-01-25", null);

        commune.milestone(milestone(plan))
                .body("dueOn", equalTo("2021-01-25"))
                .body("pausedSince", nullValue())
                .body("history.what", contains("armed", "paused", "redated", "resumed"));
        Commune.now("2021-01-26T08:00:00+07:00");
        assertOverdue(plan, true);
    }

    @Test
    void what_was_overdue_when_the_pause_began_stays_so() {
        Commune.Issued plan = commune.issueRealPlan();
        tell(1, "2021-01-05", "RECEIVED", "2021-01-15", null);
        Commune.now("2021-01-16T08:00:00+07:00");
        tell(2, "2021-01-16", "SUPPLEMENT_REQUESTED", "2021-01-15", "2021-01-16");

        assertOverdue(plan, true);
    }

    @Test
    void what_is_asked_on_its_last_day_waits() {
        Commune.Issued plan = commune.issueRealPlan();
        tell(1, "2021-01-05", "RECEIVED", "2021-01-15", null);
        tell(2, "2021-01-15", "SUPPLEMENT_REQUESTED", "2021-01-15", "2021-01-15");
        Commune.now("2021-01-16T08:00:00+07:00");

        assertOverdue(plan, false);
    }

    @Test
    void a_plan_issued_meanwhile_knows_that_it_waits() {
        tell(1, "2021-01-05", "RECEIVED", "2021-01-15", null);
        tell(2, "2021-01-08", "SUPPLEMENT_REQUESTED", "2021-01-15", "2021-01-08");
        Commune.now("2021-01-18T08:00:00+07:00");

        Commune.Issued plan = commune.issueRealPlan();

        assertOverdue(plan, false);
    }

    @Test
    void others_hear_of_the_pause_when_it_began_and_when_it_ended() {
        Commune.Issued plan = commune.issueRealPlan();
        tell(1, "2021-01-05", "RECEIVED", "2021-01-15", null);
        tell(2, "2021-01-08", "SUPPLEMENT_REQUESTED", "2021-01-15", "2021-01-08");
        tell(3, "2021-01-12", "ANSWERED", "2021-01-19", null);

        UUID milestone = UUID.fromString(milestone(plan));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(TestEvents.read("cchc.milestone", milestone))
                .hasSize(3));
        List<SentEvent> told = TestEvents.read("cchc.milestone", milestone);
        assertThat(told)
                .extracting(
                        SentEvent::type,
                        event -> event.json().path("occurredAt").asText().substring(0, 10),
                        event -> event.json().path("pausedSince").asText(null))
                .containsExactly(
                        tuple("vn.cchc.milestone.armed.v1", "2021-01-05", null),
                        tuple("vn.cchc.milestone.redated.v1", "2021-01-08", "2021-01-08"),
                        tuple("vn.cchc.milestone.accepted.v1", "2021-01-12", null));
        assertThat(EventContracts.ofThisModule().assertTopicFits("cchc.milestone"))
                .isPositive();
    }
}
