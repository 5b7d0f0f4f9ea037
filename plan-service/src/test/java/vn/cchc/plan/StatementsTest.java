package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** How many statements an operation costs: a number that does not grow with the plan. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StatementsTest {

    @Inject
    @PersistenceUnitExtension
    IssuedStatements issued;

    private Commune commune;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private List<String> statementsOf(Runnable call) {
        issued.forget();
        call.run();
        return issued.all();
    }

    @Test
    void a_page_of_milestones_is_one_statement_for_a_commune_and_two_for_a_district() {
        Commune.Issued plan = commune.issueRealPlan();
        String list = "/api/v1/milestones?limit=50&plan=" + plan.planId();

        assertThat(statementsOf(() -> commune.asOfficer("VPTK").get(list).then().statusCode(200)))
                .hasSize(1);
        assertThat(statementsOf(() -> commune.asDistrict().get(list).then().statusCode(200)))
                .hasSize(2);
    }

    @Test
    void the_roll_up_of_a_plan_is_one_statement_beside_the_plan() {
        Commune.Issued plan = commune.issueRealPlan();

        List<String> statements = statementsOf(() -> plan.get("/budget"));

        assertThat(statements).hasSize(2);
        assertThat(statements.get(0)).contains("from plan");
        assertThat(statements.get(1)).startsWith("WITH RECURSIVE");
    }

    @Test
    void rows_targets_and_progress_cost_the_same_for_any_plan() {
        Commune.Issued plan = commune.issueRealPlan();

        assertThat(statementsOf(() -> plan.get("/tasks"))).hasSize(3);
        assertThat(statementsOf(() -> plan.get("/targets"))).hasSize(3);
        assertThat(statementsOf(() -> plan.get("/findings"))).hasSize(2);
        assertThat(statementsOf(() -> plan.get("/progress"))).hasSize(3);
    }

    @Test
    void the_long_texts_of_a_plan_are_read_for_the_plan_itself_and_for_nothing_else() {
        Commune.Issued plan = commune.issueRealPlan();

        for (String what : List.of("/budget", "/tasks", "/targets", "/findings", "/progress")) {
            assertThat(statementsOf(() -> plan.get(what))).as(what).noneMatch(sql -> sql.contains("requirements"));
        }
        assertThat(statementsOf(
                        () -> commune.asLeader().get("/api/v1/plans").then().statusCode(200)))
                .singleElement()
                .satisfies(sql -> assertThat(sql).doesNotContain("requirements"));
    }

    @Test
    void issuing_inserts_in_batches() {
        var draft = commune.importPlan(RealPlan.json()).then().statusCode(201).extract();

        List<String> statements = statementsOf(() -> commune.asLeader()
                .header("If-Match", draft.header("ETag"))
                .post("/api/v1/plan-imports/" + draft.path("id") + "/issuances")
                .then()
                .statusCode(201));

        // 103 rows, 78 rules, some hundred milestones, 50 targets, 40 findings: each kind in a few
        // batches.
        assertThat(statements).hasSizeLessThan(40);
    }

    @Test
    void a_milestone_with_its_evidence_is_three_statements_beside_its_history() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(22, "2021-01");

        // And one past the ORM, of the journal.
        assertThat(statementsOf(() -> commune.milestone(milestone))).hasSize(3);
    }
}
