package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.platform.testing.AnswerHeaders.assertKept;
import static vn.cchc.platform.testing.AnswerHeaders.assertNotKept;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.OpenApiContract;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

@QuarkusTest
@WithTestResource(LocalServers.class)
class HttpTest {

    private static final UUID AUTHORITY = UUID.randomUUID();
    private static final String PROBLEM = "application/problem+json";

    @Inject
    Samples samples;

    @Test
    void a_change_needs_the_version_it_is_based_on() {
        UUID id = samples.create("before");
        String path = "/api/v1/samples/" + id;
        String etag = clerk().get(path).then().statusCode(200).extract().header("ETag");

        assertThat(etag).isEqualTo("\"0\"");
        problem(put(path, null), 428, "if-match-required");
        problem(put(path, "0"), 400, "malformed-if-match");
        problem(put(path, "\"7\""), 412, "stale").body("currentETag", equalTo("\"0\""));
        problem(put(path, "W/\"0\""), 412, "stale");
        put(path, etag).then().statusCode(200).header("ETag", "\"1\"").body("name", equalTo("after"));
        problem(put(path, etag), 412, "stale");
    }

    @Test
    void the_document_says_what_the_version_looks_like() {
        RestAssured.given()
                .accept("application/json")
                .get("/q/openapi-generated")
                .then()
                .body(
                        "paths.'/api/v1/samples/{id}'.put.parameters.find { it.name == 'If-Match' }.schema.pattern",
                        equalTo("^(?:\\*|(?:W/)?\"[!#-+\\x2D-~]*\"(?:[ \\t]*,[ \\t]*(?:W/)?\"[!#-+\\x2D-~]*\")*)$"))
                .body(
                        "paths.'/api/v1/samples/{id}'.put.parameters.find { it.name == 'If-Match' }.schema.maxLength",
                        equalTo(8000));
    }

    @Test
    void a_wrong_transition_names_those_allowed() {
        UUID id = samples.create("closed");

        problem(put("/api/v1/samples/" + id, "\"0\""), 409, "wrong-transition").body("allowed", hasItem("reopen"));
    }

    @ParameterizedTest
    @CsvSource({
        "vi, Không tìm thấy.",
        "en, Not found.",
        "'en-GB, en;q=0.9', Not found.",
        "'de, vi;q=0.5, en;q=0.1', Không tìm thấy.",
        "de, Không tìm thấy.",
        "'*;;;', Không tìm thấy.",
    })
    void problems_speak_the_caller_s_language(String accepted, String detail) {
        problem(
                        clerk().header("Accept-Language", accepted).get("/api/v1/samples/" + UUID.randomUUID()),
                        404,
                        "not-found")
                .body("detail", equalTo(detail));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{                                        | 400 | unreadable     | null   |",
                "[]                                       | 400 | unreadable     | null   |",
                "{\"name\": \"a\", \"nam\": 1}            | 400 | unknown-field  | nam    | Trường không được định"
                        + " nghĩa.",
                "{\"name\": 1}                            | 400 | unreadable     | name   | Giá trị sai kiểu",
                "{\"name\": \"a\", \"day\": \"2021-02-30\"} | 400 | unreadable   | day    | YYYY-MM-DD",
                "{\"name\": \"a\", \"amount\": \"12\"}    | 400 | unreadable     | amount | number",
                "{\"name\": \"a\", \"amount\": 1.5}       | 400 | unreadable     | amount | number",
                "{\"name\": \"a\"} x                      | 400 | unreadable     | null   |",
                "{\"name\": \"a\", \"day\": [2021, 2, 26]} | 400 | unreadable    | day    | YYYY-MM-DD",
                "{\"name\": \"a\", \"day\": \"\"}          | 400 | unreadable     | day    | YYYY-MM-DD",
                "{\"name\": \"a\", \"day\": \"+12021-02-01\"} | 400 | unreadable | day    | YYYY-MM-DD",
                "{\"name\": \"a\", \"at\": \"\"}           | 400 | unreadable     | at     | YYYY-MM-DDThh:mm:ss",
                "{\"name\": \"a\", \"at\": \"-999999999-01-01T00:00:00+18:00\"} | 400 | unreadable | at |"
                        + " YYYY-MM-DDThh:mm:ss",
                "{\"name\": \"a\", \"amount\": 1e400}     | 400 | unreadable     | amount | number",
                "{\"name\": \"a\", \"name\": \"b\"}       | 400 | unreadable     | name   | Trường này được nêu hai"
                        + " lần.",
                "{\"name\": \"a\\ud800b\"}               | 400 | unreadable     | name   | ký tự không hợp lệ",
                "{\"name\": \"a\\u0000b\"}               | 400 | unreadable     | name   | ký tự không hợp lệ",
                "{\"name\": \"a\", \"other\": \"AZDVoAAAcACAAAAAAAAAAQ==\"} | 400 | unreadable | other | UUID",
                "{\"name\": \"a\", \"other\": \"1-1-1-1-1\"} | 400 | unreadable     | other  | UUID",
                "{\"name\": \"a\", \"other\": \"0190d5a0000070008000000000000001\"} | 400 | unreadable | other | UUID",
                "{\"name\": \"a\", \"other\": 7}         | 400 | unreadable     | other  | UUID",
                "{\"name\": \"a\", \"other\": \"\"}       | 422 | invalid        | other  | UUID",
                "{\"name\": \"a\", \"other\": \"\\u3164\"} | 422 | invalid        | other  | UUID",
                "{\"name\": \" \"}                        | 422 | invalid        | name   |",
                "{\"name\": \"\\u00a0\\u200b\\u2003\"}     | 422 | invalid        | name   |",
                "{}                                       | 422 | invalid        | name   |",
                "{\"name\": \"0123456789012345678901234567890\"} | 422 | invalid | name   | ký tự.",
                "null                                     | 400 | unreadable     | null   |",
                "``                                       | 400 | unreadable     | null   |",
            })
    void bad_input_is_told_by_field(String body, int status, String code, String field, String message) {
        ValidatableResponse answer =
                problem(clerk().contentType(ContentType.JSON).body(body).post("/api/v1/samples"), status, code);

        if (field.equals("null")) {
            answer.body("errors", nullValue());
        } else {
            answer.body("errors.field", hasItem(field)).body("errors[0].message", notNullValue());
        }
        if (message != null) {
            answer.body("errors[0].message", containsString(message));
        }
    }

    @Test
    void a_text_arrives_in_canonical_composition() {
        String decomposed = java.text.Normalizer.normalize("Phản ánh", java.text.Normalizer.Form.NFD);

        clerk().contentType(ContentType.JSON)
                .body("{\"name\": \"" + decomposed + "\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(201)
                .body("name", equalTo("Phản ánh"));
    }

    @Test
    void other_media_types_methods_and_paths_are_problems_too() {
        problem(clerk().contentType("text/plain").body("x").post("/api/v1/samples"), 415, "unsupported-media-type");
        problem(clerk().get("/api/v1/nothing-here"), 404, "not-found");
        for (String malformed :
                List.of("no-uuid", "1-1-1-1-1", "AZDVoAAAcACAAAAAAAAAAQ==", "0190d5a0000070008000000000000001")) {
            problem(clerk().get("/api/v1/samples/" + malformed), 400, "malformed-parameter")
                    .body("errors.field", contains("id"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/samples, 'GET, HEAD, POST'",
        "/api/v1/samples/1, 'GET, HEAD, PUT'",
        "/api/v1/samples/1/parts, 'GET, HEAD'",
        "/api/v1/samples/flood, 'GET, HEAD, POST, PUT'",
    })
    void a_method_that_the_address_does_not_have_is_answered_with_those_it_has(String address, String methods) {
        problem(clerk().delete(address), 405, "method-not-allowed").header("Allow", methods);
        problem(clerk().patch(address), 405, "method-not-allowed").header("Allow", methods);
        OpenApiContract.assertDocumented("getSample", clerk().delete(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON;charset=utf-8",
                "*/*",
                "*",
                ",",
                "application/*;q=0.1",
                "application/json;q=.2",
                "text/html, application/json",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8",
                "text/plain, no range, */*",
            })
    void an_answer_that_the_caller_accepts_is_given(String accept) {
        UUID id = samples.create("negotiated");

        accepting(accept)
                .get("/api/v1/samples/" + id + "/parts")
                .then()
                .statusCode(200)
                .contentType("application/json");
        accepting(accept).head("/api/v1/samples/" + id + "/parts").then().statusCode(200);
        problem(accepting(accept).get("/api/v1/samples/" + UUID.randomUUID()), 404, "not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "text/*, image/png",
                "application/jsonx",
                "application/problem+json",
                "application/json;q=0",
                "application/json;q=0.0, text/plain",
                "application/*;q=0, text/plain",
                "*/*;q=0",
                "*/*, application/json; q=0",
                "no range",
                "application/json;q=much",
            })
    void an_answer_that_the_caller_does_not_accept_is_406_and_nothing_is_done(String accept) {
        String name = "refused " + UUID.randomUUID().toString().substring(0, 20);

        Response refused = accepting(accept).get("/api/v1/samples/1/parts");

        assertNotKept(refused, 406, "Accept", "Accept-Language", "Origin");
        problem(refused, 406, "not-acceptable");
        OpenApiContract.assertDocumented("listSampleParts", refused);
        problem(
                accepting(accept)
                        .contentType(ContentType.JSON)
                        .body("{\"name\": \"" + name + "\"}")
                        .post("/api/v1/samples"),
                406,
                "not-acceptable");
        clerk().queryParam("name", name).get("/api/v1/samples").then().body("items", empty());
    }

    @Test
    void the_best_of_several_media_types_is_given() {
        String path = "/api/v1/samples/several-types";

        accepted("*/*", path, "text/csv");
        accepted("application/*, text/*", path, "text/csv");
        accepted("text/csv;q=0.1, text/html;q=0.2", path, "text/html");
        accepted("text/html,application/xml;q=0.9,*/*;q=0.8", path, "text/html");
        accepted("text/csv;q=0, */*", path, "text/html");
        problem(accepting("image/png").get(path), 406, "not-acceptable");
    }

    private static void accepted(String accept, String path, String mediaType) {
        accepting(accept).get(path).then().statusCode(200).contentType(mediaType);
    }

    /** RestAssured would add one of its own. */
    private static RequestSpecification accepting(String accept) {
        return clerk().header("Accept", accept);
    }

    @Test
    void a_refused_body_does_not_stand_in_the_way_of_the_next_request() throws IOException {
        byte[] body = new byte[900_000];
        String head = "POST /api/v1/samples HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept:"
                + " image/png\r\nContent-Length: " + body.length + "\r\n\r\n";
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().write(body);
            socket.getOutputStream()
                    .write("GET /q/openapi-generated HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));

            String answers = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answers).startsWith("HTTP/1.1 406 ").contains("HTTP/1.1 200 ");
        }
    }

    @Test
    void a_refused_body_without_an_end_ends_the_connection() throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(
                            ("POST /api/v1/samples HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAccept:"
                                            + " image/png\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n")
                                    .getBytes(StandardCharsets.US_ASCII));

            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 406 ").containsIgnoringCase("connection: close");
        }
    }

    @Test
    void a_name_of_the_caller_s_own_is_cut_where_it_is_named() {
        problem(clerk().queryParam("a".repeat(298) + "😀b", "a").get("/api/v1/samples"), 400, "unknown-parameter")
                .body("errors.field", contains("a".repeat(298) + "…"));
        problem(
                        clerk().contentType(ContentType.JSON)
                                .body("{\"name\": \"a\", \"" + "b".repeat(300) + "\": 1}")
                                .post("/api/v1/samples"),
                        400,
                        "unknown-field")
                .body("errors.field", contains("b".repeat(300)));
    }

    @Test
    void a_parameter_that_is_unknown_given_twice_or_cannot_be_stored_is_named() {
        problem(clerk().queryParam("nam", "a").get("/api/v1/samples"), 400, "unknown-parameter")
                .body("errors.field", hasItem("nam"));
        problem(clerk().queryParam("name", "a", "b").get("/api/v1/samples"), 400, "malformed-parameter")
                .body("errors.field", hasItem("name"));
        problem(clerk().queryParam("name", "a\0b").get("/api/v1/samples"), 400, "malformed-parameter")
                .body("errors.field", hasItem("name"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/samples?name=%zz, 400, unreadable",
        "/api/v1/samples?name=a%2, 400, unreadable",
        "/api/v1/samples?name=%, 400, unreadable",
        "/api/v1/samples?name=%C3%28, 400, unreadable",
        "/api/v1/samples?%zz=a, 400, unreadable",
        "/api/v1/samples/%zz, 400, unreadable",
        "/api/v1/samples/%ff, 400, unreadable",
        "/%2, 400, unreadable",
        "/api/v1/samples?name=a|b, 400, unreadable",
    })
    void an_address_that_cannot_be_read_is_a_problem_too(String address, int status, String code) throws IOException {
        assertProblem(raw("GET " + address), status, code);
    }

    @ParameterizedTest
    @ValueSource(ints = {8_100, 20_000, 60_000})
    void an_address_that_is_too_long_is_a_problem_too(int length) throws IOException {
        assertProblem(raw("GET /api/v1/samples?name=" + "a".repeat(length)), 414, "uri-too-long");
        assertProblem(raw("GET /" + "a".repeat(length)), 414, "uri-too-long");
    }

    @ParameterizedTest
    @CsvSource({"1, 8100", "1, 60000", "3, 7000"})
    void headers_that_are_too_long_are_a_problem_too(int number, int length) throws IOException {
        String line = "\r\nX-Filler: " + "a".repeat(length);

        assertProblem(raw("GET /api/v1/samples", line.repeat(number)), 431, "headers-too-long");
    }

    @Test
    void headers_of_twenty_thousand_bytes_are_read() throws IOException {
        assertThat(raw("GET /api/v1/samples", ("\r\nX-Filler: " + "a".repeat(7_900)).repeat(2)))
                .startsWith("HTTP/1.1 401 ");
        // The token's may have almost all of them.
        assertThat(raw("GET /api/v1/samples", "\r\nAuthorization: Bearer " + "a".repeat(20_000)))
                .startsWith("HTTP/1.1 401 ");
    }

    @Test
    void an_address_of_eight_thousand_characters_is_read() throws IOException {
        String address = "/api/v1/samples?name=";

        assertThat(raw("GET " + address + "a".repeat(8_000 - address.length()))).startsWith("HTTP/1.1 401 ");
    }

    /** RestAssured would mend the address. */
    private static String raw(String request) throws IOException {
        return raw(request, "");
    }

    /** @param headers each after the end of a line */
    private static String raw(String request, String headers) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\nConnection: close"
                                    + headers
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void assertProblem(String answer, int status, String code) {
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: " + PROBLEM)
                .containsIgnoringCase("cache-control: no-store")
                .contains(
                        "\"type\":\"urn:cchc:problem:" + code + "\"",
                        "\"status\":" + status,
                        "\"title\":",
                        "\"detail\":");
    }

    /** A label for each address that somebody makes up would fill the memory of this service and of whoever collects. */
    @Test
    void addresses_and_methods_that_somebody_makes_up_are_no_labels_of_metrics() throws IOException {
        String madeUp = "x" + UUID.randomUUID().toString().replace("-", "");
        clerk().get("/api/v1/" + madeUp);
        clerk().delete("/api/v1/samples/" + madeUp);
        clerk().get("/api/v1/samples/" + madeUp);
        clerk().get("/api/v1/samples/" + UUID.randomUUID());
        clerk().post("/api/v1/" + madeUp);
        clerk().contentType(ContentType.JSON).body("a".repeat(12 << 20)).post("/api/v1/samples/" + madeUp);
        RestAssured.get("/q/" + madeUp);
        RestAssured.get("/api/v1/samples/" + madeUp);
        raw("GET /" + madeUp + "%zz");
        raw("GET /" + madeUp + "?" + "a".repeat(9_000));
        raw(madeUp.toUpperCase(Locale.ROOT) + " /api/v1/samples");

        String labels = Management.metrics()
                .lines()
                .filter(line -> line.startsWith("http_"))
                .collect(Collectors.joining("\n"));

        assertThat(labels)
                .contains("uri=\"/api/v1/samples/{id}\"", "uri=\"NOT_FOUND\"")
                .doesNotContainIgnoringCase(madeUp)
                .doesNotContainPattern("/samples/[0-9a-f]{8}-");
    }

    @Test
    void a_body_that_says_it_is_too_large_is_a_problem_too() {
        problem(
                clerk().contentType(ContentType.JSON)
                        .body("{\"name\": \"" + "a".repeat(12 << 20) + "\"}")
                        .post("/api/v1/samples"),
                413,
                "too-large");
    }

    @Test
    void a_long_list_of_versions_is_read_to_its_end() {
        UUID id = samples.create("before");
        String others = "\"9\", ".repeat(1500);

        problem(put("/api/v1/samples/" + id, others + "\"8\""), 412, "stale");
        put("/api/v1/samples/" + id, others + "\"0\"").then().statusCode(200);
    }

    @Test
    void a_list_is_walked_from_page_to_page() {
        String name = "list " + UUID.randomUUID().toString().substring(0, 20);
        List<String> created = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            created.add(samples.create(name).toString());
        }

        List<String> found = new ArrayList<>();
        String cursor = null;
        do {
            RequestSpecification page = clerk().queryParam("name", name).queryParam("limit", 3);
            Response answer = (cursor == null ? page : page.queryParam("cursor", cursor)).get("/api/v1/samples");
            answer.then().statusCode(200);
            found.addAll(answer.<List<String>>path("items.id"));
            cursor = answer.path("next");
        } while (cursor != null);

        assertThat(found).isEqualTo(created);
    }

    @Test
    void a_cursor_that_was_changed_or_belongs_to_another_list_is_refused() {
        String name = "list " + UUID.randomUUID().toString().substring(0, 20);
        samples.create(name);
        samples.create(name);
        String cursor = clerk().queryParam("name", name)
                .queryParam("limit", 1)
                .get("/api/v1/samples")
                .path("next");
        char last = cursor.charAt(cursor.length() - 3);
        String tampered = cursor.substring(0, cursor.length() - 3)
                + (last == 'A' ? 'B' : 'A')
                + cursor.substring(cursor.length() - 2);

        clerk().queryParam("name", name)
                .queryParam("cursor", cursor)
                .get("/api/v1/samples")
                .then()
                .statusCode(200);
        for (String bad : List.of(tampered, "garbage", "%%%", "AAAA")) {
            problem(
                            clerk().queryParam("name", name)
                                    .queryParam("cursor", bad)
                                    .get("/api/v1/samples"),
                            400,
                            "malformed-cursor")
                    .body("errors.field", hasItem("cursor"));
        }
        problem(
                clerk().queryParam("name", "other").queryParam("cursor", cursor).get("/api/v1/samples"),
                400,
                "malformed-cursor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "many", "99999999999"})
    void a_limit_that_makes_no_sense_is_refused(String limit) {
        problem(
                        clerk().queryParam("name", limit)
                                .queryParam("limit", limit)
                                .get("/api/v1/samples"),
                        400,
                        "malformed-parameter")
                .body("errors.field", contains("limit"));
    }

    @Test
    void another_parameter_out_of_its_bounds_is_refused_alike() {
        problem(
                        with(TestTokens.operator()).queryParam("epoch", -1).get("/api/v1/time-line/losses"),
                        400,
                        "malformed-parameter")
                .body("errors.field", contains("epoch"));
    }

    @Test
    void a_limit_too_large_is_coerced() {
        clerk().queryParam("limit", 100_000).get("/api/v1/samples").then().statusCode(200);
    }

    @Test
    void a_token_that_proves_nothing_is_refused() {
        String path = "/api/v1/samples/" + UUID.randomUUID();

        problem(RestAssured.given().get(path), 401, "unauthenticated");
        problem(with(TestTokens.expired(AUTHORITY)).get(path), 401, "unauthenticated");
        problem(with(TestTokens.forged(AUTHORITY)).get(path), 401, "unauthenticated");
        problem(with(TestTokens.fromElsewhere(AUTHORITY)).get(path), 401, "unauthenticated");
        problem(with("no.token.atall").get(path), 401, "unauthenticated");
        problem(with(TestTokens.clerk(AUTHORITY) + "x").get(path), 401, "unauthenticated");
        problem(with(TestTokens.ofNobody(AUTHORITY)).get(path), 401, "unauthenticated");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", "..", "a.", ".a", "a..a", "..a"})
    void a_token_with_empty_parts_is_refused(String token) {
        problem(with(token).get("/api/v1/samples/whoami"), 401, "unauthenticated");
        problem(
                RestAssured.given().header("Authorization", "bearer " + token).get("/api/v1/samples/whoami"),
                401,
                "unauthenticated");
    }

    @Test
    void a_token_without_the_role_is_refused() {
        problem(with(TestTokens.withoutRole(AUTHORITY)).get("/api/v1/samples/whoami"), 403, "forbidden");
        problem(with(TestTokens.officer(AUTHORITY, AUTHORITY)).get("/api/v1/samples/whoami"), 403, "forbidden");
    }

    @Test
    void the_caller_is_read_from_the_token() {
        UUID unit = UUID.randomUUID();

        String caller = with(TestTokens.clerk(AUTHORITY, unit))
                .get("/api/v1/samples/whoami")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(caller).isEqualTo(AUTHORITY + " [CLERK] Optional[" + unit + "]");
    }

    @Test
    void a_remembered_token_is_told_from_every_other() {
        String one = TestTokens.clerk(AUTHORITY);
        String other = TestTokens.clerk(UUID.randomUUID());
        String path = "/api/v1/samples/whoami";

        String first = with(one).get(path).asString();

        assertThat(with(one).get(path).asString()).isEqualTo(first).startsWith(AUTHORITY.toString());
        assertThat(with(other).get(path).asString()).isNotEqualTo(first);
        problem(with(one + "x").get(path), 401, "unauthenticated");
        problem(with(one.substring(0, one.length() - 8)).get(path), 401, "unauthenticated");
        problem(RestAssured.given().get(path), 401, "unauthenticated");
    }

    @Test
    void a_remembered_token_runs_out_all_the_same() {
        String token = TestTokens.clerk(AUTHORITY, Duration.ofSeconds(3));
        String path = "/api/v1/samples/whoami";
        with(token).get(path).then().statusCode(200);
        with(token).get(path).then().statusCode(200);

        await().atMost(Duration.ofSeconds(8))
                .untilAsserted(() -> problem(with(token).get(path), 401, "unauthenticated"));
    }

    @Test
    void a_flood_without_token_is_held_back() {
        for (int i = 0; i < 3; i++) {
            assertKept(RestAssured.given().post("/api/v1/samples/flood"), 204, "public, max-age=60", "Origin");
        }

        Response refused = RestAssured.given().post("/api/v1/samples/flood");

        assertNotKept(refused, 429, "Accept-Language", "Origin");
        String retryAfter = problem(refused, 429, "too-many-requests").extract().header("Retry-After");

        assertThat(Long.parseLong(retryAfter)).isBetween(1L, 200L);
        assertThat(refused.header("RateLimit-Policy")).isEqualTo("\"flood\";q=3;w=600");
        assertThat(refused.header("RateLimit")).isEqualTo("\"flood\";r=0;t=" + retryAfter);
        clerk().post("/api/v1/samples/flood").then().statusCode(204).header("RateLimit", nullValue());
        problem(with(TestTokens.forged(AUTHORITY)).post("/api/v1/samples/flood"), 401, "unauthenticated");
    }

    private static Response put(String path, String ifMatch) {
        RequestSpecification request = clerk().contentType(ContentType.JSON).body("{\"name\": \"after\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(path);
    }

    private static ValidatableResponse problem(Response response, int status, String code) {
        return response.then()
                .statusCode(status)
                .contentType(PROBLEM)
                .body("type", equalTo("urn:cchc:problem:" + code))
                .body("status", equalTo(status))
                .body("title", notNullValue())
                .body("detail", notNullValue());
    }

    private static RequestSpecification clerk() {
        return with(TestTokens.clerk(AUTHORITY));
    }

    private static RequestSpecification with(String token) {
        return RestAssured.given().auth().oauth2(token);
    }
}
