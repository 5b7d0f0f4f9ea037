package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** What was recorded after a cut-off enters the next report, by name. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class LateAdditionsTest {

    private Commune commune;

    @BeforeEach
    void aCommuneWithAPlan() {
        Commune.itIs("2021-05-28T08:00:00+07:00");
        commune = Commune.withPlan();
    }

    @Test
    void what_arrived_before_a_cut_off_and_was_recorded_after_it_is_an_addition_of_the_next_report() {
        UUID letter = feedback("2021-02-24", "2021-02-26T07:30:00+07:00");
        feedback("2021-02-25", "2021-02-25T23:59:59+07:00");
        feedback("2021-02-26", "2021-02-27T08:00:00+07:00");
        feedback("2021-02-20", "2021-05-28T07:00:00+07:00");
        String firstQuarter = commune.draftOfFirstQuarter();
        String halfYear = commune.draftOfHalfYear();

        assertThat(commune.figure(firstQuarter, "pakn.received")).isEqualTo(1);
        assertThat(commune.figure(firstQuarter, "pakn.lateAdditions")).isZero();
        assertThat(commune.figure(halfYear, "pakn.received")).isEqualTo(3);
        assertThat(commune.figure(halfYear, "pakn.lateAdditions")).isEqualTo(1);
        commune.clerk()
                .get("/api/v1/reports/" + halfYear + "/figures/pakn.lateAdditions/sources")
                .then()
                .body("items.id", contains(letter.toString()));
        commune.clerk()
                .get("/api/v1/reports/" + halfYear)
                .then()
                .body(
                        "sections.find { it.code == 'II.2' }.text",
                        containsString(
                                "Bổ sung sau chốt số liệu kỳ trước: 01 PAKN tiếp nhận đến hết ngày 25/02/2021 nhưng ghi"
                                        + " nhận sau khi chốt số liệu kỳ trước (01 PAKN tiếp nhận trong kỳ, đã tính trong các số liệu"
                                        + " trên)."));
    }

    @Test
    void without_a_report_before_it_what_arrived_before_the_period_is_named_and_not_counted() {
        feedback("2020-12-20", "2021-01-05T08:00:00+07:00");
        UUID known = feedback("2020-12-20", "2020-12-21T08:00:00+07:00");
        commune.publish(
                "feedback",
                "answered",
                known,
                2,
                "2021-01-05T08:00:00+07:00",
                Commune.feedback("POST", "ANSWERED", "2020-12-20", "2021-01-04", "2021-01-05"));
        Commune.awaitFact("feedback", known, 2);
        String firstQuarter = commune.draftOfFirstQuarter();

        assertThat(commune.figure(firstQuarter, "pakn.received")).isZero();
        assertThat(commune.figure(firstQuarter, "pakn.lateAdditions")).isEqualTo(1);
        commune.clerk()
                .get("/api/v1/reports/" + firstQuarter)
                .then()
                .body(
                        "sections.find { it.code == 'II.2' }.text",
                        containsString(
                                "trong kỳ không tiếp nhận PAKN nào.\nBổ sung sau chốt số liệu kỳ trước: 01 PAKN"))
                .body(
                        "sections.find { it.code == 'II.2' }.text",
                        containsString("(01 PAKN tiếp nhận trước kỳ, không tính trong các số liệu trên)."));
    }

    @Test
    void feedback_that_occurred_by_the_cut_off_and_was_recorded_after_it_does_not_count() {
        UUID feedback = UUID.randomUUID();
        TestEvents.publish(
                "cchc.feedback",
                List.of(commune.event(
                        "feedback",
                        "received",
                        feedback,
                        1,
                        "2021-02-24T08:00:00+07:00",
                        "2021-02-26T00:00:00+07:00",
                        Commune.feedback("POST", "RECEIVED", "2021-02-24", "2021-03-08", null))));
        Commune.awaitFact("feedback", feedback, 1);
        String firstQuarter = commune.draftOfFirstQuarter();

        assertThat(commune.figure(firstQuarter, "pakn.received")).isZero();
    }

    @Test
    void a_milestone_that_follows_an_answer_counts_with_the_answer_although_it_was_recorded_the_next_day() {
        UUID feedback = feedback("2021-02-15", "2021-02-15T08:00:00+07:00");
        commune.publish(
                "feedback",
                "answered",
                feedback,
                2,
                "2021-02-25T23:59:50+07:00",
                Commune.feedback("POST", "ANSWERED", "2021-02-15", "2021-02-25", "2021-02-25"));
        UUID milestone = UUID.randomUUID();
        commune.milestone(
                milestone,
                commune.oneStopTask,
                "ON_EVENT",
                feedback.toString(),
                "2021-02-25",
                "2021-02-25",
                "OPEN",
                null,
                null,
                1,
                "2021-02-15T08:00:00+07:00");
        TestEvents.publish(
                "cchc.milestone",
                List.of(commune.event(
                        "milestone",
                        "accepted",
                        milestone,
                        2,
                        "2021-02-25T23:59:50+07:00",
                        "2021-02-26T00:00:05+07:00",
                        Commune.fields(
                                "planId",
                                commune.plan,
                                "year",
                                2021,
                                "taskId",
                                commune.oneStopTask,
                                "ruleKind",
                                "ON_EVENT",
                                "occurrence",
                                feedback.toString(),
                                "dueOn",
                                "2021-02-25",
                                "state",
                                "ACCEPTED",
                                "submittedOn",
                                "2021-02-25",
                                "acceptedOn",
                                "2021-02-25"))));
        Commune.awaitFact("milestone", milestone, 2);
        Commune.awaitFact("feedback", feedback, 2);
        String firstQuarter = commune.draftOfFirstQuarter();

        assertThat(commune.figure(firstQuarter, "pakn.answeredInTime")).isEqualTo(1);
        assertThat(commune.figure(firstQuarter, "tasks.accepted.area-2")).isEqualTo(1);
        assertThat(commune.figure(firstQuarter, "tasks.overdue")).isZero();
    }

    @Test
    void what_was_paused_on_its_last_day_is_not_overdue_and_what_was_overdue_before_stays_so() {
        paused("2021-02-17", "2021-02-17");
        paused("2021-02-17", "2021-02-18");
        feedback("2021-02-05", "2021-02-05T08:00:00+07:00");
        String firstQuarter = commune.draftOfFirstQuarter();

        assertThat(commune.figure(firstQuarter, "pakn.open")).isEqualTo(3);
        assertThat(commune.figure(firstQuarter, "pakn.overdue")).isEqualTo(2);
    }

    private UUID feedback(String receivedOn, String recordedAt) {
        UUID feedback = commune.feedbackReceived("POST", receivedOn, dueOn(receivedOn), recordedAt);
        Commune.awaitFact("feedback", feedback, 1);
        return feedback;
    }

    private static String dueOn(String receivedOn) {
        return LocalDate.parse(receivedOn).plusDays(10).toString();
    }

    private void paused(String dueOn, String pausedSince) {
        UUID feedback = feedback("2021-02-07", "2021-02-07T08:00:00+07:00");
        commune.publish(
                "feedback",
                "supplement-requested",
                feedback,
                2,
                pausedSince + "T09:00:00+07:00",
                Commune.feedback("POST", "SUPPLEMENT_REQUESTED", "2021-02-07", dueOn, pausedSince, null));
        Commune.awaitFact("feedback", feedback, 2);
    }
}
