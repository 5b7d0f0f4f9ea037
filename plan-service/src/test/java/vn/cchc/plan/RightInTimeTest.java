package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;

/** What follows from a fact of another service happens at the business time of the fact, whenever it is heard. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RightInTimeTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Commune commune;
    private Commune.Issued plan;
    private final UUID feedback = UUID.randomUUID();

    @BeforeEach
    void anIssuedPlan() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        plan = commune.issueRealPlan();
    }

    private TestEvents.Raw event(int sequence, String state, String dueOn, String occurredAt) {
        String answeredOn = state.equals("ANSWERED") ? '"' + occurredAt.substring(0, 10) + '"' : "null";
        return TestEvents.event(
                feedback,
                "vn.cchc.feedback.any.v1",
                """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "%s", "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "%s", "unitId": null, "answeredOn": %s}""".formatted(feedback, commune.id(), sequence, occurredAt, state, dueOn, answeredOn),
                sequence);
    }

    private String milestone() {
        return plan.milestones(16).stream()
                .filter(milestone -> milestone.get("occurrence").equals(feedback.toString()))
                .map(milestone -> (String) milestone.get("id"))
                .findFirst()
                .orElse(null);
    }

    private void tell(TestEvents.Raw... events) {
        TestEvents.publish("cchc.feedback", List.of(events));
        int last = Integer.parseInt(events[events.length - 1].headers().get("ce_sequence"));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Heard.count(List.of(feedback))).isEqualTo(last));
    }

    private List<Map<String, Object>> changes(String milestone) {
        return commune.asLeader()
                .get("/api/v1/milestones/" + milestone + "/changes")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private List<SentEvent> told(String milestone, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestEvents.read("cchc.milestone", UUID.fromString(milestone)))
                        .hasSize(count));
        return TestEvents.read("cchc.milestone", UUID.fromString(milestone));
    }

    @Test
    void an_answer_given_before_midnight_and_heard_after_it_accepts_the_milestone_before_midnight() {
        Commune.now("2021-01-05T09:00:00+07:00");
        tell(event(1, "RECEIVED", "2021-01-19", "2021-01-05T08:30:00+07:00"));
        Commune.now("2021-01-20T00:00:05+07:00");

        tell(event(2, "ANSWERED", "2021-01-19", "2021-01-19T23:59:50.123456789+07:00"));

        SentEvent accepted = told(milestone(), 2).get(1);
        assertThat(accepted.type()).isEqualTo("vn.cchc.milestone.accepted.v1");
        assertThat(accepted.json().get("occurredAt").asText()).isEqualTo("2021-01-19T23:59:50.123456+07:00");
        assertThat(OffsetDateTime.parse(accepted.headers().get("ce_recordedtime")))
                .isAfter(OffsetDateTime.parse("2021-01-20T00:00:00+07:00"));
        commune.milestone(milestone())
                .body("acceptedOn", equalTo("2021-01-19"))
                .body("late", equalTo(false))
                .body("history[1].at", equalTo("2021-01-19T23:59:50.123456+07:00"))
                .body("submissions.handedInAt", contains("2021-01-19T23:59:50.123456+07:00"));
        assertThat(changes(milestone()).get(1)).satisfies(change -> {
            assertThat(change.get("what")).isEqualTo("accepted");
            assertThat(change.get("at")).isEqualTo("2021-01-19T23:59:50.123456+07:00");
            assertThat((String) change.get("recordedAt")).startsWith("2021-01-20T00:00:");
            assertThat(change.get("actor")).isEqualTo("feedback-service");
            assertThat(change.get("from")).isEqualTo("OPEN");
            assertThat(change.get("to")).isEqualTo("ACCEPTED");
        });
    }

    @Test
    void several_events_of_one_case_that_are_heard_at_once_are_changes_of_their_own_days() {
        Commune.now("2021-01-21T08:00:00+07:00");

        tell(
                event(1, "RECEIVED", "2021-01-19", "2021-01-05T08:30:00+07:00"),
                event(2, "ASSIGNED", "2021-01-25", "2021-01-06T09:00:00+07:00"),
                event(3, "ANSWERED", "2021-01-25", "2021-01-20T16:00:00+07:00"));

        assertThat(changes(milestone()))
                .extracting(change -> change.get("what") + " " + change.get("at") + " " + change.get("to"))
                .containsExactly(
                        "armed 2021-01-05T08:30:00+07:00 OPEN",
                        "redated 2021-01-06T09:00:00+07:00 OPEN",
                        "accepted 2021-01-20T16:00:00+07:00 ACCEPTED");
        assertThat(told(milestone(), 3))
                .extracting(event -> event.headers().get("ce_sequence") + " "
                        + event.json().get("version").asText())
                .containsExactly("1 0", "2 1", "3 2");
    }

    @Test
    void nothing_happens_to_a_milestone_before_its_plan_is_issued_or_before_its_own_last_change() {
        Commune.now("2021-01-10T08:00:00+07:00");
        Commune late = Commune.create();
        commune = late;
        tell(event(1, "RECEIVED", "2021-01-19", "2021-01-05T08:30:00+07:00"));

        plan = late.issueRealPlan();

        assertThat((String) changes(milestone()).get(0).get("at")).startsWith("2021-01-10T08:00:");
        Commune.now("2021-01-12T08:00:00+07:00");
        late.post(late.asLeader(), milestone(), "submissions", Map.of("note", "Đã trả lời qua điện thoại."))
                .statusCode(201);
        tell(
                event(1, "RECEIVED", "2021-01-19", "2021-01-05T08:30:00+07:00"),
                event(2, "ANSWERED", "2021-01-19", "2021-01-11T10:00:00+07:00"));
        late.milestone(milestone())
                .body("history.what", contains("armed", "submitted", "accepted"))
                .body("history[2].at", startsWith("2021-01-12T08:00:"))
                .body("acceptedOn", equalTo("2021-01-11"));
    }

    @Test
    void what_is_heard_of_a_day_that_is_marked_as_complete_happens_when_the_next_day_begins() {
        Commune.now("2021-01-20T09:00:00+07:00");
        Heard.change("UPDATE time_line SET marked_day = '2021-01-19'");
        try {
            tell(
                    event(1, "RECEIVED", "2021-01-19", "2021-01-05T08:30:00+07:00"),
                    event(2, "ANSWERED", "2021-01-19", "2021-01-19T23:59:50+07:00"));
        } finally {
            Heard.change("UPDATE time_line SET marked_day = NULL");
        }

        assertThat(changes(milestone()))
                .extracting(change -> change.get("what") + " " + change.get("at"))
                .containsExactly("armed 2021-01-20T00:00:00+07:00", "accepted 2021-01-20T00:00:00+07:00");
        commune.milestone(milestone()).body("acceptedOn", equalTo("2021-01-19")).body("late", equalTo(false));
    }
}
