package vn.cchc.plan;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;

/** The working days, as a portal shows them. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class WorkingCalendarTest {

    private static final String CALENDAR = "/api/v1/working-calendar";

    @ParameterizedTest
    @CsvSource({
        "2021-01-04T08:00:00+07:00, 2553, false",
        "2027-10-02T08:00:00+07:00, 91, false",
        "2027-10-03T08:00:00+07:00, 90, true",
        "2028-02-01T08:00:00+07:00, 0, true",
    })
    void tells_ninety_days_before_a_year_begins_that_its_table_is_missing(String now, int daysLeft, boolean wanted) {
        Commune.now(now);

        given().get(CALENDAR)
                .then()
                .statusCode(200)
                .body("version", equalTo("VN-2026.1"))
                .body("years", hasItems(2020, 2027))
                .body("missing.year", equalTo(2028))
                .body("missing.daysLeft", equalTo(daysLeft))
                .body("missing.wanted", equalTo(wanted));
    }

    @Test
    void a_year_of_the_table_has_its_days_off_and_what_is_worked_for_them() {
        given().get(CALENDAR + "/years/2025")
                .then()
                .statusCode(200)
                .body("decided", equalTo(true))
                .body("daysOff.find { it.day == '2025-05-02' }.name.vi", equalTo("Nghỉ hoán đổi"))
                .body("makeUpWorkdays.day", contains("2025-04-26"))
                .body("makeUpWorkdays.dayOff", contains("2025-05-02"))
                .body("underDiscussion", empty());
        given().get(CALENDAR + "/years/2026").then().body("underDiscussion.day", contains("2026-11-24"));
    }

    @Test
    void a_year_without_a_table_has_the_days_off_that_are_proposed() {
        given().get(CALENDAR + "/years/2028")
                .then()
                .statusCode(200)
                .body("decided", equalTo(false))
                .body("daysOff.day", hasItem("2028-01-26"))
                .body("daysOff.findAll { it.day == '2028-09-02' }.confidence", contains("HIGH"))
                .body("daysOff.findAll { it.day.startsWith('2028-01-2') }.confidence", everyItem(equalTo("ESTIMATED")))
                .body("makeUpWorkdays", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1899", "2201", "99999"})
    void a_year_that_nobody_means_is_not_found(String year) {
        given().get(CALENDAR + "/years/" + year).then().statusCode(404);
    }
}
