package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.feedback.limit.Limits;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Staff see what the limit of a case said at any moment, whatever has happened since. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class LimitReplayTest {

    @Inject
    Limits limits;

    private Commune commune;
    private Commune.Receipt receipt;

    @BeforeEach
    void eightHoursAndThreeDaysForWhatIsUrgent() throws SQLException {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        commune.decide(null, null, 8, "WORKING_HOUR", "SUPPLEMENT_REQUESTED", 1, true);
        commune.decide(null, "URGENT", 3, "WORKING_DAY", "SUPPLEMENT_REQUESTED", 1, true);
        limits.forget();
        receipt = commune.enter("PHONE", "2021-01-05T08:30:00+07:00");
    }

    private ValidatableResponse at(RequestSpecification by, String moment) {
        return by.queryParam("at", moment)
                .get("/api/v1/feedback/" + receipt.id() + "/limit")
                .then();
    }

    private Map<String, Object> saidAt(String moment) {
        return at(commune.asClerk(), moment).statusCode(200).extract().path("$");
    }

    @Test
    void whatItSaidAtAMomentStaysWhatItSaid() {
        Map<String, Map<String, Object>> then = new LinkedHashMap<>();
        for (String step : new String[] {
            "2021-01-05T09:00:00+07:00 none",
            "2021-01-05T10:00:00+07:00 supplement-requests",
            "2021-01-05T15:00:00+07:00 supplements",
            "2021-01-06T08:00:00+07:00 acceptances",
            "2021-01-06T09:00:00+07:00 assignments",
            "2021-01-07T09:00:00+07:00 extension-requests",
            "2021-01-07T10:00:00+07:00 extensions",
            "2021-01-11T09:00:00+07:00 answers",
            "2021-01-12T09:00:00+07:00 closures"
        }) {
            String moment = step.substring(0, 25);
            Commune.now(moment);
            change(step.substring(26));
            moment = moment.replace(":00:00+", ":05:00+");
            Commune.now(moment);
            then.put(moment, saidAt(moment));
            Map<String, Object> shown =
                    commune.asClerk().get("/api/v1/feedback/" + receipt.id()).path("$");
            assertThat(then.get(moment))
                    .as(step)
                    .containsEntry("dueOn", shown.get("dueOn"))
                    .containsEntry("dueCalendar", shown.get("dueCalendar"))
                    .containsEntry("overdue", shown.get("overdue"))
                    .containsEntry("state", shown.get("state"))
                    .containsEntry("limit", shown.get("limit"));
            assertThat(then.get(moment).get("dueAt")).as(step).isEqualTo(shown.get("dueAt"));
        }

        then.forEach((moment, said) -> assertThat(saidAt(moment)).as(moment).isEqualTo(said));
    }

    private void change(String resource) {
        String body = resource.equals("acceptances")
                ? "{\"classification\": \"REGULATION_OWN\", \"urgency\": \"URGENT\"}"
                : Arrays.stream(Transition.values())
                        .filter(transition -> transition.resource().equals(resource))
                        .findFirst()
                        .map(commune::body)
                        .orElse(null);
        if (body != null) {
            commune.post(
                            resource.equals("extensions") ? commune.asLeader() : commune.asClerk(),
                            receipt.id(),
                            resource,
                            body)
                    .then()
                    .statusCode(200);
        }
    }

    @Test
    void itSaysWhatHadCountedAndWhatWasLeft() {
        Commune.now("2021-01-05T10:00:30+07:00");
        change("supplement-requests");
        Commune.now("2021-01-05T15:00:00+07:00");

        at(commune.asClerk(), "2021-01-05T10:20:00+07:00")
                .statusCode(200)
                .body("at", equalTo("2021-01-05T10:20:00+07:00"))
                .body("state", equalTo("SUPPLEMENT_REQUESTED"))
                .body("run", equalTo("PAUSED"))
                .body("pausedSince", startsWith("2021-01-05T10:00:3"))
                .body("elapsed.units", equalTo(1))
                .body("elapsed.minutes", equalTo(30))
                .body("remaining.units", equalTo(6))
                .body("remaining.minutes", equalTo(29))
                .body("dueAt", equalTo("2021-01-06T09:00:00+07:00"));
        at(commune.asClerk(), "2021-01-05T02:59:59Z")
                .body("at", equalTo("2021-01-05T09:59:59+07:00"))
                .body("run", equalTo("RUNNING"))
                .body("pausedSince", nullValue());
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/limit")
                .then()
                .statusCode(200)
                .body("at", startsWith("2021-01-05T15:00:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2021-01-05T08:29:59+07:00", "2021-01-05T08:45:00+07:00", "+999999999-12-31T23:59:59Z", "today"})
    void aMomentBeforeTheArrivalOrStillToComeIsRefused(String moment) {
        at(commune.asClerk(), moment).statusCode(400).body("errors.field", contains("at"));
    }

    @Test
    void whoDoesNotSeeTheCaseDoesNotSeeItsLimit() {
        at(commune.asOfficer(commune.landUnit()), "2021-01-05T08:30:00+07:00").statusCode(404);
        at(commune.as(TestTokens.clerk(UUID.randomUUID())), "2021-01-05T08:30:00+07:00")
                .statusCode(404);
        at(Commune.asCitizen(), "2021-01-05T08:30:00+07:00").statusCode(401);
    }
}
