package vn.cchc.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/** Wordings of timings, read for an editor. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TimingReadingsTest {

    private static final String PATH = "/api/v1/timing-readings";

    private static UUID authority;

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        if (authority == null) {
            authority = Commune.register(
                    "TR-" + UUID.randomUUID().toString().substring(0, 8), "UBND xã Thượng Lộ", "COMMUNE", null);
        }
    }

    private static RequestSpecification clerk() {
        return Commune.as(TestTokens.clerk(authority));
    }

    private static ValidatableResponse read(String... texts) {
        return clerk().body(Map.of("texts", List.of(texts), "year", 2021))
                .post(PATH)
                .then();
    }

    private static ValidatableResponse refused(String body) {
        return clerk().body(body).post(PATH).then();
    }

    @Test
    void each_text_is_answered_in_its_place_with_its_rules_or_why_there_are_none() {
        read("Trước 30/9/2021", "Khoảng tháng 6", "Thường xuyên; hàng quý và cuối năm")
                .statusCode(200)
                .body("calendarVersion", notNullValue())
                .body("deadlineInclusive", equalTo(false))
                .body(
                        "readings.text",
                        contains("Trước 30/9/2021", "Khoảng tháng 6", "Thường xuyên; hàng quý và cuối năm"))
                .body("readings[0].rules.kind", contains("FIXED"))
                .body("readings[0].rules.words", contains("trước ngày 30/09/2021"))
                .body("readings[0].rules[0].occurrences.key", contains("once"))
                .body("readings[0].rules[0].occurrences.dueOn", contains("2021-09-29"))
                .body("readings[0].unread", nullValue())
                .body("readings[1].rules", nullValue())
                .body("readings[1].unread.code", equalTo("VAGUE"))
                .body("readings[1].unread.text.vi", equalTo("không nêu một ngày nhất định"))
                .body("readings[1].unread.text.en", equalTo("it names no definite day"))
                .body("readings[2].rules.kind", contains("CONTINUOUS", "RECURRING"))
                .body("readings[2].rules[0].occurrences", empty())
                .body(
                        "readings[2].rules[1].occurrences.key",
                        contains("2021-Q1", "2021-Q2", "2021-Q3", "2021-Q4", "2021"));
    }

    @Test
    void days_are_counted_with_the_calendar_in_force() {
        read("Quý I, 6 tháng, quý III trước ngày cuối cùng các tháng 2, 5, 8")
                .statusCode(200)
                .body("readings[0].rules.kind", contains("REPORT_SCHEDULE"))
                .body("readings[0].rules[0].occurrences[0].key", equalTo("2021-Q1"))
                .body("readings[0].rules[0].occurrences[0].label", equalTo("Quý I/2021"))
                .body("readings[0].rules[0].occurrences[0].dueOn", equalTo("2021-02-27"))
                .body("readings[0].rules[0].occurrences[0].workOn", equalTo("2021-02-26"))
                .body("readings[0].rules[0].occurrences[0].dueProvisional", equalTo(false));
    }

    @Test
    void what_waits_says_for_what_and_has_no_day() {
        read("01 tháng sau kiểm tra", "Khi có yêu cầu")
                .statusCode(200)
                .body("readings[0].rules[0].kind", equalTo("ON_EVENT"))
                .body("readings[0].rules[0].event", equalTo("INSPECTION_ENDED"))
                .body("readings[0].rules[0].waitsFor", equalTo("kiểm tra"))
                .body("readings[0].rules[0].offset.amount", equalTo(1))
                .body("readings[0].rules[0].offset.unit", equalTo("MONTH"))
                .body("readings[0].rules[0].occurrences.key", contains("standing"))
                .body("readings[0].rules[0].occurrences[0].dueOn", nullValue())
                .body("readings[1].rules[0].kind", equalTo("ON_REQUEST"))
                .body("readings[1].rules[0].event", nullValue())
                .body("readings[1].rules[0].offset", nullValue());
    }

    @Test
    void a_term_before_an_event_is_below_zero_and_hours_are_whole_days() {
        read("05 ngày trước kỳ họp", "Trong vòng 24 giờ kể từ khi xảy ra sự cố", "12 giờ sau khi nhận")
                .statusCode(200)
                .body("readings[0].rules[0].kind", equalTo("ON_EVENT"))
                .body("readings[0].rules[0].offset.amount", equalTo(-5))
                .body("readings[0].rules[0].offset.unit", equalTo("DAY"))
                .body("readings[0].rules[0].waitsFor", equalTo("kỳ họp"))
                .body("readings[1].rules[0].offset.amount", equalTo(24))
                .body("readings[1].rules[0].offset.unit", equalTo("HOUR"))
                .body("readings[1].rules[0].occurrences[0].dueOn", nullValue())
                .body("readings[2].rules", nullValue())
                .body("readings[2].unread.code", equalTo("HOURS"));
    }

    @Test
    void each_of_several_exceptions_has_its_own_day() {
        read("Hàng tháng trước ngày 20, riêng tháng 6 trước ngày 15/6, riêng tháng 12 trước ngày 10/12")
                .statusCode(200)
                .body("readings[0].unread", nullValue())
                .body("readings[0].rules[0].occurrences", hasSize(12))
                .body("readings[0].rules[0].occurrences[4].dueOn", equalTo("2021-05-19"))
                .body("readings[0].rules[0].occurrences[5].dueOn", equalTo("2021-06-14"))
                .body("readings[0].rules[0].occurrences[11].dueOn", equalTo("2021-12-09"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Hàng tháng trước ngày 20, riêng tháng 12 trước ngày 10/12",
                "Hàng tháng trước ngày 20, riêng tháng 6 trước ngày 15/6, riêng tháng 12 trước ngày 10/12",
                "Trước 16h00 ngày 25/6/2021",
                "Chậm nhất 05 ngày trước kỳ họp",
                "Trong vòng 48 giờ kể từ khi nhận được văn bản",
                "Trong vòng 5 ngày làm việc sau khi nhận được văn bản"
            })
    void the_words_of_a_rule_are_read_to_the_same_rule(String text) {
        ValidatableResponse first = read(text).statusCode(200);
        String words = first.extract().path("readings[0].rules[0].words");

        Object rules = read(words).statusCode(200).extract().path("readings[0].rules");

        assertThat(rules).isEqualTo(first.extract().path("readings[0].rules"));
    }

    @Test
    void periods_are_a_schedule_in_the_row_of_a_report() {
        Map<String, Object> wanted = Map.of("texts", List.of("6 tháng và năm"), "year", 2021, "report", true);

        clerk().body(wanted)
                .post(PATH)
                .then()
                .statusCode(200)
                .body("readings[0].rules.kind", contains("REPORT_SCHEDULE"));
        read("6 tháng và năm").statusCode(200).body("readings[0].rules.kind", not(contains("REPORT_SCHEDULE")));
    }

    @Test
    void whether_the_day_itself_is_in_time_is_the_setting_of_the_callers_authority() {
        String inclusive = Commune.as(TestTokens.operator())
                .body(Map.of(
                        "code", "TR-" + UUID.randomUUID().toString().substring(0, 8),
                        "name", "UBND xã Thượng Lộ",
                        "level", "COMMUNE",
                        "place", "Thượng Lộ",
                        "deadlineInclusive", true,
                        "validFrom", "2016-07-01"))
                .post("/api/v1/authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        Commune.as(TestTokens.leader(UUID.fromString(inclusive)))
                .body(Map.of("texts", List.of("Trước 30/9/2021"), "year", 2021))
                .post(PATH)
                .then()
                .statusCode(200)
                .body("deadlineInclusive", equalTo(true))
                .body("readings[0].rules[0].occurrences.dueOn", contains("2021-09-30"));
    }

    @Test
    void nothing_is_written() {
        assertThat(StatementLog.inShort(() -> read("Hàng quý").statusCode(200)))
                .isNotEmpty()
                .allMatch(statement -> statement.startsWith("select"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"year\": 2021}; 422; texts",
                "{\"texts\": [], \"year\": 2021}; 422; texts",
                "{\"texts\": [\"Hàng quý\", null], \"year\": 2021}; 422; texts[1]",
                "{\"texts\": [\"Hàng quý\", \" \"], \"year\": 2021}; 422; texts[1]",
                "{\"texts\": \"Hàng quý\", \"year\": 2021}; 400; texts",
                "{\"texts\": [\"Hàng quý\"]}; 400; year",
                "{\"texts\": [\"Hàng quý\"], \"year\": 1999}; 422; year",
                "{\"texts\": [\"Hàng quý\"], \"year\": 2101}; 422; year",
                "{\"texts\": [\"Hàng quý\"], \"year\": \"now\"}; 400; year",
                "{\"texts\": [\"Hàng quý\"], \"year\": 2021, \"report\": \"maybe\"}; 400; report",
                "{\"texts\": [\"Hàng quý\"], \"year\": 2021, \"month\": 3}; 400; month"
            })
    void a_field_that_is_none_is_named(String body, int status, String field) {
        refused(body).statusCode(status).body("errors.field", contains(field));
    }

    @Test
    void texts_are_bounded_in_number_and_in_what_shows() {
        read(Collections.nCopies(200, "Hàng quý").toArray(String[]::new))
                .statusCode(200)
                .body("readings", hasSize(200));
        read(Collections.nCopies(201, "Hàng quý").toArray(String[]::new))
                .statusCode(422)
                .body("errors.field", contains("texts"));
        read("x".repeat(500) + "\u200b \n").statusCode(200).body("readings[0].text", equalTo("x".repeat(500)));
        read("Hàng quý", "x".repeat(501)).statusCode(422).body("errors.field", contains("texts[1]"));
    }

    @Test
    void texts_that_state_too_many_days_are_refused_and_a_day_of_every_week_is_not_too_many() {
        read(Collections.nCopies(200, "Hàng tuần").toArray(String[]::new)).statusCode(200);
        read(Collections.nCopies(200, "Hàng tuần / Hàng tháng").toArray(String[]::new))
                .statusCode(422)
                .body("errors.field", contains("texts"));
    }

    @Test
    void it_is_for_those_who_import_plans() {
        Map<String, Object> wanted = Map.of("texts", List.of("Hàng quý"), "year", 2021);

        for (String token : List.of(
                TestTokens.officer(authority, UUID.randomUUID()),
                TestTokens.superior(authority),
                TestTokens.operator())) {
            Commune.as(token).body(wanted).post(PATH).then().statusCode(403);
        }
        for (String token : List.of(TestTokens.leader(authority), TestTokens.admin(authority))) {
            Commune.as(token).body(wanted).post(PATH).then().statusCode(200);
        }
        given().contentType(ContentType.JSON).body(wanted).post(PATH).then().statusCode(401);
        Commune.as(TestTokens.clerk(UUID.randomUUID()))
                .body(wanted)
                .post(PATH)
                .then()
                .statusCode(404);
    }
}
