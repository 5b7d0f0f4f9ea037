package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Office hours are entered by those who keep the limits, for their own authority, from a later day on. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OfficeHoursTest {

    private static final String HOURS = "/api/v1/office-hours";
    private static final String USUAL = "01900000-0000-7000-8000-000000000003";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private ValidatableResponse enter(String body) {
        return commune.asAdmin().body(body).post(HOURS).then();
    }

    @Test
    void theUsualOnesSayThatTheyRestOnNoDecision() {
        commune.asAdmin()
                .get(HOURS + "/" + USUAL)
                .then()
                .statusCode(200)
                .body("authorityId", nullValue())
                .body("opensAt", equalTo("07:30"))
                .body("lunchFrom", equalTo("11:30"))
                .body("lunchTo", equalTo("13:30"))
                .body("closesAt", equalTo("17:00"))
                .body(
                        "legalBasis",
                        equalTo("Giờ làm việc thường áp dụng ở cơ quan hành chính, chưa theo quyết định nào;"
                                + " nơi có giờ khác thì áp dụng giờ của nơi đó"))
                .body("entered", nullValue());
    }

    @Test
    void thoseEnteredAreListedWithTheirDaysAndWhoEnteredThem() {
        String id = enter(commune.officeHours("2021-02-01"))
                .statusCode(201)
                .extract()
                .path("id");

        commune.asAdmin()
                .get(HOURS + "?validOn=2021-02-01")
                .then()
                .body("items.id", contains(USUAL, id))
                .body("items[1].opensAt", equalTo("08:00"))
                .body("items[1].entered.reason", equalTo("Giờ làm việc mới của tỉnh."));
        commune.asAdmin().get(HOURS + "?validOn=2021-01-31").then().body("items.id", contains(USUAL));
        commune.as(TestTokens.admin(Commune.create().id())).get(HOURS).then().body("items.id", not(hasItem(id)));
        commune.asAdmin()
                .get(HOURS + "?limit=1")
                .then()
                .body("items.id", contains(USUAL))
                .body("next", not(nullValue()));
    }

    @Test
    void ofTwoForTheSameDaysTheLaterEnteredOneHolds() throws SQLException {
        commune.decide(null, null, 8, "WORKING_HOUR", "");
        enter(commune.officeHours("2021-01-06").replace("17:00", "18:00")).statusCode(201);
        enter(commune.officeHours("2021-01-06").replace("08:00", "09:00")).statusCode(201);
        Commune.now("2021-01-06T08:30:00+07:00");

        var receipt = commune.enter("PHONE", "2021-01-06T08:00:00+07:00");

        // Three hours and four on the 6th, and one on the 7th.
        receipt.track().then().body("dueAt", equalTo("2021-01-07T10:00:00+07:00"));
    }

    @Test
    void thoseOfASeasonEndAndTheFormerHoldAgain() throws SQLException {
        commune.decide(null, null, 16, "WORKING_HOUR", "");
        enter(commune.officeHours("2021-01-06").replace("\"reason\"", "\"validTo\": \"2021-01-06\", \"reason\""))
                .statusCode(201);

        var receipt = commune.enter("PHONE", "2021-01-05T08:00:00+07:00");

        // 7 h on the 5th, 8 h on the 6th, and 1 h on the 7th by the usual ones.
        receipt.track().then().body("dueAt", equalTo("2021-01-07T08:30:00+07:00"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"12:00\" | \"13:30\" | closesAt",
                "\"17:00\" | \"07:00\" | closesAt",
                "\"lunchTo\": \"13:00\", | | lunchTo",
                "\"lunchFrom\": \"12:00\", | | lunchFrom",
                "\"2021-02-01\" | \"2021-01-05\" | validFrom",
                "\"2021-02-01\" | \"2031-02-01\" | validFrom",
                "\"reason\" | \"validTo\": \"2021-01-31\", \"reason\" | validTo"
            })
    void hoursThatAreNoneAreRefusedByTheirField(String part, String instead, String field) {
        enter(commune.officeHours("2021-02-01").replace(part, instead == null ? "" : instead))
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "7:30", "08:00:30", "tám giờ"})
    void aTimeIsOfHoursAndMinutes(String time) {
        enter(commune.officeHours("2021-02-01").replace("08:00", time))
                .statusCode(422)
                .body("errors.field", contains("opensAt"));
    }

    @Test
    void anAdministratorKeepsTheOwnAuthoritysOnly() {
        String ofTheCountry =
                commune.officeHours("2021-02-01").replace("\"authorityId\": \"" + commune.id() + "\",", "");
        enter(ofTheCountry).statusCode(403);
        commune.as(TestTokens.admin(Commune.create().id()))
                .body(commune.officeHours("2021-02-01"))
                .post(HOURS)
                .then()
                .statusCode(404);
        commune.asClerk()
                .body(commune.officeHours("2021-02-01"))
                .post(HOURS)
                .then()
                .statusCode(403);
    }

    @Test
    void thoseSentAgainAreEnteredOnce() {
        String key = UUID.randomUUID().toString();

        assertThat(Stream.of(1, 2)
                        .map(time -> commune.asAdmin()
                                .header("Idempotency-Key", key)
                                .body(commune.officeHours("2021-02-01"))
                                .post(HOURS)
                                .then()
                                .statusCode(201)
                                .extract()
                                .<String>path("id"))
                        .distinct())
                .hasSize(1);
    }
}
