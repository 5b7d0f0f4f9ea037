package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestTokens;

/** Slow and large senders: what each costs is bounded, and nobody else waits for them. */
@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(RequestBodiesTest.FewWorkers.class)
class RequestBodiesTest {

    private static final String HALF = "{\"name\": \"ha";
    private static final String REST = "lf\"}";
    private static final int PATIENCE_MILLIS = 20_000;

    /** Fewer workers than there are slow senders, a short grace, and little patience with who was refused. */
    public static class FewWorkers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.thread-pool.max-threads", "8",
                    "cchc.request-bodies.grace", "3s",
                    "cchc.request-bodies.least-pace", "1K",
                    "cchc.request-bodies.linger", "200ms");
        }
    }

    @TestHTTPResource
    URI address;

    /** A client that sends what it is told to, and no more. */
    private final class Sender implements AutoCloseable {

        private final Socket socket;

        Sender(String lengthHeader) {
            try {
                socket = new Socket(address.getHost(), address.getPort());
                socket.setSoTimeout(PATIENCE_MILLIS);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            send("POST /api/v1/samples HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + lengthHeader
                    + "\r\n\r\n");
        }

        void send(String text) {
            try {
                socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().flush();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** All that comes until the server closes the connection. */
        String answer() {
            try {
                return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        /** The first line of the answer, on a connection that stays open. */
        String status() {
            try {
                StringBuilder line = new StringBuilder();
                for (int next = socket.getInputStream().read(); next > 0 && next != '\r'; next = read()) {
                    line.append((char) next);
                }
                return line.toString();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        private int read() throws IOException {
            return socket.getInputStream().read();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static String length(int bytes) {
        return "Content-Length: " + bytes;
    }

    private Sender half() {
        Sender sender = new Sender(length(HALF.length() + REST.length()));
        sender.send(HALF);
        return sender;
    }

    private static void create() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{\"name\": \"quick\"}")
                .post("/api/v1/samples")
                .then()
                .statusCode(201);
    }

    private static double memory() {
        String metrics = Management.metrics();
        return metrics.lines()
                .filter(line -> line.startsWith("cchc_request_bodies_memory_bytes"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void more_slow_senders_than_workers_keep_nobody_waiting_and_go_on_when_they_can() {
        List<Sender> slow = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            slow.add(half());
        }

        Management.get("/q/health/live").then().statusCode(200);
        Management.get("/q/metrics").then().statusCode(200);
        create();
        slow.forEach(sender -> sender.send(REST));

        assertThat(slow).allSatisfy(sender -> assertThat(sender.status()).isEqualTo("HTTP/1.1 201 Created"));
        slow.forEach(Sender::close);
    }

    @Test
    void a_body_that_comes_slower_than_the_least_pace_is_given_up_and_told_so() {
        try (Sender sender = half()) {
            assertThat(sender.answer())
                    .startsWith("HTTP/1.1 408 ")
                    .containsIgnoringCase("connection: close")
                    .contains("urn:cchc:problem:too-slow");
        }
    }

    @Test
    void what_says_that_it_is_longer_than_the_operation_takes_is_refused_before_it_is_sent() {
        try (Sender sender = new Sender(length(1025))) {
            assertThat(sender.answer()).startsWith("HTTP/1.1 413 ").contains("1 KB");
        }
    }

    @Test
    void what_does_not_say_how_long_it_is_is_refused_where_it_is_longer_than_the_operation_takes() {
        try (Sender sender = new Sender("Transfer-Encoding: chunked")) {
            sender.send("400\r\n" + " ".repeat(1024) + "\r\n");
            sender.send("1\r\n \r\n");

            assertThat(sender.answer()).startsWith("HTTP/1.1 413 ").contains("urn:cchc:problem:too-large");
        }
    }

    @Test
    void who_asks_first_is_told_to_go_on() {
        try (Sender sender = new Sender(length(HALF.length() + REST.length()) + "\r\nExpect: 100-continue")) {
            assertThat(sender.status()).isEqualTo("HTTP/1.1 100 Continue");
        }
    }

    @Test
    void who_asks_first_and_has_too_much_is_told_not_to_send_it() {
        try (Sender sender = new Sender(length(2_000_000) + "\r\nExpect: 100-continue")) {
            assertThat(sender.answer()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void memory_is_given_back_whether_a_body_is_worked_on_refused_or_broken_off() {
        Sender brokenOff = half();
        await().atMost(Duration.ofSeconds(10)).until(RequestBodiesTest::memory, held -> held >= HALF.length());
        brokenOff.close();
        try (Sender refused = new Sender("Transfer-Encoding: chunked")) {
            refused.send("401\r\n" + " ".repeat(1025) + "\r\n");
            refused.answer();
        }
        create();

        await().atMost(Duration.ofSeconds(10)).until(RequestBodiesTest::memory, held -> held == 0);
    }

    @Test
    void what_came_whole_is_worked_on_though_its_sender_has_gone() {
        String name = UUID.randomUUID().toString().substring(0, 18);
        String body = "{\"name\": \"" + name + "\"}";
        Sender gone = new Sender(length(body.length()));
        gone.send(body);

        gone.close();

        await().atMost(Duration.ofSeconds(10))
                .until(
                        () -> RestAssured.given()
                                .auth()
                                .oauth2(TestTokens.clerk(UUID.randomUUID()))
                                .get("/api/v1/samples?name=" + name)
                                .then()
                                .extract()
                                .<List<?>>path("items")
                                .size(),
                        found -> found == 1);
        await().atMost(Duration.ofSeconds(10)).until(RequestBodiesTest::memory, held -> held == 0);
    }
}
