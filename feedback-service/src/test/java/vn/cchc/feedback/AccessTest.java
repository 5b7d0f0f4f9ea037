package vn.cchc.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestTokens;

/** What the walk of {@link AccessTableTest} does not show: what is in an answer, and tokens that are none. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
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
    void whatLiesOutsideIsAnsweredLikeWhatIsUnknown() {
        var receipt = commune.receive();
        Commune other = Commune.create();

        String unknown =
                other.asLeader().get("/api/v1/feedback/" + UUID.randomUUID()).path("detail");

        other.asLeader()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .statusCode(404)
                .body("detail", equalTo(unknown));
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
    void anAuthorityIsCountedForTheOneThatStandsAboveItNow() {
        UUID another = UUID.randomUUID();
        String path = "/api/v1/statistics?from=2021-01-01&to=2021-01-31&authority=" + commune.id();

        Commune.publishAuthority(commune.id(), 2, "UBND xã Tiên Hưng", another, commune.units());

        await().atMost(Duration.ofSeconds(20))
                .until(() -> commune.as(TestTokens.superior(another)).get(path).statusCode() == 200);
        commune.as(TestTokens.superior(commune.district())).get(path).then().statusCode(404);
    }

    @Test
    void theRoleDistrictIsStillTakenForSuperior() {
        commune.as(TestTokens.district(commune.district()))
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-31&authority=" + commune.id())
                .then()
                .statusCode(200);
    }

    @Test
    void withoutATokenNothingIsEnteredThatCameAnotherWayOrEarlier() {
        String form = commune.form(Commune.CONTENT);

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

    /** RestAssured would mend the address. */
    @Test
    void anAddressThatIsNoneIsToldSo() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("GET /api/v1/tracking/%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json");
        }
    }

    @Test
    void whatIsForOperationsAndDevelopersIsThere() {
        Management.get("/q/health").then().statusCode(200);
        Management.get("/q/metrics").then().statusCode(200);
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
