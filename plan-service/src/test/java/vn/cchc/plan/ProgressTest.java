package vn.cchc.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** How far a plan is said to be, and what made it so. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ProgressTest {

    private Commune commune;
    private Commune.Issued plan;

    @BeforeEach
    void anIssuedPlanInFebruary() {
        Commune.now("2020-12-24T09:00:00+07:00");
        commune = Commune.create();
        plan = commune.issueRealPlan();
        Commune.now("2021-02-03T08:30:00+07:00");
    }

    private void handIn(String milestone) {
        commune.post(commune.asLeader(), milestone, "submissions", Map.of("note", "Đã phát 8 tin."))
                .statusCode(201);
    }

    @Test
    void a_task_is_as_far_as_its_accepted_milestones_over_those_that_are_owed() {
        String january = plan.milestone(22, "2021-01");
        handIn(january);
        commune.post(commune.asLeader(), january, "acceptances", null).statusCode(200);
        commune.post(commune.asLeader(), plan.milestone(22, "2021-02"), "waivers", Map.of("reason", "Nghỉ Tết"))
                .statusCode(200);

        plan.get("/progress")
                .body("asOf", equalTo("2021-02-03"))
                .body("tasks.find { it.seq == 22 }.accepted", equalTo(1))
                .body("tasks.find { it.seq == 22 }.counted", equalTo(11))
                .body("tasks.find { it.seq == 22 }.waived", equalTo(1))
                .body("tasks.find { it.seq == 22 }.late", equalTo(1))
                .body("tasks.find { it.seq == 22 }.overdue", equalTo(0))
                .body("tasks.find { it.seq == 22 }.percent", equalTo(9.1f))
                // Waits for feedback: nothing is owed yet, so it has no share in any mean.
                .body("tasks.find { it.seq == 16 }.counted", equalTo(0))
                .body("tasks.find { it.seq == 16 }.percent", equalTo(null))
                .body("tasks.seq", not(hasItem(1)));
    }

    @Test
    void an_area_and_the_plan_are_the_mean_over_the_tasks_that_have_any() {
        String once = plan.milestone(5, "once");
        handIn(once);
        commune.post(commune.asLeader(), once, "acceptances", null).statusCode(200);

        var progress = plan.get("/progress").body("tasks.find { it.seq == 5 }.percent", equalTo(100.0f));
        int area = progress.extract().path("tasks.find { it.seq == 5 }.areaNumber");
        int inArea = progress.extract().path("tasks.count { it.areaNumber == " + area + " && it.percent != null }");
        int inPlan = progress.extract().path("tasks.count { it.percent != null }");
        progress.body("areas", hasSize(7))
                .body("areas.number", contains(1, 2, 3, 4, 5, 6, 7))
                .body("areas.find { it.number == " + area + " }.tasksCounted", equalTo(inArea))
                .body("areas.find { it.number == " + area + " }.percent", equalTo(rounded(100.0 / inArea)))
                .body("tasksCounted", equalTo(inPlan))
                .body("percent", equalTo(rounded(100.0 / inPlan)));
    }

    private static float rounded(double percent) {
        return Math.round(percent * 10) / 10f;
    }

    @Test
    void it_explains_itself_by_the_evidence() {
        String january = plan.milestone(22, "2021-01");
        handIn(january);

        String explanation = plan.get("/progress").extract().path("tasks.find { it.seq == 22 }.explanation");

        commune.asLeader()
                .queryParam("limit", 2)
                .get(explanation)
                .then()
                .statusCode(200)
                .body("items.occurrence", contains("2021-01", "2021-02"))
                .body("items[0].evidence.note", contains("Đã phát 8 tin."))
                .body("items[0].late", is(true))
                .body("items[1].evidence", hasSize(0));
    }

    @Test
    void continuous_tasks_are_told_apart_by_periods_entered_over_periods_owed() {
        for (String period : List.of("2021-Q1", "2021-Q1\u00a0")) {
            commune.asOfficer("VPTK")
                    .body(Map.of("period", period, "note", "Đã tiếp nhận 12 PAKN."))
                    .post("/api/v1/tasks/" + plan.task(15) + "/progress-entries")
                    .then()
                    .statusCode(201);
        }

        var progress = plan.get("/progress");
        int tasks = progress.extract().path("continuous.tasks.size()");
        progress.body("continuous.entered", equalTo(1))
                .body("continuous.expected", equalTo(5 * tasks))
                .body("continuous.tasks.find { it.seq == 15 }.entered", contains("2021-Q1"))
                .body(
                        "continuous.tasks.find { it.seq == 15 }.missing",
                        contains("2021-H1", "2021-Q3", "2021-Y1", "2021-Y2"))
                .body("tasks.seq", not(hasItem(15)));
    }
}
