package vn.cchc.plan;

import static io.restassured.RestAssured.given;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Who may do what, and what lies outside one's authority. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTest {

    private Commune commune;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private RequestSpecification by(String role) {
        return switch (role) {
            case "anonymous" -> given().contentType("application/json");
            case "clerk" -> commune.asClerk();
            case "leader" -> commune.asLeader();
            case "officer" -> commune.asOfficer("VPTK");
            case "district" -> commune.asDistrict();
            case "admin" -> Commune.as(TestTokens.admin(commune.district()));
            case "operator" -> Commune.as(TestTokens.operator());
            case "visitor" -> Commune.as(TestTokens.withoutRole(commune.id()));
            case "expired" -> Commune.as(TestTokens.expired(commune.id()));
            case "forged" -> Commune.as(TestTokens.forged(commune.id()));
            default -> throw new IllegalArgumentException(role);
        };
    }

    private void assertStatuses(String operation, Map<String, Integer> expected, Call call) {
        expected.forEach((role, status) ->
                assertThat(call.status(by(role))).as(operation + " by " + role).isEqualTo(status));
    }

    private interface Call {
        int status(RequestSpecification caller);
    }

    private static Map<String, Integer> roles(
            int clerk, int officer, int leader, int district, int admin, int operator) {
        return Map.ofEntries(
                entry("clerk", clerk),
                entry("officer", officer),
                entry("leader", leader),
                entry("district", district),
                entry("admin", admin),
                entry("operator", operator),
                entry("visitor", 403),
                entry("anonymous", 401),
                entry("expired", 401),
                entry("forged", 401));
    }

    @Test
    void each_role_may_do_what_the_table_of_the_domain_says() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(5, "once");
        String plans = "/api/v1/plans/" + plan.planId();

        for (String what : List.of("", "/tasks", "/findings", "/budget", "/progress", "/targets")) {
            assertStatuses("GET plan" + what, roles(200, 200, 200, 200, 200, 403), caller -> caller.get(plans + what)
                    .statusCode());
        }
        assertStatuses("GET milestone", roles(200, 200, 200, 200, 200, 403), caller -> caller.get(
                        "/api/v1/milestones/" + milestone)
                .statusCode());
        // A body that breaks a rule shows that the caller got past the gate, without changing anything.
        assertStatuses("import", roles(422, 403, 422, 403, 422, 403), caller -> caller.body("{}")
                .post("/api/v1/plan-imports")
                .statusCode());
        assertStatuses("issue", roles(403, 403, 404, 403, 403, 403), caller -> caller.post(
                        "/api/v1/plan-imports/" + UUID.randomUUID() + "/issuances")
                .statusCode());
        assertStatuses("submit", roles(422, 422, 422, 403, 403, 403), caller -> caller.body("{}")
                .post("/api/v1/milestones/" + milestone + "/submissions")
                .statusCode());
        assertStatuses("accept", roles(403, 403, 428, 403, 403, 403), caller -> caller.post(
                        "/api/v1/milestones/" + milestone + "/acceptances")
                .statusCode());
        assertStatuses("return", roles(403, 403, 422, 403, 403, 403), caller -> caller.body("{}")
                .post("/api/v1/milestones/" + milestone + "/returns")
                .statusCode());
        assertStatuses("waive", roles(403, 403, 422, 403, 403, 403), caller -> caller.body("{}")
                .post("/api/v1/milestones/" + milestone + "/waivers")
                .statusCode());
        assertStatuses("arm", roles(428, 403, 428, 403, 403, 403), caller -> caller.body("{}")
                .post("/api/v1/milestones/" + milestone + "/armings")
                .statusCode());
        assertStatuses("register", roles(403, 403, 403, 403, 422, 422), caller -> caller.body("{}")
                .post("/api/v1/authorities")
                .statusCode());
    }

    @Test
    void what_belongs_to_another_authority_does_not_exist() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(5, "once");
        Commune other = Commune.create();

        for (String what : List.of("", "/tasks", "/findings", "/budget", "/progress", "/targets")) {
            other.asLeader().get("/api/v1/plans/" + plan.planId() + what).then().statusCode(404);
            other.asDistrict()
                    .get("/api/v1/plans/" + plan.planId() + what)
                    .then()
                    .statusCode(404);
        }
        other.asLeader().get("/api/v1/milestones/" + milestone).then().statusCode(404);
        other.asLeader()
                .header("If-Match", "\"0\"")
                .post("/api/v1/milestones/" + milestone + "/acceptances")
                .then()
                .statusCode(404);
        other.asLeader()
                .get("/api/v1/milestones?plan=" + plan.planId())
                .then()
                .statusCode(200)
                .body("items", empty());
        other.asLeader()
                .get("/api/v1/plans?authority=" + commune.id())
                .then()
                .statusCode(200)
                .body("items", empty());
        other.asClerk()
                .body(Commune.request(RealPlan.json())
                        .put("authorityId", commune.id().toString())
                        .toString())
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(404);
    }

    @Test
    void a_district_changes_nothing_beneath_it_whatever_else_its_people_are() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = "/api/v1/milestones/" + plan.milestone(22, "2021-01");
        String entries = "/api/v1/tasks/" + plan.task(15) + "/progress-entries";
        String reading = "/api/v1/targets/" + plan.get("/targets").extract().path("items[0].id") + "/readings";
        String draft = "/api/v1/plan-imports/" + anotherDraft();
        String all = TestTokens.withRoles(commune.district(), "district", "leader", "clerk", "officer");
        List<Change> changes = List.of(
                new Change(milestone + "/submissions", Map.of("note", "Đã phát 8 tin.")),
                new Change(milestone + "/acceptances", Map.of()),
                new Change(milestone + "/returns", Map.of("reason", "Thiếu")),
                new Change(milestone + "/waivers", Map.of("reason", "Nghỉ Tết")),
                new Change(milestone + "/armings", Map.of("dueOn", "2021-03-01")),
                new Change(entries, Map.of("period", "2021-Q1", "note", "Đã vào sổ.")),
                new Change(
                        reading,
                        Map.of("period", "2021-Q1", "numerator", 1, "denominator", 1, "source", "Phiếu khảo sát")),
                new Change(draft + "/issuances", Map.of()),
                new Change(draft + "/discards", Map.of()));

        Commune.as(all).get(milestone).then().statusCode(200);
        Commune.as(all).get(entries).then().statusCode(200);
        for (Change change : changes) {
            assertThat(Commune.as(all)
                            .header("If-Match", "\"0\"")
                            .body(change.body())
                            .post(change.path())
                            .statusCode())
                    .as(change.path())
                    .isEqualTo(404);
        }
        Commune.as(all).get(draft).then().statusCode(404);
        Commune.as(all)
                .body(Commune.request(RealPlan.json())
                        .put("authorityId", commune.id().toString())
                        .toString())
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(404);
        commune.milestone(plan.milestone(22, "2021-01")).body("state", equalTo("OPEN"));
    }

    private record Change(String path, Map<String, Object> body) {}

    private String anotherDraft() {
        ObjectNode document = RealPlan.json();
        ((ObjectNode) document.get("header")).put("number", "58/KH-UBND");
        return commune.importPlan(document).then().statusCode(201).extract().path("id");
    }

    @Test
    void an_administrator_of_the_district_who_leads_it_imports_for_a_commune_beneath_but_issues_nothing_there() {
        String both = TestTokens.withRoles(commune.district(), "admin", "leader");
        String draft = "/api/v1/plan-imports/" + anotherDraft();

        Commune.as(both).get(draft).then().statusCode(200);
        Commune.as(both)
                .header("If-Match", "\"0\"")
                .post(draft + "/issuances")
                .then()
                .statusCode(404);
    }

    @Test
    void an_administrator_who_belongs_to_no_authority_does_nothing() {
        String nowhere = TestTokens.withRoles(null, "admin");

        Commune.as(nowhere).get("/api/v1/plan-imports/" + anotherDraft()).then().statusCode(403);
        Commune.as(nowhere).get("/api/v1/plans").then().statusCode(403);
    }

    @Test
    void a_district_sees_those_beneath_it() {
        Commune.Issued plan = commune.issueRealPlan();

        commune.asDistrict()
                .get("/api/v1/plans?year=2021")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items.id", hasItem(plan.planId().toString()));
        commune.asDistrict()
                .get("/api/v1/milestones?plan=" + plan.planId())
                .then()
                .statusCode(200)
                .body("items", not(empty()));
    }
}
