package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.sample.Samples;

/** The past can be sent again; who has it already is not disturbed. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RepublicationTest {

    @Inject
    Samples samples;

    @Test
    void the_past_is_sent_again_as_it_was_sent_first() {
        UUID id = samples.create("first");
        samples.rename(id, "second");
        await().untilAsserted(() -> assertThat(Database.knownVersion(id)).isEqualTo(1));

        String location = operator()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"sample\"}")
                .post("/api/v1/republications")
                .then()
                .statusCode(202)
                .body("total", greaterThanOrEqualTo(2))
                .extract()
                .header("Location");

        await().untilAsserted(() -> {
            var order =
                    operator().get(location).then().body("done", equalTo(true)).extract();
            assertThat(order.<Integer>path("sent")).isEqualTo(order.<Integer>path("total"));
        });
        List<SentEvent> sent = TestEvents.read("cchc.sample", id);
        assertThat(sent).hasSize(4);
        for (int i = 0; i < 2; i++) {
            assertThat(sent.get(i + 2).headers()).isEqualTo(sent.get(i).headers());
            assertThat(sent.get(i + 2).data()).isEqualTo(sent.get(i).data());
        }
        assertThat(Database.count("SELECT count(*) FROM heard WHERE id = ?", id))
                .isEqualTo(2);
    }

    @Test
    void what_another_service_owns_is_not_sent() {
        operator()
                .contentType(ContentType.JSON)
                .body("{\"kind\": \"feedback\"}")
                .post("/api/v1/republications")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("kind"));
    }

    private static RequestSpecification operator() {
        return RestAssured.given().auth().oauth2(TestTokens.operator());
    }
}
