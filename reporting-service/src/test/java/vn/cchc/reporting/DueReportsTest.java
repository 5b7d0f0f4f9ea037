package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** Every report that a plan schedules is due, whether it is written here or handed in at the plan's milestone. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class DueReportsTest {

    private static final String PLANNED_AT = "2020-12-24T10:00:00+07:00";

    private Commune commune;
    private UUID propagandaTask;
    private UUID propaganda;

    @BeforeEach
    void aPlanWithOneMoreSchedule() {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
        propagandaTask = task("Báo cáo kết quả thực hiện công tác tuyên truyền CCHC", "REPORT_SCHEDULE");
        propaganda = milestone(propagandaTask, "REPORT_SCHEDULE", "2021-Q1", "2021-02-24");
    }

    @Test
    void each_schedule_of_the_plan_has_its_own_day_or_none() {
        UUID control = task("Báo cáo định kỳ hàng quý, 6 háng, năm về kiểm soát TTHC", "REPORT_SCHEDULE");
        milestone(control, "REPORT_SCHEDULE", "2021-Q1", null);
        UUID review = task("Báo cáo năm về kiểm tra, rà soát văn bản QPPL", "FIXED");
        milestone(review, "FIXED", "once", "2021-09-29");
        UUID unknown = task("Báo cáo công tác gia đình", "REPORT_SCHEDULE");
        milestone(unknown, "REPORT_SCHEDULE", "2021-H1", "2021-06-14");

        dueReports()
                .body(
                        "items.dueOn",
                        contains("2021-02-24", "2021-02-27", "2021-05-30", "2021-06-14", "2021-09-29", null))
                .body("items.regime.code", contains("TUYENTRUYEN", "CCHC", "CCHC", "RASOAT", "KSTTHC"))
                .body("items[3].regime", nullValue())
                .body("items.preparedHere", contains(false, true, true, false, false, false))
                .body("items.state.unique()", contains("NOT_STARTED"))
                .body("items[0].cutOff", nullValue())
                .body("items[3].title", equalTo("Báo cáo công tác gia đình"))
                .body("items[4].period", equalTo("2021"))
                .body("items[4].periodLabel", equalTo("năm 2021"))
                .body("items[5].inTime", nullValue())
                .body("items[5].lateByDays", equalTo(0));
    }

    @Test
    void a_due_day_in_a_year_without_a_table_of_working_days_is_provisional() {
        milestone(propagandaTask, "REPORT_SCHEDULE", "2021", "2028-01-04");

        dueReports()
                .body("items.dueOn", contains("2021-02-24", "2021-02-27", "2021-05-30", "2028-01-04"))
                .body("items.dueProvisional", contains(false, false, false, true));
    }

    @Test
    void what_has_a_fixed_day_and_is_no_report_is_not_due_here() {
        UUID conference = task("Tổ chức đánh giá tổng kết công tác CCHC", "FIXED");
        milestone(conference, "FIXED", "once", "2021-01-29");

        dueReports().body("items.regime.code", contains("TUYENTRUYEN", "CCHC", "CCHC"));
    }

    @Test
    void a_report_written_elsewhere_is_sent_on_the_day_it_was_handed_in_once_it_is_accepted() {
        become("SUBMITTED", "2021-02-23", null, 2);
        Commune.itIs("2021-02-25T08:00:00+07:00");
        dueReports()
                .body("items[0].state", equalTo("IN_REVIEW"))
                .body("items[0].sentOn", nullValue())
                .body("items[0].inTime", equalTo(false));

        become("ACCEPTED", "2021-02-23", "2021-02-25", 3);

        dueReports()
                .body("items[0].state", equalTo("SENT"))
                .body("items[0].sentOn", equalTo("2021-02-23"))
                .body("items[0].inTime", equalTo(true))
                .body("items[0].lateByDays", equalTo(0));
    }

    @Test
    void a_report_written_elsewhere_is_late_by_the_days_after_its_day() {
        Commune.itIs("2021-02-28T08:00:00+07:00");
        dueReports().body("items[0].inTime", equalTo(false)).body("items[0].lateByDays", equalTo(4));

        become("ACCEPTED", "2021-03-01", "2021-03-02", 2);
        Commune.itIs("2021-03-20T08:00:00+07:00");

        dueReports()
                .body("items[0].sentOn", equalTo("2021-03-01"))
                .body("items[0].inTime", equalTo(false))
                .body("items[0].lateByDays", equalTo(5));
    }

    @Test
    void a_report_written_elsewhere_that_was_waived_is_never_late() {
        become("WAIVED", null, null, 2);
        Commune.itIs("2021-03-20T08:00:00+07:00");

        dueReports()
                .body("items[0].state", equalTo("WAIVED"))
                .body("items[0].inTime", nullValue())
                .body("items[0].lateByDays", equalTo(0));
    }

    @Test
    void a_report_without_an_outline_is_not_begun_here() {
        for (Map<String, Object> request : List.<Map<String, Object>>of(
                Map.of("regime", "TUYENTRUYEN", "period", "2021-Q1"), Map.of("milestoneId", propaganda))) {
            commune.clerk()
                    .body(request)
                    .post("/api/v1/reports")
                    .then()
                    .statusCode(422)
                    .body("type", containsString("report-written-elsewhere"));
        }
    }

    @Test
    void a_regime_says_whether_its_reports_are_written_here() {
        commune.clerk()
                .get("/api/v1/reporting-regimes?on=2021-02-25")
                .then()
                .statusCode(200)
                .body("items.code", contains("CCHC", "KSTTHC", "RASOAT", "TUYENTRUYEN"))
                .body("items.preparedHere", contains(true, false, false, false))
                .body("items[3].cutOffRule", nullValue())
                .body("items[3].sections", equalTo(List.of()));
    }

    private ValidatableResponse dueReports() {
        return commune.clerk().get("/api/v1/due-reports?year=2021").then().statusCode(200);
    }

    private UUID task(String title, String rule) {
        UUID task = UUID.randomUUID();
        commune.task(task, 9, false, 7, title, List.of(rule), List.of(), 1);
        Commune.awaitFact("task", task, 1);
        return task;
    }

    private UUID milestone(UUID task, String rule, String occurrence, String dueOn) {
        UUID milestone = UUID.randomUUID();
        commune.milestone(
                milestone,
                task,
                rule,
                occurrence,
                dueOn,
                dueOn,
                dueOn == null ? "UNARMED" : "OPEN",
                null,
                null,
                1,
                PLANNED_AT);
        Commune.awaitFact("milestone", milestone, 1);
        return milestone;
    }

    private void become(String state, String submittedOn, String acceptedOn, int version) {
        commune.milestone(
                propaganda,
                propagandaTask,
                "REPORT_SCHEDULE",
                "2021-Q1",
                "2021-02-24",
                "2021-02-24",
                state,
                submittedOn,
                acceptedOn,
                version,
                "2021-02-25T07:00:00+07:00");
        Commune.awaitFact("milestone", propaganda, version);
    }
}
