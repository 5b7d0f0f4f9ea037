package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestEvents;

/** Bad input is answered with what is wrong with it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class BadInputTest {

    private Commune commune;

    @BeforeEach
    void aCommuneWithAPlan() {
        Commune.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
    }

    @Test
    void what_cannot_be_read_is_a_bad_request() {
        commune.clerk().body("{").post("/api/v1/reports").then().statusCode(400);
        commune.clerk().body("[]").post("/api/v1/reports").then().statusCode(400);
        commune.clerk()
                .body("{\"milestoneId\": 5}")
                .post("/api/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("milestoneId"));
        commune.clerk()
                .body("{\"milestoneId\": \"x\"}")
                .post("/api/v1/reports")
                .then()
                .statusCode(400);
        commune.clerk()
                .body("{\"regime\": \"CCHC\", \"period\": \"2021-Q1\", \"quarter\": 1}")
                .post("/api/v1/reports")
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("quarter"));
        commune.clerk()
                .get("/api/v1/due-reports?year=abc")
                .then()
                .statusCode(400)
                .body("errors.field", contains("year"));
        commune.clerk()
                .queryParam("regime", "a\0b")
                .get("/api/v1/due-reports")
                .then()
                .statusCode(400)
                .body("errors.field", contains("regime"));
        for (String outside : List.of(
                "due-reports?year=1999",
                "due-reports?year=2101",
                "reports?year=0",
                "reports?year=10000",
                "reports/lost-numbers?year=0",
                "reports/lost-numbers?year=10000")) {
            commune.clerk()
                    .get("/api/v1/" + outside)
                    .then()
                    .statusCode(400)
                    .body("type", equalTo("urn:cchc:problem:malformed-parameter"))
                    .body("errors.field", contains("year"));
        }
        for (String list : List.of("due-reports", "reports")) {
            commune.clerk()
                    .get("/api/v1/" + list + "?regime=" + "x".repeat(40))
                    .then()
                    .statusCode(200);
            commune.clerk()
                    .get("/api/v1/" + list + "?regime=" + "x".repeat(41))
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("regime"));
        }
        commune.clerk()
                .get("/api/v1/reports/" + UUID.randomUUID() + "/document?edition=0")
                .then()
                .statusCode(400)
                .body("errors.field", contains("edition"));
        commune.clerk().get("/api/v1/due-reports?limit=0").then().statusCode(400);
        commune.clerk().get("/api/v1/due-reports?cursor=abc").then().statusCode(400);
        commune.clerk().get("/api/v1/reports?state=GONE").then().statusCode(400);
        commune.clerk().get("/api/v1/reports/1").then().statusCode(400);
        commune.clerk()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/reports")
                .then()
                .statusCode(415);
    }

    @Test
    void what_breaks_a_rule_is_unprocessable() {
        commune.clerk()
                .body("{}")
                .post("/api/v1/reports")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:report-not-named"));
        commune.clerk()
                .body(Map.of("regime", "CCHC", "period", "2021-Q4"))
                .post("/api/v1/reports")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:report-not-due"));
        commune.clerk()
                .body(Map.of("regime", "x".repeat(41), "period", "2021-Q1"))
                .post("/api/v1/reports")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("regime"));
        commune.clerk()
                .body(Map.of("milestoneId", UUID.randomUUID()))
                .post("/api/v1/reports")
                .then()
                .statusCode(422);
        // A milestone that is no report's.
        UUID other = UUID.randomUUID();
        commune.milestone(
                other,
                commune.pressTask,
                "RECURRING",
                "2021-01",
                "2021-01-31",
                "2021-01-29",
                "OPEN",
                null,
                null,
                1,
                "2020-12-24T10:00:00+07:00");
        Commune.awaitFact("milestone", other, 1);
        commune.clerk()
                .body(Map.of("milestoneId", other))
                .post("/api/v1/reports")
                .then()
                .statusCode(422);
    }

    @Test
    void texts_are_checked_with_the_language_that_is_asked_for() {
        String report = commune.draftOfFirstQuarter();
        commune.write(report, "II.1", "  ").statusCode(422).body("errors.field", hasItem("text"));
        commune.write(report, "II.1", "a".repeat(20_001)).statusCode(422);
        commune.write(report, "II.1", "a".repeat(20_000)).statusCode(200);
        commune.write(report, "VI", "Không có mục này.").statusCode(404);
        commune.clerk()
                .header("If-Match", "*")
                .header("Accept-Language", "en")
                .body(Map.of())
                .put("/api/v1/reports/" + report + "/sections/II.1")
                .then()
                .statusCode(422)
                .body("errors[0].message", equalTo("Must not be empty."));
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        String report = commune.draftOfFirstQuarter();
        String path = "/api/v1/reports/" + report + "/sections/II.1";
        commune.clerk().body(Map.of("text", "x")).put(path).then().statusCode(428);
        commune.clerk()
                .header("If-Match", "\"77\"")
                .body(Map.of("text", "x"))
                .put(path)
                .then()
                .statusCode(412);
        commune.clerk()
                .header("If-Match", "1")
                .body(Map.of("text", "x"))
                .put(path)
                .then()
                .statusCode(400);
        commune.leader().post("/api/v1/reports/" + report + "/approvals").then().statusCode(428);
    }

    @Test
    void a_wrong_transition_says_which_are_possible() {
        String report = commune.draftOfFirstQuarter();
        commune.leader()
                .header("If-Match", "*")
                .post("/api/v1/reports/" + report + "/dispatches")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:wrong-transition"))
                .body("state", equalTo("DRAFT"))
                .body("allowed", contains("approvals"));
        commune.leader()
                .header("If-Match", "*")
                .post("/api/v1/reports/" + report + "/approvals")
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:cut-off-not-passed"))
                .body("detail", containsString("25/02/2021"));
        Commune.itIs("2021-02-26T00:00:00+07:00");
        commune.approve(report);
        commune.write(report, "II.1", "Quá muộn.").statusCode(409).body("allowed", contains("dispatches"));
        commune.change(commune.leader(), report, "dispatches");
        commune.above()
                .header("If-Match", "*")
                .body(Map.of("reason", ""))
                .post("/api/v1/reports/" + report + "/returns")
                .then()
                .statusCode(422);
        commune.above()
                .header("If-Match", "*")
                .body(Map.of("reason", "x".repeat(2001)))
                .post("/api/v1/reports/" + report + "/returns")
                .then()
                .statusCode(422);
    }

    @Test
    void an_event_that_cannot_be_read_does_not_stop_the_others() {
        TestEvents.publish("cchc.feedback", commune.plan, "vn.cchc.feedback.received.v1", "{\"id\": 7}");
        UUID good = commune.feedbackReceived("ONLINE", "2021-02-01", "2021-02-17", "2021-02-01T08:00:00+07:00");

        Commune.awaitFact("feedback", good, 1);
        // It names no authority, so it may concern any: an operator tends to it, here by hand.
        assertThat(Commune.execute("DELETE FROM dead_letter WHERE key = ?", commune.plan.toString()))
                .isEqualTo(1);
    }
}
