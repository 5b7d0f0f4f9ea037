package vn.cchc.platform.testing.proof;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

/** A page of another origin, as a portal is, may do what a program may. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class CrossOriginTest {

    private static final String PORTAL = "https://portal.test";

    @Inject
    Samples samples;

    private static RequestSpecification from(String origin) {
        return given().header("Origin", origin).auth().oauth2(TestTokens.clerk(UUID.randomUUID(), UUID.randomUUID()));
    }

    @Test
    void a_browser_is_told_before_a_change_that_the_portal_may_send_it() {
        given().header("Origin", PORTAL)
                .header("Access-Control-Request-Method", "PUT")
                .header("Access-Control-Request-Headers", "authorization,content-type,if-match,idempotency-key")
                .options("/api/v1/samples/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL))
                .header("Access-Control-Allow-Methods", containsString("PUT"))
                .header("Access-Control-Allow-Headers", containsString("If-Match"))
                .header("Access-Control-Max-Age", equalTo("86400"));
    }

    @Test
    void a_script_may_read_what_a_next_request_needs() {
        UUID id = samples.create("portal");

        Response found = from(PORTAL).get("/api/v1/samples/" + id);

        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.header("Access-Control-Allow-Origin")).isEqualTo(PORTAL);
        assertThat(found.header("Vary")).contains("Origin");
        assertThat(found.header("Access-Control-Expose-Headers")).contains("ETag", "Location", "Retry-After");
    }

    @Test
    void a_refusal_can_be_read_too() {
        given().header("Origin", PORTAL)
                .get("/api/v1/samples/" + UUID.randomUUID())
                .then()
                .statusCode(401)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL));
        from(PORTAL)
                .get("/api/v1/samples/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL));
        from(PORTAL)
                .contentType(ContentType.JSON)
                .body("{\"name\": \"" + "a".repeat(2_000_000) + "\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(413)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL));
        from(PORTAL)
                .accept("image/png")
                .get("/api/v1/samples/" + UUID.randomUUID() + "/parts")
                .then()
                .statusCode(406)
                .header("Access-Control-Allow-Origin", equalTo(PORTAL));
    }

    /** These are answered before anything looks at the token. */
    @ParameterizedTest
    @MethodSource("unusual")
    void a_refusal_of_what_is_no_usual_request_can_be_read_too(String request, int status) throws IOException {
        assertThat(raw(request, PORTAL))
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("content-type: application/problem+json")
                .containsIgnoringCase("access-control-allow-origin: " + PORTAL + "\r\n")
                .containsIgnoringCase("access-control-expose-headers: ");
        assertThat(raw(request, "https://elsewhere.test"))
                .startsWith("HTTP/1.1 403 ")
                .doesNotContainIgnoringCase("access-control-allow-origin");
    }

    static Stream<Arguments> unusual() {
        return Stream.of(
                Arguments.of("GET /api/v1/samples?name=%zz HTTP/1.1\r\n", 400),
                Arguments.of("GET /api/v1/samples?name=" + "a".repeat(9_000) + " HTTP/1.1\r\n", 414),
                Arguments.of("GET /api/v1/samples HTTP/1.1\r\nX-Filler: " + "a".repeat(9_000) + "\r\n", 431),
                Arguments.of("POST /api/v1/samples HTTP/1.1\r\nContent-Length: 99999999\r\n", 413));
    }

    /** RestAssured would mend it. The head of the answer alone: a body that is announced never comes. */
    private static String raw(String request, String origin) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((request + "Host: localhost\r\nOrigin: " + origin + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            StringBuilder head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                int next = socket.getInputStream().read();
                assertThat(next).as("the head is whole").isNotNegative();
                head.append((char) next);
            }
            return head.toString();
        }
    }

    @Test
    void another_origin_is_refused_and_told_nothing() {
        from("https://elsewhere.test")
                .get("/api/v1/samples/" + samples.create("portal"))
                .then()
                .statusCode(403)
                .header("Access-Control-Allow-Origin", nullValue());
    }
}
