package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Who may do what, and what lies outside one's authority. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTest {

    private static final String ACCEPTANCE = "{\"classification\": \"REGULATION_OWN\"}";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private RequestSpecification by(String role) {
        return switch (role) {
            case "anonymous" -> Commune.asCitizen();
            case "clerk" -> commune.asClerk();
            case "leader" -> commune.asLeader();
            case "officer" -> commune.asOfficer(commune.landUnit());
            case "other-officer" -> commune.asOfficer(commune.office());
            case "district" -> commune.as(TestTokens.superior(commune.district()));
            case "admin" -> commune.as(TestTokens.admin(commune.id()));
            case "operator" -> commune.as(TestTokens.operator());
            case "visitor" -> commune.as(TestTokens.withoutRole(commune.id()));
            default -> throw new IllegalArgumentException(role);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "clerk, 200, 200, 200, 200, 200",
        "leader, 200, 200, 200, 200, 200",
        "officer, 200, 200, 403, 403, 403",
        "other-officer, 404, 200, 403, 403, 403",
        "district, 403, 403, 403, 403, 422",
        "admin, 403, 403, 403, 403, 403",
        "operator, 403, 403, 403, 403, 403",
        "visitor, 403, 403, 403, 403, 403",
        "anonymous, 401, 401, 401, 401, 401"
    })
    void readingIsByRole(String role, int one, int list, int search, int register, int statistics) {
        var receipt = commune.receive();
        commune.assign(receipt.id());

        by(role).get("/api/v1/feedback/" + receipt.id()).then().statusCode(one);
        by(role).get("/api/v1/feedback/" + receipt.id() + "/due-date").then().statusCode(one);
        by(role).get("/api/v1/feedback/" + receipt.id() + "/changes").then().statusCode(one);
        by(role).get("/api/v1/feedback").then().statusCode(list);
        by(role).body("{\"name\": \"An An\"}")
                .post("/api/v1/feedback/searches")
                .then()
                .statusCode(search);
        by(role).get("/api/v1/register?year=2021").then().statusCode(register);
        by(role).get("/api/v1/statistics?from=2021-01-01&to=2021-01-31").then().statusCode(statistics);
    }

    @ParameterizedTest
    @CsvSource({
        "officer, acceptances, 403",
        "officer, refusals, 403",
        "officer, supplement-requests, 403",
        "officer, supplements, 403",
        "officer, referrals, 403",
        "officer, assignments, 403",
        "officer, withdrawals, 403",
        "officer, answers, 404",
        "officer, closures, 404",
        "leader, supplements, 403",
        "leader, withdrawals, 403",
        "district, acceptances, 403",
        "district, answers, 403",
        "admin, acceptances, 403",
        "anonymous, acceptances, 401",
        "anonymous, answers, 401"
    })
    void changingIsByRole(String role, String resource, int status) {
        var receipt = commune.receive();
        String body =
                switch (resource) {
                    case "acceptances" -> ACCEPTANCE;
                    case "refusals" -> "{\"reason\": \"COMPLAINT\", \"text\": \"Khiếu nại.\"}";
                    case "referrals" -> "{\"authorityName\": \"Công an huyện\", \"reason\": \"Thẩm quyền.\"}";
                    case "assignments" -> "{\"unitId\": \"" + commune.landUnit() + "\"}";
                    case "closures", "withdrawals" -> "{}";
                    case "supplements" -> "{\"content\": \"Thêm.\"}";
                    default -> "{\"text\": \"Nội dung.\"}";
                };

        by(role).header("If-Match", "\"1\"")
                .body(body)
                .post("/api/v1/feedback/" + receipt.id() + "/" + resource)
                .then()
                .statusCode(status);
    }

    @Test
    void anOfficerAnswersForTheOwnUnitOnly() {
        var receipt = commune.receive();
        commune.assign(receipt.id());

        commune.post(commune.asOfficer(commune.office()), receipt.id(), "answers", "{\"text\": \"Đã xong.\"}")
                .then()
                .statusCode(404);
        commune.asOfficer(commune.office()).get("/api/v1/feedback").then().body("items.size()", equalTo(0));
        commune.asOfficer(commune.landUnit()).get("/api/v1/feedback").then().body("items.size()", equalTo(1));
        commune.post(commune.asOfficer(commune.landUnit()), receipt.id(), "answers", "{\"text\": \"Đã xong.\"}")
                .then()
                .statusCode(200)
                .body("sender.name", equalTo("Nguyễn Văn An"));
    }

    @Test
    void anotherAuthorityDoesNotSeeThatItExists() {
        var receipt = commune.receive();
        Commune other = Commune.create();
        String path = "/api/v1/feedback/" + receipt.id();

        other.asLeader().get(path).then().statusCode(404);
        other.asClerk().get(path + "/due-date").then().statusCode(404);
        other.asClerk()
                .header("If-Match", "\"1\"")
                .body(ACCEPTANCE)
                .post(path + "/acceptances")
                .then()
                .statusCode(404);
        other.asClerk().get("/api/v1/feedback").then().body("items.size()", equalTo(0));
        other.asClerk()
                .body("{\"name\": \"nguyen van an\"}")
                .post("/api/v1/feedback/searches")
                .then()
                .body("items.size()", equalTo(0));
        other.asClerk().get("/api/v1/register?year=2021").then().body("items.size()", equalTo(0));
        other.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-31&authority=" + commune.id())
                .then()
                .statusCode(404);
        String unknown =
                other.asLeader().get("/api/v1/feedback/" + UUID.randomUUID()).path("detail");
        other.asLeader().get(path).then().body("detail", equalTo(unknown));
    }

    @Test
    void aDistrictCountsForThoseBeneathIt() {
        commune.receive();
        Commune other = Commune.create();
        String path = "/api/v1/statistics?from=2021-01-01&to=2021-01-31&authority=";

        commune.as(TestTokens.superior(commune.district()))
                .get(path + commune.id())
                .then()
                .statusCode(200)
                .body("total.received", equalTo(1));
        commune.as(TestTokens.superior(commune.district()))
                .get(path + other.id())
                .then()
                .statusCode(404);
        commune.as(TestTokens.superior(commune.district()))
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-31")
                .then()
                .statusCode(422)
                .body("errors.field", contains("authority"));
    }

    @Test
    void theRoleDistrictIsStillTakenForSuperior() {
        commune.as(TestTokens.district(commune.district()))
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-31&authority=" + commune.id())
                .then()
                .statusCode(200);
    }

    @Test
    void onlyAClerkEntersForOthers() {
        String form = commune.form(Commune.CONTENT);
        Commune other = Commune.create();

        commune.asClerk().body(form).post("/api/v1/feedback").then().statusCode(201);
        other.asClerk().body(form).post("/api/v1/feedback").then().statusCode(404);
        commune.asLeader().body(form).post("/api/v1/feedback").then().statusCode(403);
        commune.asOfficer(commune.office())
                .body(form)
                .post("/api/v1/feedback")
                .then()
                .statusCode(403);
        Commune.asCitizen()
                .body(form.replaceFirst("\\{", "{\"channel\": \"PHONE\","))
                .post("/api/v1/feedback")
                .then()
                .statusCode(401);
        Commune.asCitizen()
                .body(form.replaceFirst("\\{", "{\"receivedAt\": \"2021-01-04T08:00:00+07:00\","))
                .post("/api/v1/feedback")
                .then()
                .statusCode(401);
    }

    @Test
    void aTokenThatIsExpiredForgedOrFromElsewhereIsRefused() {
        commune.as(TestTokens.expired(commune.id()))
                .get("/api/v1/feedback")
                .then()
                .statusCode(401);
        commune.as(TestTokens.forged(commune.id()))
                .get("/api/v1/feedback")
                .then()
                .statusCode(401);
        commune.as("nonsense").get("/api/v1/feedback").then().statusCode(401);
        commune.as(TestTokens.expired(commune.id()))
                .body(commune.form(Commune.CONTENT))
                .post("/api/v1/feedback")
                .then()
                .statusCode(401);
    }

    @Test
    void aStaffTokenDoesNotReplaceTheSecret() {
        var receipt = commune.receive();

        commune.asLeader()
                .header("Tracking-Secret", "A".repeat(32))
                .get("/api/v1/tracking/" + receipt.code())
                .then()
                .statusCode(404);
    }

    @Test
    void whatIsForOperationsAndDevelopersIsThere() {
        given().get("/q/health").then().statusCode(200);
        given().get("/q/metrics").then().statusCode(200);
        given().get("/q/openapi").then().statusCode(200);
        given().get("/q/swagger-ui").then().statusCode(200);
    }

    @Test
    void aRegisterShowsWhoMaySeeThemTheSenders() {
        commune.receive();

        commune.asClerk()
                .get("/api/v1/register?year=2021")
                .then()
                .body("items.sender.name", contains("Nguyễn Văn An"))
                .body("items.sender.masked", contains(false));
    }
}
