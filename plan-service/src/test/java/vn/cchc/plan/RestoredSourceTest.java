package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Services that tell facts were restored from a backup: milestones follow what still holds. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RestoredSourceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POSITION = 1_000_000_000_000L;

    private Commune commune;
    private Commune.Issued plan;

    private void tell(UUID feedback, int epoch, int sequence, long position, String state) {
        String body = """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-01-0%dT09:00:00+07:00", "state": "%s",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "2021-01-15", "answeredOn": %s}""".formatted(
                        feedback,
                        commune.id(),
                        sequence,
                        4 + sequence,
                        state,
                        state.equals("ANSWERED") ? "\"2021-01-06\"" : "null");
        TestEvents.publish(
                "cchc.feedback",
                List.of(TestEvents.event(feedback, "vn.cchc.feedback.any.v1", body, sequence)
                        .at(epoch, POSITION + position)));
    }

    private void report(UUID report, int epoch, int sequence, int version, long position, Integer inTime) {
        report(report, "2021-Q1", epoch, sequence, version, position, inTime);
    }

    private void report(
            UUID report, String period, int epoch, int sequence, int version, long position, Integer inTime) {
        String sentOn = inTime == null ? null : "\"2021-01-06\"";
        String body = """
                {"id": "%s", "authorityId": "%s", "version": %d, "occurredAt": "2021-01-0%dT09:00:00+07:00", "state": "%s",
                 "milestoneId": "%s", "planId": "%s", "period": "%s", "sentOn": %s, "firstSentOn": %s,
                 "feedbackAnswered": %s, "feedbackAnsweredInTime": %s}""".formatted(
                        report,
                        commune.id(),
                        version,
                        4 + version,
                        inTime == null ? "DRAFT" : "SENT",
                        plan.milestone(4, period),
                        plan.planId(),
                        period,
                        sentOn,
                        sentOn,
                        inTime == null ? null : 30,
                        inTime);
        TestEvents.publish(
                "cchc.report",
                List.of(TestEvents.event(report, "vn.cchc.report.any.v1", body, sequence)
                        .at(epoch, POSITION + position)));
    }

    private void awaitReadings(Float... values) {
        eventually(() -> plan.get("/targets").body("items.find { it.ours }.readings.value", contains(values)));
    }

    private ValidatableResponse ofCase(UUID feedback) {
        String id = plan.milestones(16).stream()
                .filter(each -> each.get("occurrence").equals(feedback.toString()))
                .map(each -> (String) each.get("id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not armed"));
        return commune.milestone(id);
    }

    private static void eventually(Runnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion::run);
    }

    @Test
    void a_plan_that_is_issued_again_follows_the_reports_on_it() {
        Commune.now("2021-01-08T08:00:00+07:00");
        commune = Commune.create();
        UUID issuedBefore = Ids.derived(commune.id(), "plan 2021/57/kh-ubnd");
        UUID ofReport = Ids.derived(Ids.derived(issuedBefore, "4/0"), "2021-Q1");
        UUID report = UUID.randomUUID();
        String body = """
                {"id": "%s", "authorityId": "%s", "version": 1, "occurredAt": "2020-12-24T07:00:00+07:00", "state": "SENT",
                 "milestoneId": "%s", "planId": "%s", "period": "2021-Q1", "sentOn": "2020-12-24", "firstSentOn": "2020-12-24",
                 "feedbackAnswered": 30, "feedbackAnsweredInTime": 27}""".formatted(report, commune.id(), ofReport, issuedBefore);
        TestEvents.publish("cchc.report", List.of(TestEvents.event(report, "vn.cchc.report.sent.v1", body, 1)));
        await().atMost(PATIENCE).until(() -> Heard.count(List.of(report)) == 1);

        plan = commune.issueRealPlan();

        assertThat(plan.planId()).isEqualTo(issuedBefore);
        assertThat(plan.task(4)).isEqualTo(Ids.derived(issuedBefore, "task 4").toString());
        assertThat(plan.milestone(4, "2021-Q1")).isEqualTo(ofReport.toString());
        commune.milestone(ofReport.toString())
                .body("state", equalTo("ACCEPTED"))
                .body("submissions.sourceId", contains(report.toString()));
        plan.get("/targets").body("items.find { it.ours }.readings.value", contains(90f));
    }

    @Test
    void milestones_follow_what_still_holds() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        plan = commune.issueRealPlan();
        Commune.now("2021-01-08T08:00:00+07:00");
        UUID setBack = UUID.randomUUID();
        UUID lost = UUID.randomUUID();
        UUID reopened = UUID.randomUUID();
        UUID sent = UUID.randomUUID();
        UUID lostReport = UUID.randomUUID();
        tell(setBack, 1, 1, 1, "RECEIVED");
        tell(setBack, 1, 2, 11, "ANSWERED");
        tell(lost, 1, 1, 12, "RECEIVED");
        tell(reopened, 1, 1, 2, "RECEIVED");
        tell(reopened, 1, 2, 3, "ANSWERED");
        tell(reopened, 1, 3, 4, "REOPENED");
        tell(reopened, 1, 4, 13, "ANSWERED");
        report(sent, 1, 1, 1, 1, null);
        report(sent, 1, 2, 2, 11, 27);
        report(lostReport, "2021-H1", 1, 1, 1, 12, 27);
        String ofReport = plan.milestone(4, "2021-Q1");
        String ofHalfYear = plan.milestone(4, "2021-H1");
        eventually(() -> ofCase(setBack).body("state", equalTo("ACCEPTED")));
        eventually(() -> ofCase(lost).body("state", equalTo("OPEN")));
        eventually(() -> commune.milestone(ofReport).body("state", equalTo("ACCEPTED")));
        eventually(() -> commune.milestone(ofHalfYear).body("submissions.sourceId", contains(lostReport.toString())));
        eventually(() -> ofCase(reopened).body("state", equalTo("ACCEPTED")));
        ofCase(setBack).body("submissions.sourceId", contains(setBack.toString()));
        awaitReadings(90f, 90f);

        TestEvents.raise("cchc.feedback", 2, POSITION + 10, null);
        TestEvents.raise("cchc.report", 2, POSITION + 10, null);

        // What was answered or sent on the lost time line alone is no evidence any more.
        eventually(() -> ofCase(setBack).body("state", equalTo("OPEN")).body("submissions", empty()));
        eventually(() -> ofCase(reopened)
                .body("state", equalTo("OPEN"))
                .body("submissions.sourceId", contains(reopened.toString())));
        eventually(() ->
                ofCase(lost).body("state", equalTo("WAIVED")).body("reason", containsString("khôi phục dữ liệu")));
        eventually(
                () -> commune.milestone(ofReport).body("state", equalTo("OPEN")).body("submissions", empty()));
        eventually(() ->
                commune.milestone(ofHalfYear).body("state", equalTo("OPEN")).body("submissions", empty()));
        eventually(() -> plan.get("/targets").body("items.find { it.ours }.readings", empty()));

        // The report is sent again under the same version. The sender hands it in again; the case that was set back
        // is answered anew. For the half-year another report is written.
        report(sent, 2, 1, 2, 13, 30);
        awaitReadings(100f);
        eventually(() -> commune.milestone(ofReport).body("state", equalTo("ACCEPTED")));
        UUID another = UUID.randomUUID();
        report(another, "2021-H1", 2, 1, 1, 14, 30);
        eventually(() -> commune.milestone(ofHalfYear)
                .body("state", equalTo("ACCEPTED"))
                .body("submissions.sourceId", contains(another.toString())));
        commune.milestone(ofReport).body("submissions.sourceId", contains(sent.toString()));
        tell(lost, 2, 1, 11, "RECEIVED");
        tell(setBack, 2, 1, 12, "ANSWERED");
        eventually(() -> ofCase(lost).body("state", equalTo("OPEN")));
        eventually(() -> ofCase(setBack)
                .body("state", equalTo("ACCEPTED"))
                .body("submissions.sourceId", contains(setBack.toString())));
        assertThat(plan.milestones(16).stream()
                        .filter(each -> each.get("occurrence").equals(lost.toString())))
                .hasSize(1);
    }
}
