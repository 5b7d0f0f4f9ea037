package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/**
 * A request that succeeds throws nothing on its way, not even what is caught again: with the hundred frames of a request each
 * exception takes some 20 µs, and three of them were a tenth of a reading request.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ThrownTest {

    /** Timers and other jobs use the same threads. */
    private static final Pattern OF_A_REQUEST = Pattern.compile("vertx\\.http|resteasy\\.reactive|vert\\.x-eventloop");

    /** Thrown by Netty for its own promise where a client hangs up; keep-alive of another test's client may end meanwhile. */
    private static final String HUNG_UP = "io.netty.channel.StacklessClosedChannelException";

    private final String token = TestTokens.clerk(UUID.randomUUID());

    @TempDir
    Path folder;

    @Test
    void a_request_that_succeeds_throws_no_exception() throws IOException {
        String id = write();
        read(id);

        List<String> thrown = thrownBy(() -> {
            write();
            read(id);
        });

        assertThat(thrown).isEmpty();
    }

    @Test
    void and_what_is_thrown_is_seen() throws IOException {
        assertThat(thrownBy(() -> asStaff()
                        .get("/api/v1/samples/" + UUID.randomUUID())
                        .then()
                        .statusCode(404)))
                .anyMatch(each -> each.contains("Problem"));
    }

    private String write() {
        return asStaff()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(Map.of("name", "Dỗi"))
                .post("/api/v1/samples")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private void read(String id) {
        asStaff().get("/api/v1/samples/" + id).then().statusCode(200);
        asStaff().get("/api/v1/samples?limit=5").then().statusCode(200);
    }

    private RequestSpecification asStaff() {
        return RestAssured.given().auth().oauth2(token);
    }

    /** What was thrown, meanwhile, on the threads that answer requests. */
    private List<String> thrownBy(Runnable requests) throws IOException {
        Path file = folder.resolve("thrown.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.JavaExceptionThrow").withStackTrace();
            recording.start();
            requests.run();
            recording.stop();
            recording.dump(file);
        }
        List<String> thrown = new ArrayList<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(file)) {
            String trace = event.getThread() + " " + event.getStackTrace();
            String name = event.getClass("thrownClass").getName();
            if (OF_A_REQUEST.matcher(trace).find() && !name.equals(HUNG_UP)) {
                thrown.add(name + " " + event.getString("message") + " " + trace);
            }
        }
        Files.delete(file);
        return thrown;
    }
}
