package vn.cchc.platform.testing.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.testing.LocalServers;

@QuarkusTest
@WithTestResource(LocalServers.class)
class ClockAndCalendarTest {

    @Inject
    Clock clock;

    @Inject
    WorkingCalendars calendars;

    @Test
    void business_time_is_set_over_HTTP_and_goes_on_from_there() {
        RestAssured.given()
                .contentType(ContentType.JSON)
                .body("{\"now\": \"2021-02-05T09:00:00+07:00\"}")
                .put("/local/training-clock")
                .then()
                .statusCode(200)
                .body("now", startsWith("2021-02-05T09:00:0"));

        assertThat(LocalDate.now(clock)).isEqualTo("2021-02-05");
        RestAssured.get("/q/openapi-generated").then().statusCode(200).body(not(containsString("training-clock")));
    }

    @Test
    void the_shipped_table_of_working_days_is_stored_at_start_and_the_one_published_last_is_in_force() {
        assertThat(calendars.current().version()).isEqualTo("VN-2026.1");
        assertThat(calendars.current().isWorkingDay(LocalDate.of(2026, 11, 24))).isTrue();

        String publish =
                "INSERT INTO working_calendar (version, published_on, body) SELECT 'VN-2026.2', DATE '2026-11-24',"
                        + " jsonb_set(jsonb_set(jsonb_set(body, '{version}', '\"VN-2026.2\"'), '{publishedOn}', '\"2026-11-24\"'),"
                        + " '{years,2026,holidays}', (body #> '{years,2026,holidays}') || (body #> '{years,2026,proposed}'))"
                        + " FROM working_calendar WHERE version = 'VN-2026.1' RETURNING version";
        Database.value(publish);
        try {
            assertThat(calendars.current().version())
                    .as("read again within a minute, not at once")
                    .isEqualTo("VN-2026.1");
            calendars.forget();
            assertThat(calendars.current().version()).isEqualTo("VN-2026.2");
            assertThat(calendars.current().isWorkingDay(LocalDate.of(2026, 11, 24)))
                    .isFalse();
        } finally {
            Database.value("DELETE FROM working_calendar WHERE version = 'VN-2026.2' RETURNING 1");
            calendars.forget();
        }
    }

    @Test
    void the_version_of_a_table_has_a_hundred_characters() {
        String copy = "INSERT INTO working_calendar (version, published_on, body) SELECT v, published_on,"
                + " jsonb_set(body, '{version}', to_jsonb(v)) FROM working_calendar, (SELECT repeat('x', %d) AS v) longer"
                + " WHERE version = 'VN-2026.1' RETURNING version";

        assertThatThrownBy(() -> Database.value(copy.formatted(101)))
                .hasStackTraceContaining("ck_working_calendar_version_length");
    }

    @Test
    void an_administrators_table_goes_before_whatever_the_program_brings_later() {
        String copy = "INSERT INTO working_calendar (version, published_on, body, revision) SELECT '%1$s', DATE '%2$s',"
                + " jsonb_set(jsonb_set(body, '{version}', '\"%1$s\"'), '{publishedOn}', '\"%2$s\"'), %3$d"
                + " FROM working_calendar WHERE version = 'VN-2026.1' RETURNING version";
        Database.value(copy.formatted("VN-2026.1.1", "2026-11-01", 1));
        Database.value(copy.formatted("VN-2099.1", "2099-01-01", 0));
        try {
            calendars.forget();
            assertThat(calendars.current().version()).isEqualTo("VN-2026.1.1");
            assertThat(calendars.ofProgram().version()).isEqualTo("VN-2099.1");
            assertThat(calendars.named("VN-2026.1").orElseThrow().version()).isEqualTo("VN-2026.1");
            assertThat(calendars.named("none")).isEmpty();
        } finally {
            Database.value("DELETE FROM working_calendar WHERE version IN ('VN-2026.1.1', 'VN-2099.1') RETURNING 1");
            calendars.forget();
        }
    }

    @Test
    void the_database_refuses_a_table_under_another_name() {
        assertThatThrownBy(() -> Database.value("INSERT INTO working_calendar (version, published_on, body)"
                        + " SELECT 'other', published_on, body FROM working_calendar LIMIT 1 RETURNING 1"))
                .rootCause()
                .hasMessageContaining("ck_working_calendar_version");
    }
}
