package vn.cchc.reporting;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

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
                Map.of("regime", "TUYENTRUYEN", "period", "2021-Q1"),
                Map.of("regime", "TUYENTRUYEN\u00a0", "period", " 2021-Q1"),
                Map.of("milestoneId", propaganda))) {
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
                .body("items.code", contains("CCHC", "CCHC-BNV", "KSTTHC", "RASOAT", "TUYENTRUYEN"))
                .body("items.preparedHere", contains(true, false, false, false, false))
                .body("items[4].cutOffRule", nullValue())
                .body("items[4].periods", nullValue())
                .body("items[4].sections", equalTo(List.of()));
    }

    @Test
    void a_due_report_is_the_same_in_whatever_order_and_however_often_task_and_milestone_are_heard() {
        UUID task = UUID.randomUUID();
        UUID milestone = UUID.randomUUID();
        TestEvents.Raw first = schedule(milestone, task, "2021-06-14", 1);
        TestEvents.Raw second = schedule(milestone, task, "2021-06-15", 2);
        TestEvents.publish("cchc.milestone", List.of(second, first, second));
        Commune.awaitFact("milestone", milestone, 2);
        dueReports().body("items.milestoneId", not(hasItem(milestone.toString())));

        commune.task(task, 9, false, 7, "Báo cáo công tác gia đình", List.of("REPORT_SCHEDULE"), List.of(), 1);
        Commune.awaitFact("task", task, 1);
        String found = "items.find { it.milestoneId == '" + milestone + "' }.";
        dueReports()
                .body(found + "id", equalTo(milestone.toString()))
                .body(found + "dueOn", equalTo("2021-06-15"))
                .body(found + "regime", nullValue());

        commune.task(
                task,
                9,
                false,
                7,
                "Báo cáo định kỳ hàng quý về kiểm soát TTHC",
                List.of("REPORT_SCHEDULE"),
                List.of(),
                2);
        Commune.awaitFact("task", task, 2);
        TestEvents.publish("cchc.milestone", List.of(first, second));
        dueReports()
                .body(found + "title", equalTo("Báo cáo định kỳ hàng quý về kiểm soát TTHC"))
                .body(found + "dueOn", equalTo("2021-06-15"))
                .body(found + "regime.code", equalTo("KSTTHC"));
    }

    @Test
    void the_milestone_and_the_task_of_a_plan_that_are_heard_at_the_same_time_make_a_due_report() throws Exception {
        UUID task = UUID.randomUUID();
        UUID milestone = UUID.randomUUID();
        try (Connection ofMilestone = LocalServers.connect();
                Connection ofTask = LocalServers.connect()) {
            ofMilestone.setAutoCommit(false);
            insert(
                    ofMilestone,
                    "INSERT INTO scheduled_milestone_now (milestone_id, version, authority_id, plan_id, task_id, year,"
                            + " rule_kind, period, due_on, state) VALUES (?, 1, ?, gen_random_uuid(), ?, 2021, 'REPORT_SCHEDULE', '2021-H1',"
                            + " '2021-06-14', 'OPEN')",
                    milestone,
                    commune.id,
                    task);
            CompletableFuture<Void> heardBeside = CompletableFuture.runAsync(() -> insert(
                    ofTask,
                    "INSERT INTO task_now (id, version, authority_id, title, title_folded) VALUES (?, 1, ?, 'Báo cáo', 'bao cao')",
                    task,
                    commune.id));
            await().atMost(Commune.PATIENCE)
                    .until(() ->
                            Commune.count("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
                                            + " AND objid = 1685415283")
                                    > 0);
            ofMilestone.commit();
            heardBeside.get(30, TimeUnit.SECONDS);
        }

        dueReports().body("items.milestoneId", hasItem(milestone.toString()));
    }

    private static void insert(Connection connection, String sql, Object... parameters) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_regime_that_comes_later_knows_the_reports_of_its_title_and_forgets_them_when_it_goes() {
        UUID review = task("Tổ chức đánh giá tổng kết " + propaganda, "FIXED");
        UUID conference = milestone(review, "FIXED", "once", "2021-01-29");
        String code = "T" + UUID.randomUUID().toString().substring(0, 8);
        dueReports().body("items.milestoneId", not(hasItem(conference.toString())));

        Commune.execute(
                "INSERT INTO reporting_regime (code, valid_from, name, task_title_pattern) VALUES (?, '2021-01-01', 'Tổng kết', ?)",
                code,
                "to chuc danh gia tong ket " + propaganda);
        try {
            dueReports()
                    .body("items[0].milestoneId", equalTo(conference.toString()))
                    .body("items[0].regime.code", equalTo(code));
        } finally {
            Commune.execute("DELETE FROM reporting_regime WHERE code = ?", code);
        }

        dueReports().body("items.milestoneId", not(hasItem(conference.toString())));
    }

    @Test
    void a_report_that_a_regime_asks_for_by_itself_stands_among_those_of_the_plan() {
        UUID id = UUID.randomUUID();
        Commune.execute(
                "INSERT INTO due_report (id, authority_id, regime, year, period, title, due_on, work_on)"
                        + " VALUES (?, ?, 'CCHC-BNV', 2021, '2021-Q1', 'Báo cáo CCHC quý I', '2021-03-20', '2021-03-19')",
                id,
                commune.id);

        dueReports()
                .body("items.dueOn", contains("2021-02-24", "2021-02-27", "2021-03-20", "2021-05-30"))
                .body("items[2].id", equalTo(id.toString()))
                .body("items[2].regime.code", equalTo("CCHC-BNV"))
                .body("items[2].preparedHere", equalTo(false))
                .body("items[2].cutOff", equalTo("2021-03-14"))
                .body("items[2].cutOffProvisional", equalTo(false))
                .body("items[2].state", equalTo("NOT_STARTED"))
                .body("items[2].milestoneId", nullValue())
                .body("items[2].planId", nullValue());
        commune.clerk()
                .body(Map.of("regime", "CCHC-BNV", "period", "2021-Q1"))
                .post("/api/v1/reports")
                .then()
                .statusCode(422)
                .body("type", containsString("report-written-elsewhere"));
    }

    private TestEvents.Raw schedule(UUID milestone, UUID task, String dueOn, int version) {
        return commune.event(
                "milestone",
                "planned",
                milestone,
                version,
                PLANNED_AT,
                Commune.fields(
                        "planId",
                        commune.plan,
                        "year",
                        2021,
                        "taskId",
                        task,
                        "ruleKind",
                        "REPORT_SCHEDULE",
                        "occurrence",
                        "2021-H1",
                        "dueOn",
                        dueOn,
                        "workOn",
                        dueOn,
                        "state",
                        "OPEN"));
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
