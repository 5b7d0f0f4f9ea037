package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Limits are entered, replaced and ended by those who keep them, after a look at what that does. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PolicyKeepingTest {

    private static final String POLICIES = "/api/v1/handling-policies";
    private static final String GENERAL = "01900000-0000-7000-8000-000000000001";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private ValidatableResponse enter(int days, String validFrom, String more) {
        return commune.asAdmin()
                .body(commune.policy(days, validFrom, more))
                .post(POLICIES)
                .then();
    }

    private String entered(int days, String validFrom) {
        return enter(days, validFrom, "").statusCode(201).extract().path("id");
    }

    private ValidatableResponse end(String id, String version, String validTo) {
        return commune.asAdmin()
                .header("If-Match", version)
                .body("{\"validTo\": \"" + validTo + "\", \"reason\": \"Hết hiệu lực.\"}")
                .post(POLICIES + "/" + id + "/ends")
                .then();
    }

    @Test
    void whatArrivesFromItsFirstDayOnHasTheNewLimitAndWhatWasThereKeepsItsOwn() {
        var before = commune.enter("PHONE", "2021-01-05T08:00:00+07:00");

        entered(5, "2021-01-06");
        Commune.now("2021-01-06T08:30:00+07:00");

        assertThat(commune.enter("PHONE", "2021-01-06T08:00:00+07:00").dueOn()).isEqualTo("2021-01-13");
        assertThat(commune.enter("PHONE", "2021-01-05T08:00:00+07:00").dueOn()).isEqualTo("2021-01-15");
        commune.post(commune.asClerk(), before.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}")
                .then()
                .statusCode(200)
                .body("dueOn", equalTo("2021-01-15"))
                .body("limit.unit", equalTo("CALENDAR_DAY"));
    }

    @Test
    void aPreviewTellsTheDueDaysOfArrivalsAndStoresNothing() {
        commune.enter("PHONE", "2021-01-05T08:00:00+07:00");
        String body = "{\"policy\": " + commune.policy(5, "2021-02-08", "")
                + ", \"arrivals\": [\"2021-02-05\", \"2021-02-08\"]}";

        commune.asAdmin()
                .body(body)
                .post(POLICIES + "/previews")
                .then()
                .statusCode(200)
                .body("takesEffectOn", equalTo("2021-02-08"))
                .body("openCases", equalTo(1))
                .body("overlaps", empty())
                .body("examples.applies", contains(false, true))
                .body("examples.dueOn", contains("2021-02-17", "2021-02-22"))
                .body("examples.dueOnBefore", contains("2021-02-17", "2021-02-18"))
                .body("examples[1].explanation.steps.text.vi", hasItem(containsString("Tết")));

        commune.asAdmin()
                .get(POLICIES)
                .then()
                .body("items.id", hasItem(GENERAL))
                .body("items.channel", not(hasItem("PHONE")));
    }

    @Test
    void aPreviewOfArrivalsFarAwayIsRefused() {
        commune.asAdmin()
                .body("{\"policy\": " + commune.policy(5, "2021-02-08", "") + ", \"arrivals\": [\"9999-12-31\"]}")
                .post(POLICIES + "/previews")
                .then()
                .statusCode(422)
                .body("errors.field", contains("arrivals"));
    }

    @Test
    void twoOfTheSameScopeAndDaysAreRefusedAndNamed() {
        String first = entered(5, "2021-02-01");

        enter(3, "2021-03-01", "")
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:policy-overlaps"))
                .body("detail", containsString(first));
        enter(5, "2021-02-01", "").statusCode(409).body("type", equalTo("urn:cchc:problem:policy-overlaps"));
        enter(3, "2021-02-01", "\"replaces\": \"" + first + "\",")
                .statusCode(422)
                .body("errors.field", contains("validFrom"));
        enter(3, "2021-01-10", "\"validTo\": \"2021-01-31\",").statusCode(201);
        enter(3, "2021-01-31", "\"validTo\": \"2021-02-01\",").statusCode(409);
    }

    @Test
    void oneThatReplacesAnotherEndsItTheDayBefore() {
        String first = entered(5, "2021-02-01");

        enter(3, "2021-03-01", "\"replaces\": \"" + first + "\",")
                .statusCode(201)
                .body("version", equalTo(1));

        commune.asAdmin()
                .get(POLICIES + "/" + first)
                .then()
                .header("ETag", equalTo("\"2\""))
                .body("validTo", equalTo("2021-02-28"))
                .body("ended.reason", containsString("12/QĐ-UBND"));
        commune.asAdmin().get(POLICIES + "?validOn=2021-02-28").then().body("items.id", hasItem(first));
        commune.asAdmin().get(POLICIES + "?validOn=2021-03-01").then().body("items.id", not(hasItem(first)));
    }

    @Test
    void oneThatIsEndedHoldsUntilThatDay() {
        String id = entered(5, "2021-01-06");

        end(id, "\"9\"", "2021-01-31").statusCode(412);
        end(id, "\"1\"", "2021-01-04").statusCode(422).body("errors.field", contains("validTo"));
        end(id, "\"1\"", "2021-01-31").statusCode(200).body("validTo", equalTo("2021-01-31"));
        Commune.now("2021-02-01T08:30:00+07:00");

        assertThat(commune.enter("PHONE", "2021-01-29T08:00:00+07:00").dueOn()).isEqualTo("2021-02-05");
        assertThat(commune.enter("PHONE", "2021-02-01T08:00:00+07:00").dueOn()).isEqualTo("2021-02-17");
    }

    @Test
    void thereIsAlwaysALimitOfTheCountry() {
        commune.as(TestTokens.operator())
                .header("If-Match", "\"1\"")
                .body("{\"validTo\": \"2021-12-31\", \"reason\": \"Thử.\"}")
                .post(POLICIES + "/" + GENERAL + "/ends")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:policy-needed"));

        commune.as(TestTokens.operator()).get(POLICIES + "/" + GENERAL).then().header("ETag", equalTo("\"1\""));
    }

    @Test
    void anAdministratorKeepsTheOwnAuthoritysAndReadsTheCountrys() {
        commune.asAdmin()
                .header("If-Match", "\"1\"")
                .body("{\"validTo\": \"2021-12-31\", \"reason\": \"Thử.\"}")
                .post(POLICIES + "/" + GENERAL + "/ends")
                .then()
                .statusCode(403);
        commune.asAdmin()
                .body(commune.policy(5, "2021-02-01", "").replace("\"authorityId\": \"" + commune.id() + "\",", ""))
                .post(POLICIES)
                .then()
                .statusCode(403);
        commune.as(TestTokens.admin(Commune.create().id()))
                .body(commune.policy(5, "2021-02-01", ""))
                .post(POLICIES)
                .then()
                .statusCode(404);
        commune.asAdmin().get(POLICIES + "/" + GENERAL).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"validFrom\": \"2021-02-01\" | \"validFrom\": \"2021-01-05\" | validFrom",
                "\"validFrom\": \"2021-02-01\" | \"validFrom\": \"2201-02-01\" | validFrom",
                "\"amount\": 5 | \"amount\": 0 | limit.amount",
                "[\"SUPPLEMENT_REQUESTED\"] | [\"RECEIVED\"] | limit.pausedIn",
                "\"channel\": \"PHONE\" | \"classification\": \"NOT_ACCEPTABLE\" | classification",
                "\"channel\": \"PHONE\" | \"validTo\": \"2021-01-31\" | validTo",
                "\"channel\": \"PHONE\" | \"replaces\": \"01900000-0000-7000-8000-000000000001\" | replaces"
            })
    void aPolicyThatIsNoneIsRefusedByItsField(String part, String instead, String field) {
        commune.asAdmin()
                .body(commune.policy(5, "2021-02-01", "").replace(part, instead))
                .post(POLICIES)
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void aUnitThatNoLimitHasCannotBeRead() {
        commune.asAdmin()
                .body(commune.policy(5, "2021-02-01", "").replace("WORKING_DAY", "MONTH"))
                .post(POLICIES)
                .then()
                .statusCode(400)
                .body("errors.field", contains("limit.unit"));
    }

    @Test
    void oneThatIsSentAgainIsEnteredOnce() {
        String key = UUID.randomUUID().toString();

        assertThat(Stream.of(1, 2)
                        .map(time -> commune.asAdmin()
                                .header("Idempotency-Key", key)
                                .body(commune.policy(5, "2021-02-01", ""))
                                .post(POLICIES)
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("id"))
                        .distinct())
                .hasSize(1);
    }
}
