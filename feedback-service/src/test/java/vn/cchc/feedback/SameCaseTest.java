package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.numbering.GaplessNumbers;
import vn.cchc.platform.testing.LocalServers;

/** What a restore has lost: its number stays in the register as lost, and sent again it is the same case. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class SameCaseTest {

    @Inject
    GaplessNumbers numbers;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private Response handIn(String key) {
        return Commune.asCitizen()
                .header("Idempotency-Key", key)
                .body(commune.form(Commune.CONTENT))
                .post("/api/v1/feedback");
    }

    /** As a backup from before it has it. */
    private static void lose(String id, boolean withItsKey) throws SQLException {
        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            if (withItsKey) {
                statement.execute("DELETE FROM feedback_sender WHERE feedback_id = '" + id + "'");
                statement.execute("DELETE FROM feedback WHERE id = '" + id + "'");
                statement.execute("DELETE FROM journal WHERE id = '" + id + "'");
            }
            statement.execute("DELETE FROM idempotency_key WHERE location LIKE '%" + id + "'");
        }
    }

    @Test
    void sentAgainItIsTheSameCaseUnderAnotherNumber() throws SQLException {
        String key = UUID.randomUUID().toString();
        Response first = handIn(key);
        String id = first.path("id");
        lose(id, true);
        String told = """
                {"number": 1, "year": 2021, "channel": "ONLINE", "kind": "REFLECTION", "state": "RECEIVED",
                 "receivedAt": "2021-01-05T08:30:00+07:00", "dueOn": "2021-01-15", "dueCalendar": "VN-2026.1", "version": 1}""";
        QuarkusTransaction.requiringNew()
                .run(() -> numbers.lose(
                        "feedback",
                        List.of(new GaplessNumbers.Given(commune.id(), 2021, 1, UUID.fromString(id), told, 2))));

        handIn(key)
                .then()
                .statusCode(201)
                .body("id", equalTo(id))
                .body("number", equalTo(2))
                .body("trackingSecret", equalTo(first.path("trackingSecret")));
        commune.asClerk()
                .get("/api/v1/register?year=2021")
                .then()
                .body("items.number", contains(1, 2))
                .body("items.lost", contains(true, false))
                .body("items.feedbackId", contains(id, id))
                .body("items[0].state", equalTo("RECEIVED"))
                .body("items.dueCalendar", contains("VN-2026.1", "VN-2026.1"))
                .body("items[0].content", nullValue());
        commune.asClerk()
                .get("/api/v1/register?year=2021&limit=1")
                .then()
                .body("items.number", contains(1))
                .body("next", not(nullValue()));
    }

    @Test
    void aKeyThatIsUsedAgainAfterItWasForgottenMakesAnotherCase() throws SQLException {
        String key = UUID.randomUUID().toString();
        String id = handIn(key).path("id");
        lose(id, false);

        String other = handIn(key).then().statusCode(201).extract().path("id");

        assertThat(other).isNotEqualTo(id);
    }
}
