package vn.cchc.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** Terms before an event that is planned, and terms in hours: from the draft to the due day. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PlannedEventsTest {

    private static final int BEFORE_THE_SESSION = 13;
    private static final int WITHIN_A_DAY = 7;

    private final ObjectNode document = RealPlan.json();
    private Commune commune;

    @BeforeEach
    void aPlanWithSuchTerms() {
        Commune.now("2020-12-24T09:00:00+07:00");
        commune = Commune.create();
        time(BEFORE_THE_SESSION, "Trước ngày họp HĐND 5 ngày làm việc");
        time(WITHIN_A_DAY, "Trong vòng 24 giờ kể từ khi xảy ra sự cố");
    }

    private void time(int order, String timing) {
        document.withArray("annex").forEach(row -> {
            if (row.get("order").asInt() == order) {
                ((ObjectNode) row).put("timing", timing);
            }
        });
    }

    private ValidatableResponse arm(String milestone, Map<String, String> body) {
        return commune.post(commune.asClerk(), milestone, "armings", body);
    }

    private ValidatableResponse dueDate(String milestone) {
        return commune.asLeader()
                .get("/api/v1/milestones/" + milestone + "/due-date")
                .then()
                .statusCode(200);
    }

    @Test
    void the_review_of_the_draft_says_them_in_words() {
        String draft =
                commune.importPlan(document).then().statusCode(201).extract().path("id");

        commune.asClerk()
                .get("/api/v1/plan-imports/" + draft + "/rows/" + BEFORE_THE_SESSION)
                .then()
                .statusCode(200)
                .body("rules.words", contains("chậm nhất 5 ngày làm việc trước ngày họp HĐND"))
                .body("rules[0].offset.amount", equalTo(-5))
                .body("rules[0].offset.unit", equalTo("WORKING_DAY"))
                .body("unreadTiming", nullValue());
        commune.asClerk()
                .get("/api/v1/plan-imports/" + draft + "/rows/" + WITHIN_A_DAY)
                .then()
                .statusCode(200)
                .body("rules.words", contains("chậm nhất 24 giờ kể từ khi xảy ra sự cố"))
                .body("rules[0].offset.amount", equalTo(24))
                .body("rules[0].offset.unit", equalTo("HOUR"));
    }

    @Test
    void what_is_due_before_an_event_is_counted_back_from_its_day_to_come_and_follows_it() {
        Commune.Issued plan = commune.issue(document);
        Commune.now("2021-01-28T08:30:00+07:00");
        String waiting = plan.milestone(BEFORE_THE_SESSION, "standing");

        String armed = arm(waiting, Map.of("happenedOn", "2021-02-19", "occurrence", "ky-hop-1"))
                .statusCode(201)
                .body("dueOn", equalTo("2021-02-05"))
                .extract()
                .path("id");

        dueDate(armed)
                .body("basis", equalTo("BEFORE_EVENT"))
                .body("steps[0].day", equalTo("2021-02-19"))
                .body("steps.kind", hasItem("NOT_COUNTED"))
                .body(
                        "rule.en",
                        equalTo("5 working days before the event on 19 February 2021 at the latest, not moved to a"
                                + " later day"));
        arm(waiting, Map.of("happenedOn", "2021-03-05", "occurrence", "ky-hop-1"))
                .statusCode(200)
                .body("id", equalTo(armed))
                .body("dueOn", equalTo("2021-02-26"))
                .body("history.what", contains("armed", "redated"));
        arm(waiting, Map.of("happenedOn", "2021-01-15", "occurrence", "ky-hop-0"))
                .statusCode(201)
                .body("dueOn", equalTo("2021-01-08"));
        arm(waiting, Map.of("happenedOn", "2032-01-15")).statusCode(422).body("errors.field", contains("happenedOn"));
    }

    @Test
    void a_term_in_hours_is_due_on_the_day_on_which_it_ends_also_on_a_day_off() {
        Commune.Issued plan = commune.issue(document);
        Commune.now("2021-01-28T08:30:00+07:00");
        String waiting = plan.milestone(WITHIN_A_DAY, "standing");

        arm(waiting, Map.of("happenedOn", "2021-01-29")).statusCode(422).body("errors.field", contains("happenedOn"));
        String armed = arm(waiting, Map.of("happenedOn", "2021-01-22"))
                .statusCode(201)
                .body("dueOn", equalTo("2021-01-23"))
                .body("workOn", equalTo("2021-01-22"))
                .extract()
                .path("id");

        dueDate(armed).body("basis", equalTo("AFTER_EVENT")).body("clause.en", equalTo("Civil Code 2015, art. 147(1)"));
    }
}
