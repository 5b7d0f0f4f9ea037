package vn.cchc.plan;

import static io.restassured.RestAssured.given;
import static vn.cchc.platform.testing.AnswerHeaders.assertKept;
import static vn.cchc.platform.testing.AnswerHeaders.assertNotKept;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestTokens;

/** Authorities may be kept by every cache for a minute, files by their reader's, who asks anew; nothing else may be kept. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AnswerHeadersTest {

    private static final String LANGUAGE = "Accept-Language";
    private static final String AUTHORITIES = "/api/v1/authorities";

    @Test
    void the_list_of_authorities_may_be_kept_for_a_minute_and_neither_one_with_its_etag_nor_errors() {
        Commune.now("2020-12-24T08:00:00+07:00");
        Commune commune = Commune.create();
        String one = AUTHORITIES + "/" + commune.id();

        assertKept(given().get(AUTHORITIES), 200, "public, max-age=60");
        assertKept(commune.asClerk().get(AUTHORITIES), 200, "public, max-age=60");
        assertKept(given().head(AUTHORITIES), 200, "public, max-age=60");
        assertNotKept(given().get(one), 200, "Authorization");
        assertNotKept(given().get(AUTHORITIES + "?level=VILLAGE"), 400, LANGUAGE);
        assertNotKept(given().get(AUTHORITIES + "?colour=red"), 400, LANGUAGE);
        assertNotKept(given().get(AUTHORITIES + "/1"), 400, LANGUAGE, "Authorization");
        assertNotKept(given().get(AUTHORITIES + "/" + commune.unit("VHXH")), 404, LANGUAGE, "Authorization");
        assertNotKept(given().accept("image/png").get(one), 406, "Accept", LANGUAGE);
        assertNotKept(given().delete(one), 405, LANGUAGE);
        assertNotKept(Commune.as(TestTokens.expired(commune.id())).get(one), 401, LANGUAGE);
    }

    @Test
    void a_file_is_kept_by_its_reader_who_asks_anew() {
        Commune.now("2020-12-24T09:00:00+07:00");
        Commune commune = Commune.create();
        String january = commune.issueRealPlan().milestone(22, "2021-01");
        Commune.now("2021-01-28T08:30:00+07:00");
        byte[] content = "Biên bản".getBytes(StandardCharsets.UTF_8);
        String submission = commune.post(
                        commune.asOfficer("VHXH")
                                .contentType(ContentType.MULTIPART)
                                .multiPart("file", "a.txt", content, "text/plain"),
                        january,
                        "submissions",
                        null)
                .statusCode(201)
                .extract()
                .path("id");
        String path = "/api/v1/milestones/" + january + "/submissions/" + submission + "/file";

        Response file = commune.asLeader().accept("*/*").get(path);

        assertKept(file, 200, "private, no-cache");
        assertKept(
                commune.asLeader()
                        .accept("*/*")
                        .header("If-None-Match", file.header("ETag"))
                        .get(path),
                304,
                "private, no-cache");
        assertKept(commune.asLeader().accept("*/*").header("Range", "bytes=0-1").get(path), 206, "private, no-cache");
        assertNotKept(
                commune.asLeader().accept("*/*").header("Range", "bytes=99-").get(path), 416, LANGUAGE);
        assertNotKept(commune.asLeader().get("/api/v1/milestones/" + january), 200);
    }

    @Test
    void nothing_else_is_kept() {
        Commune.now("2020-12-24T08:00:00+07:00");
        Commune commune = Commune.create();
        String one = AUTHORITIES + "/" + commune.id();
        Map<String, Object> changed = Map.of(
                "code",
                commune.code(),
                "name",
                "UBND xã",
                "level",
                "COMMUNE",
                "place",
                "Huế",
                "validFrom",
                "2016-07-01");

        assertNotKept(commune.asClerk().get("/api/v1/plans"), 200);
        assertNotKept(commune.importPlan(RealPlan.json()), 201);
        assertNotKept(commune.asClerk().body("{").post("/api/v1/plan-imports"), 400, LANGUAGE);
        assertNotKept(commune.asClerk().body("{}").post("/api/v1/plan-imports"), 422, LANGUAGE);
        assertNotKept(commune.asClerk().body("x".repeat(12 << 20)).post("/api/v1/plan-imports"), 413, LANGUAGE);
        assertNotKept(given().get("/api/v1/plans"), 401, LANGUAGE);
        assertNotKept(Commune.as(TestTokens.forged(commune.id())).get("/api/v1/plans"), 401, LANGUAGE);
        assertNotKept(Commune.as(TestTokens.withoutRole(commune.id())).get("/api/v1/plans"), 403, LANGUAGE);
        assertNotKept(Commune.as(TestTokens.operator()).body(changed).put(one), 428, LANGUAGE);
        assertNotKept(
                Commune.as(TestTokens.operator())
                        .header("If-Match", "\"77\"")
                        .body(changed)
                        .put(one),
                412,
                LANGUAGE);
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
