package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** A report is approved when everything it is counted from has been heard, or with a reason that stays with it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class CompletenessTest {

    private static final String REASON = "Phòng Nội vụ yêu cầu gửi trong ngày.";

    private Commune commune;
    private String report;

    @BeforeEach
    void aDraftWhoseCutOffHasPassed() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune = Commune.withPlan();
        report = commune.draftOfFirstQuarter();
    }

    @AfterEach
    void nothingIsLeftToTendTo() {
        Commune.execute("DELETE FROM dead_letter");
    }

    @Test
    void while_no_day_is_marked_nothing_is_known_to_be_complete() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        Commune.nothingIsMarked();

        approval()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:figures-not-complete"))
                .body("missing.topic.unique()", containsInAnyOrder(Commune.SOURCES.toArray()))
                .body("missing.cause", everyItem(is("NOT_MARKED")))
                .body("detail", containsString("25/02/2021"))
                .body("detail", containsString("phản ánh, kiến nghị (chưa rõ đủ đến ngày nào)"));
        read().body("missing.topic.unique()", containsInAnyOrder(Commune.SOURCES.toArray()))
                .body("state", equalTo("DRAFT"));

        Commune.everythingIsCompleteTo(Commune.CUT_OFF);

        read().body("missing", empty());
        approval().statusCode(200).body("number", equalTo(1)).body("missing", nullValue());
    }

    @Test
    void before_the_cut_off_nothing_is_said_of_it() {
        Commune.itIs("2021-02-25T08:00:00+07:00");

        read().body("missing", nullValue());
    }

    @Test
    void one_partition_that_is_a_day_behind_is_named() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        assertThat(
                        Commune.execute(
                                "UPDATE heard_to SET marked_day = '2021-02-24' WHERE topic = 'cchc.feedback' AND partition = 0"))
                .isEqualTo(1);

        approval()
                .statusCode(409)
                .body("missing", hasSize(1))
                .body("missing[0].cause", equalTo("NOT_MARKED"))
                .body("missing[0].topic", equalTo("cchc.feedback"))
                .body("missing[0].partition", equalTo(0))
                .body("missing[0].completeTo", equalTo("2021-02-24"))
                .body("detail", containsString("phản ánh, kiến nghị (mới đủ đến hết ngày 24/02/2021)"));
        commune.leader()
                .header("If-Match", "*")
                .header("Accept-Language", "en")
                .post("/api/v1/reports/" + report + "/approvals")
                .then()
                .body("detail", containsString("feedback (complete to 2021-02-24 only)"));
    }

    @Test
    void a_record_of_the_authority_that_could_not_be_processed_is_in_the_way_until_it_is_settled() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        Commune other = Commune.withPlan();
        String reportOfOther = other.draftOfFirstQuarter();
        UUID unreadable = UUID.randomUUID();
        commune.publish("feedback", "received", unreadable, 1, "2021-02-20T08:00:00+07:00", Map.of());
        awaitDeadLetters("aggregate_id", unreadable, "OPEN");

        String letter = approval()
                .statusCode(409)
                .body("missing", hasSize(1))
                .body("missing[0].cause", equalTo("DEAD_LETTER"))
                .body("missing[0].topic", equalTo("cchc.feedback"))
                .extract()
                .path("missing[0].deadLetter");
        other.approve(reportOfOther);
        Commune.as(TestTokens.operator())
                .body(Map.of("reason", "Bản ghi thử."))
                .post("/api/v1/dead-letters/" + letter + "/set-asides")
                .then()
                .statusCode(200);

        approval().statusCode(200);
    }

    @Test
    void a_record_of_which_nobody_knows_whom_it_concerns_may_concern_anybody() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        UUID key = UUID.randomUUID();
        TestEvents.publish("cchc.milestone", key, "vn.cchc.milestone.planned.v1", "{");
        awaitDeadLetters("key", key.toString(), "OPEN");

        approval().statusCode(409).body("missing.cause", contains("DEAD_LETTER"));
    }

    @Test
    void an_event_that_waits_for_one_before_it_is_missing_something() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        UUID feedback = UUID.randomUUID();
        Map<String, Object> state = Commune.feedback("ONLINE", "RECEIVED", "2021-02-20", "2021-03-02", null);
        TestEvents.Raw first = commune.event("feedback", "received", feedback, 1, "2021-02-20T08:00:00+07:00", state);
        TestEvents.Raw second = commune.event("feedback", "accepted", feedback, 2, "2021-02-21T08:00:00+07:00", state);
        TestEvents.publish("cchc.feedback", List.of(second));
        awaitDeadLetters("aggregate_id", feedback, "WAITING");

        approval().statusCode(409).body("missing.cause", contains("EVENTS_MISSING"));
        TestEvents.publish("cchc.feedback", List.of(first));
        Commune.awaitFact("feedback", feedback, 2);

        approval().statusCode(200);
        assertThat(commune.figure(report, "pakn.received")).isEqualTo(1);
    }

    @Test
    void what_a_service_misses_itself_is_missing_of_that_authority_only() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        Commune other = Commune.withPlan();
        String reportOfOther = other.draftOfFirstQuarter();
        TestEvents.mark("cchc.milestone", Commune.CUT_OFF_H1, commune.id);
        Commune.awaitMark("cchc.milestone", Commune.CUT_OFF_H1);

        approval()
                .statusCode(409)
                .body("missing.cause", everyItem(is("WITHHELD_BY_SOURCE")))
                .body("missing.topic.unique()", contains("cchc.milestone"));
        other.approve(reportOfOther);

        TestEvents.mark("cchc.milestone", Commune.CUT_OFF_H1);
        await().atMost(Commune.PATIENCE)
                .until(() -> Commune.count(
                                "SELECT count(*) FROM heard_to WHERE topic = 'cchc.milestone' AND withheld <> '{}'")
                        == 0);
        approval().statusCode(200);
    }

    @Test
    void a_leader_may_approve_all_the_same_with_a_reason_that_stays_with_the_report() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        Commune.nothingIsMarked();

        commune.change(commune.leader().body(Map.of("incompleteReason", REASON)), report, "approvals")
                .body("state", equalTo("APPROVED"))
                .body("incompleteReason", equalTo(REASON))
                .body("editions[0].incompleteReason", equalTo(REASON))
                .body("editions[0].incompleteSources.topic.unique()", containsInAnyOrder(Commune.SOURCES.toArray()));
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);

        read().body("incompleteReason", equalTo(REASON)).body("changedSinceApproval", equalTo(false));
        assertThat(String.join(" ", commune.pages(report, "")).replaceAll("\\s+", " "))
                .contains("Số liệu phê duyệt khi chưa đủ nguồn: " + REASON)
                .contains("phản ánh, kiến nghị (chưa rõ đủ đến ngày nào)");
        commune.clerk()
                .get("/api/v1/reports/" + report + "/changes")
                .then()
                .body("items.find { it.what == 'approved' }.reason", equalTo(REASON));
    }

    @Test
    void a_reason_that_is_not_needed_is_not_kept_and_a_blank_one_is_none() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        Commune.nothingIsMarked();
        commune.leader()
                .header("If-Match", "*")
                .body(Map.of("incompleteReason", "  "))
                .post("/api/v1/reports/" + report + "/approvals")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:figures-not-complete"));
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);

        commune.change(commune.leader().body(Map.of("incompleteReason", REASON)), report, "approvals")
                .body("incompleteReason", nullValue())
                .body("editions[0].incompleteReason", nullValue());
        assertThat(String.join(" ", commune.pages(report, ""))).doesNotContain("chưa đủ nguồn");
    }

    @Test
    void what_arrives_behind_its_mark_flags_the_reports_approved_without_it_and_changes_nothing_in_them() {
        UUID counted = commune.feedbackReceived("ONLINE", "2021-02-01", "2021-02-17", "2021-02-01T08:00:00+07:00");
        Commune.awaitFact("feedback", counted, 1);
        commune.approve(report);
        Commune other = Commune.withPlan();
        String reportOfOther = other.draftOfFirstQuarter();
        other.approve(reportOfOther);
        read().body("changedSinceApproval", equalTo(false)).body("lateEvents", nullValue());
        List<String> before = commune.pages(report, "");

        UUID late = commune.feedbackReceived("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");
        UUID afterTheCutOff = commune.feedbackReceived("POST", "2021-02-05", "2021-02-17", "2021-02-26T07:00:00+07:00");
        Commune.awaitFact("feedback", late, 1);
        Commune.awaitFact("feedback", afterTheCutOff, 1);

        read().body("changedSinceApproval", equalTo(true))
                .body("lateEvents.count", equalTo(1))
                .body("lateEvents.since", startsWith("2021-02-26T08:"));
        assertThat(commune.figure(report, "pakn.received")).isEqualTo(1);
        assertThat(commune.pages(report, "")).isEqualTo(before);
        other.clerk().get("/api/v1/reports/" + reportOfOther).then().body("changedSinceApproval", equalTo(false));
    }

    @Test
    void what_arrives_late_of_another_plan_or_of_a_later_day_flags_nothing() {
        commune.approve(report);
        UUID milestone = UUID.randomUUID();
        TestEvents.publish(
                "cchc.milestone",
                List.of(commune.event(
                        "milestone",
                        "planned",
                        milestone,
                        1,
                        "2021-02-01T08:00:00+07:00",
                        Commune.fields(
                                "planId",
                                UUID.randomUUID(),
                                "year",
                                2020,
                                "taskId",
                                UUID.randomUUID(),
                                "ruleKind",
                                "RECURRING",
                                "occurrence",
                                "2020-12",
                                "dueOn",
                                "2020-12-31",
                                "state",
                                "OPEN"))));
        Commune.awaitFact("milestone", milestone, 1);

        read().body("changedSinceApproval", equalTo(false));
    }

    @Test
    void a_report_approved_without_all_marks_is_flagged_by_whatever_comes_of_its_days() {
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        Commune.nothingIsMarked();
        commune.change(commune.leader().body(Map.of("incompleteReason", REASON)), report, "approvals");

        UUID straggler = commune.feedbackReceived("ONLINE", "2021-02-05", "2021-02-17", "2021-02-25T23:50:00+07:00");
        Commune.awaitFact("feedback", straggler, 1);

        read().body("changedSinceApproval", equalTo(true)).body("lateEvents.count", equalTo(1));
    }

    @Test
    void the_next_edition_counts_what_the_first_had_to_do_without() {
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches");
        UUID late = commune.feedbackReceived("ONLINE", "2021-02-05", "2021-02-17", "2021-02-05T08:00:00+07:00");
        Commune.awaitFact("feedback", late, 1);
        commune.above().get("/api/v1/reports/" + report).then().body("changedSinceApproval", equalTo(true));
        commune.change(commune.above().body(Map.of("reason", "Thiếu số liệu.")), report, "returns");

        commune.approve(report)
                .body("edition", equalTo(2))
                .body("changedSinceApproval", equalTo(false))
                .body("editions[1].changedFigures.code", hasItem("pakn.received"));
        assertThat(commune.figure(report, "pakn.received")).isEqualTo(1);
    }

    private ValidatableResponse approval() {
        return commune.leader()
                .header("If-Match", commune.etag(report))
                .header("Accept-Language", "vi")
                .post("/api/v1/reports/" + report + "/approvals")
                .then();
    }

    private ValidatableResponse read() {
        return commune.clerk().get("/api/v1/reports/" + report).then().statusCode(200);
    }

    private static void awaitDeadLetters(String column, Object value, String state) {
        await().atMost(Commune.PATIENCE)
                .until(() -> Commune.count(
                                "SELECT count(*) FROM dead_letter WHERE " + column + " = ? AND state = ?", value, state)
                        == 1);
    }
}
