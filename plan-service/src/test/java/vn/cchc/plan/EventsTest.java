package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.EventContracts;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** What is told to other services, and what follows from what they tell. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class EventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    private Commune commune;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private void tellFeedback(UUID id, int version, String state, String dueOn, String answeredOn) {
        tellFeedback(commune, id, version, state, dueOn, answeredOn);
    }

    private static void tellFeedback(
            Commune commune, UUID id, int version, String state, String dueOn, String answeredOn) {
        TestEvents.publish(
                "cchc.feedback",
                id,
                "vn.cchc.feedback." + state.toLowerCase(Locale.ROOT).replace('_', '-') + ".v1",
                """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-01-05T09:00:00+07:00", "number": 1, "year": 2021,
                 "channel": "PHONE", "kind": "REFLECTION", "classification": null, "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "receivedOn": "2021-01-05", "dueOn": "%s", "unitId": "%s",
                 "answeredAt": null, "answeredOn": %s, "inTime": null}""".formatted(
                                id,
                                commune.id(),
                                version,
                                state,
                                dueOn,
                                commune.unit("VPTK"),
                                answeredOn == null ? "null" : '"' + answeredOn + '"'));
    }

    private void tellReport(UUID id, int version, String state, String milestone, UUID plan) {
        tellReport(id, version, state, milestone, plan, "\"sentOn\": \"2021-02-26\"");
    }

    private void tellReport(UUID id, int version, String state, String milestone, UUID plan, String sent) {
        TestEvents.publish("cchc.report", id, "vn.cchc.report.sent.v1", """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-02-26T15:00:00+07:00", "milestoneId": "%s",
                 "planId": "%s", "year": 2021, "regime": "CCHC", "period": "2021-Q1", "state": "%s", "number": "12/BC-UBND",
                 %s, "feedbackAnswered": 30, "feedbackAnsweredInTime": 27}""".formatted(
                        id, commune.id(), version, milestone, plan, state, sent));
    }

    private List<Map<String, Object>> handled(Commune.Issued plan, UUID feedback) {
        return plan.milestones(16).stream()
                .filter(milestone -> milestone.get("occurrence").equals(feedback.toString()))
                .toList();
    }

    @Test
    void issuing_tells_of_the_plan_its_rows_and_its_milestones_with_the_state_they_have() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(4, "2021-Q1");

        await().atMost(PATIENCE).untilAsserted(() -> {
            List<SentEvent> told = TestEvents.read("cchc.milestone", UUID.fromString(milestone));
            assertThat(told).singleElement().satisfies(event -> {
                assertThat(event.type()).isEqualTo("vn.cchc.milestone.planned.v1");
                assertThat(event.json().get("dueOn").asText()).isEqualTo("2021-02-27");
                assertThat(event.json().get("workOn").asText()).isEqualTo("2021-02-26");
                assertThat(event.json().get("occurrence").asText()).isEqualTo("2021-Q1");
                assertThat(event.json().get("ruleKind").asText()).isEqualTo("REPORT_SCHEDULE");
            });
        });
        assertThat(TestEvents.read("cchc.plan", plan.planId())).hasSize(1);
        assertThat(TestEvents.read("cchc.authority", commune.id())).hasSize(1 + RealPlan.UNITS.size());
    }

    @Test
    void while_one_authority_issues_a_plan_events_of_another_are_heard_and_its_own_wait() throws SQLException {
        Commune.Issued plan = commune.issueRealPlan();
        UUID ofOurs = UUID.randomUUID();
        Commune other = Commune.create();
        while (slot(other) == slot(commune)) {
            other = Commune.create();
        }
        Commune.Issued planOfOther = other.issueRealPlan();
        UUID ofOther = UUID.randomUUID();

        try (Connection issuing = database.getConnection()) {
            issuing.setAutoCommit(false);
            one(issuing, "SELECT 1 FROM pg_advisory_xact_lock(1886151022, " + slot(commune) + ")");

            tellFeedback(other, ofOther, 1, "RECEIVED", "2021-01-15", null);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(planOfOther, ofOther))
                    .hasSize(1));
            tellFeedback(commune, ofOurs, 1, "RECEIVED", "2021-01-15", null);
            await().atMost(PATIENCE).until(() -> waitingForIssuing() == 1);
            assertThat(handled(plan, ofOurs)).isEmpty();
            issuing.rollback();
        }

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(handled(plan, ofOurs)).hasSize(1));
    }

    private int slot(Commune commune) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return one(connection, "SELECT hashtext('" + commune.id() + "') & 63");
        }
    }

    private int waitingForIssuing() throws SQLException {
        try (Connection connection = database.getConnection()) {
            return one(
                    connection,
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = 1886151022 AND NOT granted");
        }
    }

    private static int one(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void everything_told_fits_its_contract() {
        Commune.Issued plan = commune.issueRealPlan();
        Commune.now("2021-01-28T08:30:00+07:00");
        String january = plan.milestone(22, "2021-01");
        commune.post(commune.asOfficer("VHXH"), january, "submissions", Map.of("note", "x"))
                .statusCode(201);
        commune.post(commune.asLeader(), january, "returns", Map.of("reason", "x"))
                .statusCode(200);
        commune.post(commune.asLeader(), january, "waivers", Map.of("reason", "x"))
                .statusCode(200);
        commune.post(
                        commune.asClerk(),
                        plan.milestone(7, "standing"),
                        "armings",
                        Map.of("dueOn", "2021-02-20", "occurrence", "a"))
                .statusCode(201);
        commune.post(
                        commune.asClerk(),
                        plan.milestone(7, "standing"),
                        "armings",
                        Map.of("dueOn", "2021-02-22", "occurrence", "a"))
                .statusCode(200);
        commune.asLeader()
                .body(Map.of("period", "2021-Q1", "note", "x"))
                .post("/api/v1/tasks/" + plan.task(15) + "/progress-entries")
                .then()
                .statusCode(201);
        UUID feedback = UUID.randomUUID();
        tellFeedback(feedback, 1, "ANSWERED", "2021-01-15", "2021-01-14");
        UUID report = UUID.randomUUID();
        tellReport(report, 1, "SENT", plan.milestone(4, "2021-Q1"), plan.planId());
        await().atMost(PATIENCE).untilAsserted(() -> plan.get("/targets")
                .body("items.find { it.ours }.readings.value", contains(90.0f)));
        String last = plan.milestone(4, "2021-Q1");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(TestEvents.read("cchc.milestone", UUID.fromString(last)))
                        .hasSize(2));

        EventContracts contracts = EventContracts.ofThisModule();
        for (String topic :
                List.of("cchc.authority", "cchc.plan", "cchc.task", "cchc.milestone", "cchc.target-reading")) {
            assertThat(contracts.assertTopicFits(topic)).isPositive();
        }
    }

    @Test
    void feedback_arms_a_milestone_of_its_row_with_its_day_and_the_answer_accepts_it() {
        Commune.Issued plan = commune.issueRealPlan();
        UUID feedback = UUID.randomUUID();

        tellFeedback(feedback, 1, "RECEIVED", "2021-01-15", null);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(plan, feedback))
                .singleElement()
                .satisfies(milestone -> {
                    assertThat(milestone.get("state")).isEqualTo("OPEN");
                    assertThat(milestone.get("dueOn")).isEqualTo("2021-01-15");
                    assertThat(milestone.get("unitId"))
                            .isEqualTo(commune.unit("VPTK").toString());
                }));
        tellFeedback(feedback, 2, "ASSIGNED", "2021-01-25", null);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(plan, feedback))
                .singleElement()
                .satisfies(milestone -> assertThat(milestone.get("dueOn")).isEqualTo("2021-01-25")));
        tellFeedback(feedback, 3, "ANSWERED", "2021-01-25", "2021-01-20");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(plan, feedback))
                .singleElement()
                .satisfies(milestone -> {
                    assertThat(milestone.get("state")).isEqualTo("ACCEPTED");
                    assertThat(milestone.get("acceptedOn")).isEqualTo("2021-01-20");
                    assertThat(milestone.get("late")).isEqualTo(false);
                }));
        commune.milestone((String) handled(plan, feedback).get(0).get("id"))
                .body("submissions.kind", contains("FEEDBACK"))
                .body("submissions.sourceId", contains(feedback.toString()))
                .body("history.what", contains("armed", "redated", "accepted"));
    }

    @Test
    void refused_feedback_waives_and_says_why() {
        Commune.Issued plan = commune.issueRealPlan();
        UUID feedback = UUID.randomUUID();

        tellFeedback(feedback, 2, "REFUSED", "2021-01-15", null);
        tellFeedback(feedback, 1, "RECEIVED", "2021-01-15", null);

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(plan, feedback))
                .singleElement()
                .satisfies(milestone -> {
                    assertThat(milestone.get("state")).isEqualTo("WAIVED");
                    assertThat(milestone.get("reason")).isEqualTo("Phản ánh, kiến nghị không được tiếp nhận");
                }));
    }

    @Test
    void a_plan_issued_after_feedback_arrived_is_armed_from_what_is_known() {
        UUID feedback = UUID.randomUUID();
        tellFeedback(feedback, 1, "RECEIVED", "2021-01-15", null);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Heard.count(List.of(feedback))).isEqualTo(1));

        Commune.Issued plan = commune.issueRealPlan();

        assertThat(handled(plan, feedback)).singleElement().satisfies(milestone -> assertThat(milestone.get("state"))
                .isEqualTo("OPEN"));
    }

    @Test
    void a_report_that_is_sent_fulfils_its_milestone_and_one_that_is_returned_reopens_it() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(4, "2021-Q1");
        UUID report = UUID.randomUUID();

        tellReport(report, 3, "SENT", milestone, plan.planId());
        await().atMost(PATIENCE).untilAsserted(() -> commune.milestone(milestone)
                .body("state", equalTo("ACCEPTED"))
                .body("acceptedOn", equalTo("2021-02-26"))
                .body("submissions.kind", contains("REPORT")));
        tellReport(report, 4, "RETURNED", milestone, plan.planId());
        await().atMost(PATIENCE).untilAsserted(() -> commune.milestone(milestone)
                .body("state", equalTo("RETURNED"))
                .body("reason", equalTo("Cấp trên trả lại báo cáo số 12/BC-UBND")));
        plan.get("/targets")
                .body("items.find { it.ours }.readings.numerator", contains(27))
                .body("items.find { it.ours }.readings.denominator", contains(30));
    }

    @Test
    void a_report_that_was_in_time_stays_so_when_it_is_returned_and_sent_again_after_the_due_day() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(4, "2021-Q1");
        UUID report = UUID.randomUUID();

        tellReport(report, 3, "SENT", milestone, plan.planId());
        tellReport(report, 4, "RETURNED", milestone, plan.planId());
        tellReport(
                report,
                5,
                "SENT",
                milestone,
                plan.planId(),
                "\"sentOn\": \"2021-03-05\", \"firstSentOn\": \"2021-02-26\"");

        await().atMost(PATIENCE).untilAsserted(() -> commune.milestone(milestone)
                .body("history.what", contains("planned", "accepted", "returned", "accepted"))
                .body("dueOn", equalTo("2021-02-27"))
                .body("acceptedOn", equalTo("2021-02-26"))
                .body("submittedOn", equalTo("2021-02-26"))
                .body("late", equalTo(false)));
    }

    @Test
    void a_report_fulfils_a_period_to_which_nobody_has_given_a_day() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(6, "2021-Q1");
        UUID report = UUID.randomUUID();

        tellReport(report, 3, "SENT", milestone, plan.planId());
        await().atMost(PATIENCE).untilAsserted(() -> commune.milestone(milestone)
                .body("state", equalTo("ACCEPTED"))
                .body("late", equalTo(false)));
        tellReport(report, 4, "RETURNED", milestone, plan.planId());
        await().atMost(PATIENCE)
                .untilAsserted(() -> commune.milestone(milestone).body("state", equalTo("RETURNED")));
        tellReport(report, 5, "APPROVED", milestone, plan.planId());
        await().atMost(PATIENCE).untilAsserted(() -> commune.milestone(milestone)
                .body("state", equalTo("UNARMED"))
                .body("allowed", contains("armings", "waivers")));
    }

    @Test
    void what_cannot_be_read_goes_to_the_dead_letters_and_the_next_is_heard() {
        Commune.Issued plan = commune.issueRealPlan();
        UUID bad = UUID.randomUUID();
        UUID good = UUID.randomUUID();

        TestEvents.publish("cchc.feedback", bad, "vn.cchc.feedback.received.v1", "{\"id\": \"" + bad + "\"}");
        tellFeedback(good, 1, "RECEIVED", "2021-01-15", null);

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(handled(plan, good)).hasSize(1));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters(bad)).containsExactly("OPEN"));
    }

    /** The states of an aggregate's records that wait for an operator or for an event before them. */
    private static List<String> deadLetters(UUID id) {
        return Commune.as(TestTokens.operator())
                .get("/api/v1/dead-letters?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.key == '" + id + "' }.state");
    }

    private TestEvents.Raw sequenced(UUID id, int sequence, String state, String answeredOn) {
        return TestEvents.event(id, "vn.cchc.feedback.any.v1", feedback(id, sequence, state, answeredOn), sequence);
    }

    private String feedback(UUID id, int version, String state, String answeredOn) {
        return """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-01-05T09:00:00+07:00", "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "2021-01-15", "unitId": null, "answeredOn": %s}""".formatted(id, commune.id(), version, state, answeredOn == null ? "null" : '"' + answeredOn + '"');
    }

    @Test
    void a_forged_record_without_a_sequence_does_not_reopen_an_answered_case() {
        Commune.Issued plan = commune.issueRealPlan();
        UUID feedback = UUID.randomUUID();
        TestEvents.publish(
                "cchc.feedback",
                List.of(sequenced(feedback, 1, "RECEIVED", null), sequenced(feedback, 2, "ANSWERED", "2021-01-12")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(plan, feedback))
                .singleElement()
                .satisfies(milestone -> assertThat(milestone.get("state")).isEqualTo("ACCEPTED")));

        TestEvents.publish(
                "cchc.feedback",
                List.of(TestEvents.event(
                        feedback, "vn.cchc.feedback.received.v1", feedback(feedback, 999_999, "RECEIVED", null))));
        TestEvents.publish("cchc.feedback", List.of(sequenced(feedback, 3, "CLOSED", "2021-01-12")));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(Heard.count(List.of(feedback))).isEqualTo(4));
        commune.milestone((String) handled(plan, feedback).get(0).get("id"))
                .body("state", equalTo("ACCEPTED"))
                .body("history.what", contains("armed", "accepted"));
        TestEvents.publish("cchc.feedback", List.of(sequenced(feedback, 4, "REOPENED", null)));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(handled(plan, feedback))
                .singleElement()
                .satisfies(milestone -> assertThat(milestone.get("state")).isEqualTo("OPEN")));
    }

    @Test
    void a_forged_record_with_a_sequence_far_ahead_waits_and_does_not_reopen_an_answered_case() {
        Commune.Issued plan = commune.issueRealPlan();
        UUID feedback = UUID.randomUUID();

        TestEvents.publish(
                "cchc.feedback",
                List.of(
                        sequenced(feedback, 1, "RECEIVED", null),
                        sequenced(feedback, 2, "ANSWERED", "2021-01-12"),
                        sequenced(feedback, 999_999, "RECEIVED", null)));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(deadLetters(feedback)).containsExactly("WAITING"));
        assertThat(handled(plan, feedback)).singleElement().satisfies(milestone -> assertThat(milestone.get("state"))
                .isEqualTo("ACCEPTED"));
    }
}
