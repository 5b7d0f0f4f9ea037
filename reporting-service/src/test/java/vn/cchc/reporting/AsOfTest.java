package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.testing.LocalServers;

/** A report tells of a past day: 1 January to the end of 25 February 2021, whatever happens or is entered later. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AsOfTest {

    private Commune commune;

    @BeforeEach
    void aCommuneWithAPlan() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune = Commune.withPlan();
    }

    @Test
    void feedback_counts_by_arrival_and_as_it_stood_at_the_end_of_the_cut_off() {
        UUID inTime = received("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");
        become(inTime, 2, "ONLINE", "ANSWERED", "2021-02-05", "2021-02-17", "2021-02-17", "2021-02-17T16:00:00+07:00");
        UUID late = received("PHONE", "2021-01-11", "2021-01-21", "2021-01-12T08:00:00+07:00");
        become(late, 2, "PHONE", "ANSWERED", "2021-01-11", "2021-01-21", "2021-01-22", "2021-01-22T09:00:00+07:00");
        become(late, 3, "PHONE", "CLOSED", "2021-01-11", "2021-01-21", "2021-01-22", "2021-02-01T09:00:00+07:00");
        // Answered on the day after the cut-off: at its end it was open.
        UUID afterwards = received("POST", "2021-02-20", "2021-03-02", "2021-02-20T08:00:00+07:00");
        become(
                afterwards,
                2,
                "POST",
                "ANSWERED",
                "2021-02-20",
                "2021-03-02",
                "2021-02-26",
                "2021-02-26T07:00:00+07:00");
        // Its last day is the last day counted, and that day is over.
        received("EMAIL", "2021-02-15", "2021-02-25", "2021-02-15T08:00:00+07:00");
        // At 23:59:59 of the last day it still counts.
        received("ONLINE", "2021-02-25", "2021-03-08", "2021-02-25T23:59:59+07:00");
        // A letter of 24 February that was entered on the 26th was not known at the cut-off.
        received("POST", "2021-02-24", "2021-03-08", "2021-02-26T07:30:00+07:00");
        // One of December belongs to the year before, although it was answered this year.
        UUID lastYear = received("ONLINE", "2020-12-30", "2021-01-11", "2020-12-30T08:00:00+07:00");
        become(
                lastYear,
                2,
                "ONLINE",
                "ANSWERED",
                "2020-12-30",
                "2021-01-11",
                "2021-01-05",
                "2021-01-05T08:00:00+07:00");
        UUID refused = received("ONLINE", "2021-02-02", "2021-02-17", "2021-02-02T08:00:00+07:00");
        become(refused, 2, "ONLINE", "REFUSED", "2021-02-02", "2021-02-17", null, "2021-02-03T08:00:00+07:00");
        UUID referred = received("IN_PERSON", "2021-02-02", "2021-02-17", "2021-02-02T08:00:00+07:00");
        become(referred, 2, "IN_PERSON", "REFERRED", "2021-02-02", "2021-02-17", null, "2021-02-04T08:00:00+07:00");
        UUID withdrawn = received("ONLINE", "2021-02-02", "2021-02-17", "2021-02-02T08:00:00+07:00");
        become(withdrawn, 2, "ONLINE", "WITHDRAWN", "2021-02-02", "2021-02-17", null, "2021-02-05T08:00:00+07:00");

        String report = commune.draftOfFirstQuarter();

        assertThat(commune.figure(report, "pakn.received")).isEqualTo(8);
        assertThat(commune.figure(report, "pakn.received.ONLINE")).isEqualTo(4);
        assertThat(commune.figure(report, "pakn.received.POST")).isEqualTo(1);
        assertThat(commune.figure(report, "pakn.answered")).isEqualTo(2);
        assertThat(commune.figure(report, "pakn.answeredInTime")).isEqualTo(1);
        assertThat(commune.figure(report, "pakn.answeredLate")).isEqualTo(1);
        assertThat(commune.figure(report, "pakn.answeredInTimeRate")).isEqualTo(50);
        assertThat(commune.figure(report, "pakn.open")).isEqualTo(3);
        assertThat(commune.figure(report, "pakn.overdue")).isEqualTo(1);
        assertThat(commune.figure(report, "pakn.refused")).isEqualTo(1);
        assertThat(commune.figure(report, "pakn.referred")).isEqualTo(1);
        assertThat(commune.figure(report, "pakn.withdrawn")).isEqualTo(1);
        commune.clerk()
                .get("/api/v1/reports/" + report + "/figures/pakn.answered/sources")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.id", hasItems(inTime.toString(), late.toString()))
                .body("items.find { it.id == '" + late + "' }.version", equalTo(3))
                .body("items[0].kind", equalTo("FEEDBACK"));
    }

    @Test
    void a_rate_of_nothing_has_not_arisen() {
        String report = commune.draftOfFirstQuarter();

        commune.clerk()
                .get("/api/v1/reports/" + report + "/figures")
                .then()
                .body("frozen", equalTo(false))
                .body("cutOff", equalTo("2021-02-25"))
                .body("items.find { it.code == 'pakn.answeredInTimeRate' }.value", nullValue())
                .body("items.find { it.code == 'pakn.answeredInTimeRate' }.denominator", equalTo(0))
                .body("items.find { it.code == 'pakn.answeredInTimeRate' }.display", equalTo("chưa phát sinh"));
    }

    @Test
    void milestones_count_when_due_and_are_late_by_the_day_of_handing_in() {
        String due = "2021-01-31";
        milestone("2021-01", due, "ACCEPTED", "2021-01-29", "2021-02-02", 3, "2021-02-02T09:00:00+07:00");
        milestone("2021-01b", due, "ACCEPTED", "2021-02-01", "2021-02-02", 3, "2021-02-02T09:00:00+07:00");
        milestone("2021-01c", due, "RETURNED", "2021-01-29", null, 3, "2021-02-02T09:00:00+07:00");
        milestone("2021-01d", due, "WAIVED", null, null, 2, "2021-02-02T09:00:00+07:00");
        milestone("2021-02a", "2021-02-25", "SUBMITTED", "2021-02-25", null, 2, "2021-02-25T09:00:00+07:00");
        milestone("2021-02b", "2021-02-25", "OPEN", null, null, 1, "2020-12-24T10:00:00+07:00");
        milestone("2021-02c", "2021-02-28", "OPEN", null, null, 1, "2020-12-24T10:00:00+07:00");
        UUID acceptedLater =
                milestone("2021-02d", "2021-02-24", "SUBMITTED", "2021-02-24", null, 2, "2021-02-24T09:00:00+07:00");
        commune.milestone(
                acceptedLater,
                commune.pressTask,
                "RECURRING",
                "2021-02d",
                "2021-02-24",
                "2021-02-24",
                "ACCEPTED",
                "2021-02-24",
                "2021-02-26",
                3,
                "2021-02-26T07:00:00+07:00");
        UUID lastYear = milestone("2020-12", "2020-12-30", "OPEN", null, null, 1, "2020-12-24T10:00:00+07:00");
        commune.task(
                commune.oneStopTask,
                4,
                false,
                2,
                "100% TTHC thực hiện việc tiếp nhận",
                List.of("CONTINUOUS"),
                List.of("2021-Q1"),
                2);
        Commune.awaitFact("milestone", lastYear, 1);
        Commune.awaitFact("milestone", acceptedLater, 3);
        Commune.awaitFact("task", commune.oneStopTask, 2);

        String report = commune.draftOfFirstQuarter();

        assertThat(commune.figure(report, "tasks.due")).isEqualTo(7);
        assertThat(commune.figure(report, "tasks.due.area-7")).isEqualTo(7);
        assertThat(commune.figure(report, "tasks.due.area-2")).isZero();
        assertThat(commune.figure(report, "tasks.accepted")).isEqualTo(2);
        assertThat(commune.figure(report, "tasks.acceptedInTime")).isEqualTo(1);
        assertThat(commune.figure(report, "tasks.acceptedLate")).isEqualTo(1);
        assertThat(commune.figure(report, "tasks.submitted")).isEqualTo(2);
        assertThat(commune.figure(report, "tasks.overdue")).isEqualTo(2);
        assertThat(commune.figure(report, "tasks.returned")).isEqualTo(1);
        assertThat(commune.figure(report, "tasks.waived")).isEqualTo(1);
        assertThat(commune.figure(report, "tasks.carriedOver")).isEqualTo(1);
        assertThat(commune.figure(report, "tasks.continuous")).isEqualTo(1);
        assertThat(commune.figure(report, "tasks.continuousReported")).isEqualTo(1);
    }

    @Test
    void what_is_approved_stays_although_more_is_heard_of_the_days_counted() {
        UUID first = received("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");
        String report = commune.draftOfFirstQuarter();
        commune.approve(report);
        byte[] before = pdf(report);

        received("ONLINE", "2021-02-06", "2021-02-17", "2021-02-06T08:00:00+07:00");
        Commune.itIs("2021-08-26T08:00:00+07:00");

        assertThat(commune.figure(report, "pakn.received")).isEqualTo(1);
        commune.clerk()
                .get("/api/v1/reports/" + report + "/figures")
                .then()
                .body("frozen", equalTo(true))
                .body("edition", equalTo(1));
        commune.clerk()
                .get("/api/v1/reports/" + report + "/figures/pakn.received/sources?limit=1")
                .then()
                .body("items.id", equalTo(List.of(first.toString())))
                .body("next", nullValue());
        assertThat(pdf(report)).isEqualTo(before);
    }

    @Test
    void a_text_written_by_hand_says_when_the_figures_behind_it_have_moved() {
        String report = commune.draftOfFirstQuarter();
        commune.write(report, "II.2", "Trong kỳ không tiếp nhận PAKN nào.")
                .statusCode(200)
                .body("sections.find { it.code == 'II.2' }.outdated", equalTo(false));

        received("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");

        commune.clerk()
                .get("/api/v1/reports/" + report)
                .then()
                .body("sections.find { it.code == 'II.2' }.outdated", equalTo(true))
                .body("sections.find { it.code == 'II.2' }.proposal", notNullValue())
                .body("sections.find { it.code == 'II.2' }.text", equalTo("Trong kỳ không tiếp nhận PAKN nào."));
    }

    @Test
    void sources_are_read_in_pages() {
        for (int i = 0; i < 5; i++) {
            received("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");
        }
        String report = commune.draftOfFirstQuarter();
        String path = "/api/v1/reports/" + report + "/figures/pakn.received/sources?limit=3";

        String next = commune.clerk()
                .get(path)
                .then()
                .body("items", hasSize(3))
                .extract()
                .path("next");

        commune.clerk()
                .get(path + "&cursor=" + next)
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
    }

    @Test
    void no_source_is_skipped_when_another_leaves_between_pages() {
        for (int i = 0; i < 5; i++) {
            received("ONLINE", "2021-02-05", "2021-03-17", "2021-02-05T08:00:00+07:00");
        }
        String path = "/api/v1/reports/" + commune.draftOfFirstQuarter() + "/figures/pakn.open/sources";
        List<String> all = commune.clerk().get(path).path("items.id");
        assertThat(all).hasSize(5).isSorted();
        var first = commune.clerk().get(path + "?limit=2").then().body("items.id", equalTo(all.subList(0, 2)));

        become(
                UUID.fromString(all.get(0)),
                2,
                "ONLINE",
                "ANSWERED",
                "2021-02-05",
                "2021-03-17",
                "2021-02-08",
                "2021-02-08T08:00:00+07:00");
        var second = commune.clerk()
                .get(path + "?limit=2&cursor=" + first.extract().path("next"))
                .then()
                .body("items.id", equalTo(all.subList(2, 4)));
        // What the next page goes on from leaves, too.
        become(
                UUID.fromString(all.get(3)),
                2,
                "ONLINE",
                "WITHDRAWN",
                "2021-02-05",
                "2021-03-17",
                null,
                "2021-02-09T08:00:00+07:00");

        commune.clerk()
                .get(path + "?limit=2&cursor=" + second.extract().path("next"))
                .then()
                .statusCode(200)
                .body("items.id", equalTo(all.subList(4, 5)))
                .body("next", nullValue());
    }

    @Test
    void sources_that_were_frozen_are_read_in_pages_in_the_same_order() {
        for (int i = 0; i < 5; i++) {
            received("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");
        }
        String report = commune.draftOfFirstQuarter();
        String path = "/api/v1/reports/" + report + "/figures/pakn.received/sources?limit=3";
        List<String> live = commune.clerk().get(path).path("items.id");
        String liveNext = commune.clerk().get(path).path("next");
        commune.approve(report);

        var frozen = commune.clerk().get(path).then().body("items.id", equalTo(live));
        commune.clerk()
                .get(path + "&cursor=" + frozen.extract().path("next"))
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        String ofTheVersionBefore =
                Cursor.encode("sources by id " + report + "pakn.received1", "FEEDBACK", live.get(2));
        for (String ofAnotherList : List.of(liveNext, ofTheVersionBefore)) {
            commune.clerk()
                    .get(path + "&cursor=" + ofAnotherList)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:cchc:problem:malformed-cursor"))
                    .body("errors.field", equalTo(List.of("cursor")));
        }
    }

    private byte[] pdf(String report) {
        return commune.clerk()
                .accept("application/pdf")
                .get("/api/v1/reports/" + report + "/document")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private UUID received(String channel, String receivedOn, String dueOn, String enteredAt) {
        UUID feedback = commune.feedbackReceived(channel, receivedOn, dueOn, enteredAt);
        Commune.awaitFact("feedback", feedback, 1);
        return feedback;
    }

    private void become(
            UUID feedback,
            int version,
            String channel,
            String state,
            String receivedOn,
            String dueOn,
            String answeredOn,
            String at) {
        commune.publish(
                "feedback",
                state.toLowerCase(Locale.ROOT),
                feedback,
                version,
                at,
                Commune.feedback(channel, state, receivedOn, dueOn, answeredOn));
        Commune.awaitFact("feedback", feedback, version);
    }

    private UUID milestone(
            String occurrence,
            String dueOn,
            String state,
            String submittedOn,
            String acceptedOn,
            int version,
            String at) {
        UUID milestone = UUID.randomUUID();
        commune.milestone(
                milestone,
                commune.pressTask,
                "RECURRING",
                occurrence,
                dueOn,
                dueOn,
                state,
                submittedOn,
                acceptedOn,
                version,
                at);
        return milestone;
    }
}
