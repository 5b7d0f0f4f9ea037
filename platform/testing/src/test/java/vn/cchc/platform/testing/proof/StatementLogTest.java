package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.sample.Samples;

/** What a request sends is counted, by whatever way it goes; what is sent meanwhile in the background is not. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StatementLogTest {

    @Inject
    Samples samples;

    @Test
    void statements_of_the_orm_of_plain_jdbc_and_of_the_journal_are_counted_and_those_of_others_are_not() {
        assertThat(StatementLog.inShort(() -> {
                    UUID inBackground = samples.create("sent and heard without a request");
                    RestAssured.given()
                            .contentType(ContentType.JSON)
                            .header("Idempotency-Key", UUID.randomUUID())
                            .body("{\"name\": \"counted\"}")
                            .post("/api/v1/samples")
                            .then()
                            .statusCode(201);
                    await().until(() -> Database.knownVersion(inBackground) == 0);
                }))
                .containsExactly("insert idempotency_key", "insert sample", "with journal", "update idempotency_key");
    }
}
