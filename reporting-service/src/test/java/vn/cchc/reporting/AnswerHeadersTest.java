package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static vn.cchc.platform.testing.AnswerHeaders.assertKept;
import static vn.cchc.platform.testing.AnswerHeaders.assertNotKept;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestTokens;

/** A document may be kept by its reader, who asks anew; nothing else may be kept. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AnswerHeadersTest {

    private static final String LANGUAGE = "Accept-Language";
    private static final String PRIVATE = "private, no-cache";

    private Commune commune;

    @BeforeEach
    void aCommuneWithAPlan() {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
    }

    @Test
    void a_document_is_kept_by_its_reader_who_asks_anew() {
        String path = "/api/v1/reports/" + commune.draftOfFirstQuarter() + "/document";

        Response html = commune.clerk().accept("text/html").get(path);
        Response again = commune.clerk()
                .accept("text/html")
                .header("If-None-Match", html.header("ETag"))
                .get(path);
        Response pdf = commune.clerk().accept("application/pdf").get(path);
        Response noPart = commune.clerk()
                .accept("application/pdf")
                .header("Range", "bytes=99999999-")
                .get(path);

        assertKept(html, 200, PRIVATE, "Accept");
        assertKept(again, 304, PRIVATE, "Accept");
        assertKept(pdf, 200, PRIVATE, "Accept");
        assertNotKept(noPart, 416, LANGUAGE);
        assertNotKept(commune.clerk().accept("image/png").get(path), 406, "Accept", LANGUAGE);
    }

    @Test
    void nothing_else_is_kept() {
        Response draft = commune.clerk().body(Map.of("milestoneId", commune.q1)).post("/api/v1/reports");
        String one = "/api/v1/reports/" + draft.path("id");

        assertNotKept(draft, 201);
        assertNotKept(commune.clerk().get(one), 200);
        assertNotKept(commune.clerk().get("/api/v1/reports"), 200);
        assertNotKept(commune.leader().post(one + "/approvals"), 428, LANGUAGE);
        assertNotKept(commune.leader().header("If-Match", "\"77\"").post(one + "/approvals"), 412, LANGUAGE);
        assertNotKept(commune.clerk().body("{").post("/api/v1/reports"), 400, LANGUAGE);
        assertNotKept(commune.clerk().body("{}").post("/api/v1/reports"), 422, LANGUAGE);
        assertNotKept(commune.clerk().body("x".repeat(300 << 10)).post("/api/v1/reports"), 413, LANGUAGE);
        assertNotKept(commune.clerk().get("/api/v1/reports/" + commune.id), 404, LANGUAGE);
        assertNotKept(commune.clerk().delete(one), 405, LANGUAGE);
        assertNotKept(given().get(one), 401, LANGUAGE);
        assertNotKept(Commune.as(TestTokens.forged(commune.id)).get(one), 401, LANGUAGE);
        assertNotKept(Commune.as(TestTokens.withoutRole(commune.id)).get(one), 403, LANGUAGE);
        assertNotKept(given().get("/api/v1/nothing-here"), 404, LANGUAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/metrics"})
    void what_operations_see_is_not_kept_and_not_where_the_api_is(String path) {
        assertNotKept(Management.get(path), 200);
        assertNotKept(given().get(path), 404, LANGUAGE);
    }

    @Test
    void the_document_of_the_api_is_not_kept() {
        assertNotKept(given().get("/q/openapi"), 200);
    }
}
