package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** What the walk of {@link AccessTableTest} does not show: several roles in one, tokens that are none, what a body names. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTest {

    private Commune commune;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    @Test
    void a_token_that_is_expired_or_forged_opens_nothing() {
        for (String token : List.of(TestTokens.expired(commune.id()), TestTokens.forged(commune.id()))) {
            Commune.as(token).get("/api/v1/plans").then().statusCode(401);
            Commune.as(token).body("{}").post("/api/v1/plan-imports").then().statusCode(401);
        }
    }

    @Test
    void an_authority_in_the_body_that_the_caller_does_not_reach_is_a_field_that_names_nothing() {
        Commune other = Commune.create();
        Map<String, Object> beneathTheOther = Map.of(
                "code",
                commune.code() + "-2",
                "name",
                "UBND xã",
                "level",
                "COMMUNE",
                "place",
                "Nam Đông",
                "validFrom",
                "2016-07-01",
                "parentId",
                other.district());

        other.asClerk()
                .body(Commune.request(RealPlan.json())
                        .put("authorityId", commune.id().toString())
                        .toString())
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(404)
                .body("errors.field", contains("authorityId"));
        Commune.as(TestTokens.admin(commune.district()))
                .body(beneathTheOther)
                .post("/api/v1/authorities")
                .then()
                .statusCode(404)
                .body("errors.field", contains("parentId"));
    }

    @Test
    void an_administrator_makes_no_authority_that_nothing_is_above() {
        Commune.as(TestTokens.admin(commune.district()))
                .body(Map.of(
                        "code",
                        commune.code() + "-2",
                        "name",
                        "UBND tỉnh",
                        "level",
                        "PROVINCE",
                        "place",
                        "Huế",
                        "validFrom",
                        "2016-07-01"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(422)
                .body("errors.field", contains("parentId"));
    }

    @Test
    void a_file_is_not_looked_at_for_whom_its_milestone_does_not_exist() {
        Commune.Issued plan = commune.issueRealPlan();
        Commune other = Commune.create();

        other.asClerk()
                .contentType("multipart/form-data")
                .multiPart("attachment", "a.txt", new byte[] {1}, "text/plain")
                .post("/api/v1/milestones/" + plan.milestone(4, "2021-Q1") + "/submissions")
                .then()
                .statusCode(404);
    }

    @Test
    void an_officer_of_another_unit_by_now_gets_no_replay_of_what_was_handed_in() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = plan.milestone(4, "2021-Q1");
        String etag = commune.etag(milestone);

        handInOnce("VPTK", etag, milestone).then().statusCode(201);
        handInOnce("VPTK", etag, milestone).then().statusCode(201).header("Idempotency-Replayed", "true");
        handInOnce("TPHT", etag, milestone).then().statusCode(403);
    }

    private Response handInOnce(String unit, String etag, String milestone) {
        return commune.asOfficer(unit)
                .header("If-Match", etag)
                .header("Idempotency-Key", "hand-in-once")
                .body(Map.of("note", "Đã gửi."))
                .post("/api/v1/milestones/" + milestone + "/submissions");
    }

    @Test
    void a_district_changes_nothing_beneath_it_whatever_else_its_people_are() {
        Commune.Issued plan = commune.issueRealPlan();
        String milestone = "/api/v1/milestones/" + plan.milestone(22, "2021-01");
        String entries = "/api/v1/tasks/" + plan.task(15) + "/progress-entries";
        String reading = "/api/v1/targets/" + plan.get("/targets").extract().path("items[0].id") + "/readings";
        String draft = "/api/v1/plan-imports/" + anotherDraft();
        String all = TestTokens.withRoles(commune.district(), "superior", "leader", "clerk", "officer");
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
}
