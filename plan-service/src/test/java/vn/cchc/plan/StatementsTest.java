package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;

/** How many statements an operation costs: a number that does not grow with the plan. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StatementsTest {

    private Commune commune;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    @Test
    void a_page_of_milestones_is_one_statement_for_a_commune_and_two_for_a_district() {
        Commune.Issued plan = commune.issueRealPlan();
        String list = "/api/v1/milestones?limit=50&plan=" + plan.planId();

        assertThat(StatementLog.inShort(
                        () -> commune.asOfficer("VPTK").get(list).then().statusCode(200)))
                .containsExactly("set", "select milestone");
        assertThat(StatementLog.inShort(
                        () -> commune.asDistrict().get(list).then().statusCode(200)))
                .containsExactly("select authority_tree", "set", "select milestone");
    }

    @Test
    void the_roll_up_of_a_plan_is_one_statement_beside_the_plan() {
        Commune.Issued plan = commune.issueRealPlan();

        assertThat(StatementLog.inShort(() -> plan.get("/budget"))).containsExactly("select plan", "select task");
    }

    @Test
    void rows_targets_and_progress_cost_the_same_for_any_plan() {
        Commune.Issued plan = commune.issueRealPlan();

        assertThat(StatementLog.inShort(() -> plan.get("/tasks"))).hasSize(3);
        assertThat(StatementLog.inShort(() -> plan.get("/targets"))).hasSize(3);
        assertThat(StatementLog.inShort(() -> plan.get("/findings"))).hasSize(3);
        assertThat(StatementLog.inShort(() -> plan.get("/progress"))).hasSize(3);
    }

    @Test
    void the_long_texts_of_a_plan_are_read_for_the_plan_itself_and_for_nothing_else() {
        Commune.Issued plan = commune.issueRealPlan();

        StatementLog.forget();
        for (String what : List.of("/budget", "/tasks", "/targets", "/findings", "/progress")) {
            plan.get(what);
        }
        commune.asLeader().get("/api/v1/plans").then().statusCode(200);

        assertThat(StatementLog.all())
                .anyMatch(sql -> sql.contains("from plan"))
                .noneMatch(sql -> sql.contains("requirements"));
    }

    @Test
    void issuing_inserts_in_batches() {
        var draft = commune.importPlan(RealPlan.json()).then().statusCode(201).extract();

        List<String> statements = StatementLog.inShort(() -> commune.asLeader()
                .header("If-Match", draft.header("ETag"))
                .post("/api/v1/plan-imports/" + draft.path("id") + "/issuances")
                .then()
                .statusCode(201));

        // 103 rows, 78 rules, some hundred milestones, 50 targets, 40 findings, their history: each in batches of 50.
        assertThat(statements).hasSize(25).doesNotContain("update plan_finding");
    }

    @Test
    void a_milestone_with_its_evidence_and_its_history_is_four_statements() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(22, "2021-01");

        assertThat(StatementLog.inShort(() -> commune.milestone(milestone))).hasSize(4);
    }
}
