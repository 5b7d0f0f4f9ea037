package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** What was heard can be thrown away and heard again from the beginning: what has followed from it stays as it is. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RebuildTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Commune commune;
    private Commune.Issued plan;
    private boolean former;

    /** As a service tells it from its journal, or as it told it before it had one. */
    private TestEvents.Raw event(UUID id, String type, String json, int sequence) {
        return former ? TestEvents.event(id, type, json) : TestEvents.event(id, type, json, sequence);
    }

    private TestEvents.Raw feedback(UUID id, int sequence, String state, String at) {
        String answeredOn = state.equals("ANSWERED") ? '"' + at.substring(0, 10) + '"' : "null";
        return event(
                id,
                "vn.cchc.feedback.any.v1",
                """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "%s", "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "2021-01-15", "unitId": null, "answeredOn": %s}""".formatted(id, commune.id(), sequence * 2, at, state, answeredOn),
                sequence);
    }

    private TestEvents.Raw report(UUID id, int sequence, String state, int inTime, String at) {
        return event(
                id,
                "vn.cchc.report.any.v1",
                """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "%s", "milestoneId": "%s", "planId": "%s",
                 "period": "2021-Q1", "state": "%s", "number": "12/BC-UBND", "sentOn": %s, "feedbackAnswered": 30,
                 "feedbackAnsweredInTime": %d}""".formatted(
                                id,
                                commune.id(),
                                sequence * 2,
                                at,
                                plan.milestone(4, "2021-Q1"),
                                plan.planId(),
                                state,
                                state.equals("SENT") ? '"' + at.substring(0, 10) + '"' : "null",
                                inTime),
                sequence);
    }

    /** Everything that can be seen of the plan and of what happened to it, by what it is. */
    private Map<String, Object> seen() {
        Map<String, Object> seen = new TreeMap<>();
        List<Map<String, Object>> milestones = new ArrayList<>(plan.milestones(16));
        milestones.addAll(plan.milestones(4));
        milestones.sort(Comparator.comparing(milestone -> (String) milestone.get("id")));
        for (Map<String, Object> milestone : milestones) {
            String id = (String) milestone.get("id");
            seen.put("milestone " + id, commune.milestone(id).extract().asString());
            seen.put(
                    "changes " + id,
                    commune.asLeader()
                            .get("/api/v1/milestones/" + id + "/changes")
                            .asString());
            seen.put("events " + id, TestEvents.read("cchc.milestone", UUID.fromString(id)));
        }
        seen.put("targets", plan.get("/targets").extract().asString());
        seen.put("progress", plan.get("/progress").extract().asString());
        return seen;
    }

    private static void awaitHeard(List<UUID> ids, int events) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Heard.count(ids)).isEqualTo(events));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void all_is_as_before_when_what_was_heard_is_heard_again_from_the_beginning(boolean beforeTheJournal) {
        former = beforeTheJournal;
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        plan = commune.issueRealPlan();
        Commune.now("2021-03-15T08:00:00+07:00");
        UUID answered = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        UUID another = UUID.randomUUID();
        List<UUID> ids = List.of(answered, early, first, second);
        TestEvents.publish(
                "cchc.feedback",
                List.of(
                        feedback(answered, 1, "RECEIVED", "2021-01-05T08:30:00+07:00"),
                        feedback(answered, 2, "ANSWERED", "2021-01-12T08:30:00+07:00"),
                        feedback(answered, 3, "REOPENED", "2021-01-13T08:30:00+07:00"),
                        feedback(answered, 4, "ANSWERED", "2021-01-14T08:30:00+07:00"),
                        feedback(early, 1, "RECEIVED", "2021-01-05T08:30:00+07:00"),
                        feedback(early, 2, "REFUSED", "2021-01-06T08:30:00+07:00")));
        // The second report about the milestone moves between changes of the first, which supersedes its own figures.
        TestEvents.publish(
                "cchc.report",
                List.of(
                        report(first, 1, "APPROVED", 27, "2021-02-20T08:00:00+07:00"),
                        report(first, 2, "SENT", 27, "2021-02-21T08:00:00+07:00")));
        awaitHeard(ids, 8);
        TestEvents.publish("cchc.report", List.of(report(second, 1, "DRAFT", 25, "2021-02-22T08:00:00+07:00")));
        awaitHeard(ids, 9);
        TestEvents.publish(
                "cchc.report",
                List.of(
                        report(first, 3, "RETURNED", 27, "2021-02-23T08:00:00+07:00"),
                        report(first, 4, "APPROVED", 28, "2021-02-24T08:00:00+07:00")));
        awaitHeard(ids, 11);
        TestEvents.publish("cchc.report", List.of(report(second, 2, "SENT", 25, "2021-02-25T08:00:00+07:00")));
        awaitHeard(ids, 12);
        // One is decided on by people meanwhile; facts do not move it again.
        String standing = plan.milestone(16, "standing");
        commune.post(commune.asLeader(), standing, "waivers", Map.of("reason", "Không còn phải làm."))
                .statusCode(200);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestEvents.read("cchc.milestone", UUID.fromString(standing)))
                        .hasSize(2));
        Map<String, Object> before = seen();
        assertThat(before.toString())
                .contains("reopened", "WAIVED", "RETURNED", "\"numerator\":25", "\"state\":\"ACCEPTED\"");

        if (former) {
            // As the migration finds them.
            Heard.change(
                    "UPDATE milestone SET fact_epoch = NULL WHERE plan_id = '" + plan.planId() + "'",
                    "UPDATE target_reading SET source_epoch = NULL WHERE plan_id = '" + plan.planId() + "'");
        }
        Heard.change("DELETE FROM heard", "DELETE FROM heard_to");
        // The listener finds that its place is gone as soon as it hears of something.
        TestEvents.publish("cchc.feedback", List.of(feedback(another, 1, "RECEIVED", "2021-01-05T08:30:00+07:00")));
        TestEvents.publish(
                "cchc.report", List.of(report(UUID.randomUUID(), 1, "DRAFT", 25, "2021-01-22T08:00:00+07:00")));

        awaitHeard(ids, 12);
        awaitHeard(List.of(another), 1);
        Map<String, Object> after = seen();
        after.keySet().removeIf(what -> !before.containsKey(what));
        // The one more feedback has a milestone of its own.
        before.remove("progress");
        after.remove("progress");
        assertThat(after).isEqualTo(before);
        assertThat(plan.milestones(16)).hasSize(4);
    }
}
