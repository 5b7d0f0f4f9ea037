package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Who comes at the same moment as another waits for him, and is then told what holds; nobody gets an error of the server. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RacesTest {

    private Commune commune;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    @Test
    void of_several_decisions_on_one_version_one_is_taken() throws Exception {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(22, "2021-01");

        assertThat(Concurrently.statuses(i -> commune.asLeader()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("reason", "Nghỉ Tết"))
                        .post("/api/v1/milestones/" + milestone + "/waivers")
                        .statusCode()))
                .containsExactly(200, 412, 412, 412);
        commune.milestone(milestone).body("history", hasSize(2));
    }

    @Test
    void an_occurrence_told_of_several_times_is_one_milestone() throws Exception {
        Commune.Issued plan = commune.issueRealPlan();
        String waiting = plan.milestone(13, "standing");

        assertThat(Concurrently.statuses(i -> commune.asClerk()
                        .header("If-Match", "\"0\"")
                        .body(Map.of("happenedOn", "2020-12-2" + i, "occurrence", "dot-1"))
                        .post("/api/v1/milestones/" + waiting + "/armings")
                        .statusCode()))
                .containsExactly(200, 200, 200, 201);
        assertThat(plan.milestones(13)).hasSize(2);
    }

    @Test
    void a_draft_is_issued_once() throws Exception {
        String draft = commune.importPlan(RealPlan.json())
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        assertThat(Concurrently.statuses(i -> commune.asLeader()
                        .header("If-Match", "\"0\"")
                        .post("/api/v1/plan-imports/" + draft + "/issuances")
                        .statusCode()))
                .containsExactly(201, 412, 412, 412);
        commune.asLeader().get("/api/v1/plans").then().body("items", hasSize(1));
    }

    @Test
    void one_number_is_one_draft() throws Exception {
        assertThat(Concurrently.statuses(
                        i -> commune.importPlan(RealPlan.json()).statusCode()))
                .containsExactly(201, 409, 409, 409);
    }

    @Test
    void units_are_added_independently_of_one_another() throws Exception {
        assertThat(Concurrently.statuses(i -> unit("TO-" + i, "Tổ công tác " + i)))
                .containsExactly(201, 201, 201, 201);
        assertThat(Concurrently.statuses(i -> unit("BAN", "Ban " + i))).containsExactly(201, 409, 409, 409);
    }

    private int unit(String code, String name) {
        return Commune.as(TestTokens.operator())
                .body(Map.of("code", code, "name", name, "kind", "UNIT", "validFrom", "2016-07-01"))
                .post("/api/v1/authorities/" + commune.id() + "/units")
                .statusCode();
    }

    @Test
    void one_code_is_one_authority() throws Exception {
        String code = "R-" + UUID.randomUUID().toString().substring(0, 8);

        assertThat(Concurrently.statuses(i -> Commune.as(TestTokens.operator())
                        .body(Map.of(
                                "code",
                                code,
                                "name",
                                "UBND xã " + i,
                                "level",
                                "COMMUNE",
                                "place",
                                "X",
                                "validFrom",
                                "2016-07-01"))
                        .post("/api/v1/authorities")
                        .statusCode()))
                .containsExactly(201, 409, 409, 409);
    }

    @Test
    void entries_for_one_period_add_to_one_another() throws Exception {
        Commune.Issued plan = commune.issueRealPlan();
        String task = plan.task(15);

        assertThat(Concurrently.statuses(i -> commune.asOfficer("VPTK")
                        .body(Map.of("period", "2021-Q1", "note", "Lần " + i))
                        .post("/api/v1/tasks/" + task + "/progress-entries")
                        .statusCode()))
                .containsExactly(201, 201, 201, 201);
        plan.get("/tasks").body("items.find { it.seq == 15 }.version", equalTo(4));
        String next = commune.asLeader()
                .get("/api/v1/tasks/" + task + "/progress-entries?limit=3")
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .extract()
                .path("next");
        commune.asLeader()
                .queryParam("limit", 3)
                .queryParam("cursor", next)
                .get("/api/v1/tasks/" + task + "/progress-entries")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
    }
}
