package vn.cchc.reporting;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** What the walk of {@link AccessTableTest} does not show: drafts, sections, tokens that are none. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTest {

    private Commune commune;
    private String report;

    @BeforeEach
    void aDraft() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune = Commune.withPlan();
        report = commune.draftOfFirstQuarter();
    }

    @Test
    void a_draft_exists_for_its_own_authority_only() {
        for (RequestSpecification who : List.of(
                Commune.as(TestTokens.leader(UUID.randomUUID())),
                commune.above(),
                Commune.as(TestTokens.superior(UUID.randomUUID())))) {
            who.get("/api/v1/reports/" + report).then().statusCode(404).body("type", containsString("not-found"));
        }
        Commune.as(TestTokens.officer(commune.id, commune.office))
                .get("/api/v1/reports/" + report)
                .then()
                .statusCode(200);
    }

    @Test
    void without_a_good_token_there_is_nothing() {
        for (String path :
                List.of("/api/v1/due-reports", "/api/v1/reports", "/api/v1/reports/" + report + "/document")) {
            RestAssured.given().get(path).then().statusCode(401);
            as(TestTokens.expired(commune.id)).get(path).then().statusCode(401);
            as(TestTokens.forged(commune.id)).get(path).then().statusCode(401);
        }
    }

    @Test
    void an_officer_writes_the_sections_of_areas_in_which_the_own_unit_leads_a_task() {
        String own = TestTokens.officer(commune.id, commune.office);
        String other = TestTokens.officer(commune.id, UUID.randomUUID());

        write(own, "II.2")
                .statusCode(200)
                .body("sections.find { it.code == 'II.2' }.editedBy", equalTo("Thử nghiệm officer"));
        write(own, "II.5").statusCode(403);
        write(own, "III").statusCode(403);
        write(other, "II.2").statusCode(403);
    }

    @Test
    void who_may_not_write_a_section_does_not_learn_whether_the_version_is_right() {
        Commune.as(TestTokens.officer(commune.id, UUID.randomUUID()))
                .header("If-Match", "\"999\"")
                .body(Map.of("text", "Nội dung."))
                .put("/api/v1/reports/" + report + "/sections/II.2")
                .then()
                .statusCode(403);
    }

    private ValidatableResponse write(String token, String section) {
        return Commune.as(token)
                .header("If-Match", commune.etag(report))
                .body(Map.of("text", "Nội dung."))
                .put("/api/v1/reports/" + report + "/sections/" + section)
                .then();
    }

    @Test
    void reports_of_a_foreign_authority_do_not_exist_and_a_draft_is_not_listed_above() {
        String foreign = "/api/v1/reports?authority=" + UUID.randomUUID();
        commune.clerk().get(foreign).then().statusCode(404);
        commune.above().get(foreign).then().statusCode(404);
        String own = "/api/v1/reports?authority=" + commune.id;
        commune.clerk().get(own).then().statusCode(200).body("items", hasSize(1));
        commune.above().get(own).then().statusCode(200).body("items", empty());
    }

    @Test
    void due_reports_of_a_foreign_authority_do_not_exist_and_an_unknown_one_sees_none() {
        commune.clerk()
                .get("/api/v1/due-reports?year=2021&authority=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        commune.above()
                .get("/api/v1/due-reports?year=2021&authority=" + UUID.randomUUID())
                .then()
                .statusCode(404);
        commune.above()
                .get("/api/v1/due-reports?year=2021")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
        Commune.as(TestTokens.superior(UUID.randomUUID()))
                .get("/api/v1/due-reports?year=2021")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    private static RequestSpecification as(String token) {
        return Commune.as(token).header("If-Match", "*");
    }
}
