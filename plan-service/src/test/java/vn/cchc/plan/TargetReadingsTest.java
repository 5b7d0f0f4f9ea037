package vn.cchc.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.StatementLog;
import vn.cchc.platform.testing.TestTokens;

/** Wordings of targets, read for an editor. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class TargetReadingsTest {

    private static final String PATH = "/api/v1/target-readings";
    private static final UUID AUTHORITY = UUID.randomUUID();

    private static ValidatableResponse read(String... texts) {
        return Commune.as(TestTokens.clerk(AUTHORITY))
                .body(Map.of("texts", List.of(texts)))
                .post(PATH)
                .then();
    }

    @Test
    void each_text_is_answered_in_its_place_with_its_aim_or_why_there_is_none() {
        read(
                        "Tối thiểu 90% hồ sơ trực tuyến",
                        "Tỷ lệ hồ sơ trễ hạn 5%", "Hoàn thành các chức năng cơ bản", "60% thủ tục")
                .statusCode(200)
                .body("readings", hasSize(4))
                .body("readings[0].text", equalTo("Tối thiểu 90% hồ sơ trực tuyến"))
                .body("readings[0].targets.text", contains("Tối thiểu 90% hồ sơ trực tuyến"))
                .body("readings[0].targets[0].aim.operator", equalTo(">="))
                .body("readings[0].targets[0].aim.value", equalTo(90))
                .body("readings[0].targets[0].aim.unit", equalTo("%"))
                .body("readings[0].targets[0].aim.assumed", equalTo(false))
                .body("readings[0].targets[0].aim.words", equalTo("từ 90% trở lên"))
                .body("readings[0].targets[0].unread", nullValue())
                .body("readings[1].targets[0].aim", nullValue())
                .body("readings[1].targets[0].unread.code", equalTo("DIRECTION"))
                .body("readings[1].targets[0].unread.text.vi", equalTo("chưa rõ số liệu là mức tối thiểu hay tối đa"))
                .body(
                        "readings[1].targets[0].unread.text.en",
                        equalTo("it does not say whether the figure is a minimum or a maximum"))
                .body("readings[2].targets[0].aim", nullValue())
                .body("readings[2].targets[0].unread", nullValue())
                .body("readings[3].targets[0].aim.assumed", equalTo(true));
    }

    @Test
    void a_text_may_state_several_targets_and_growth_says_of_what() {
        read(
                        "95% trở lên hồ sơ đúng hạn, tỷ lệ trễ hẹn dưới 5%",
                        "Giảm 10-15% so với năm 2025", "Thời gian chờ không quá 15 phút")
                .statusCode(200)
                .body("readings[0].targets.aim.operator", contains(">=", "<"))
                .body("readings[0].targets.aim.value", contains(95, 5))
                .body("readings[1].targets[0].aim.operator", equalTo("between"))
                .body("readings[1].targets[0].aim.value", equalTo(-15))
                .body("readings[1].targets[0].aim.upper", equalTo(-10))
                .body("readings[1].targets[0].aim.base", equalTo("năm 2025"))
                .body("readings[1].targets[0].aim.words", equalTo("giảm 10-15%"))
                .body("readings[2].targets[0].aim.operator", equalTo("<="))
                .body("readings[2].targets[0].aim.unit", equalTo("phút"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"texts\": []}",
                "{\"texts\": null}",
            })
    void texts_are_required(String body) {
        Commune.as(TestTokens.clerk(AUTHORITY))
                .body(body)
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.field", contains("texts"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"texts\": [\"90%\", null]}; 422; texts[1]",
                "{\"texts\": [\"90%\", \" \"]}; 422; texts[1]",
                "{\"texts\": \"90%\"}; 400; texts",
                "{\"texts\": [\"90%\"], \"year\": 2021}; 400; year"
            })
    void a_field_that_is_none_is_named(String body, int status, String field) {
        Commune.as(TestTokens.clerk(AUTHORITY))
                .body(body)
                .post(PATH)
                .then()
                .statusCode(status)
                .body("errors.field", contains(field));
    }

    @Test
    void texts_are_bounded_in_number_and_in_what_shows_and_each_fault_is_named() {
        read(Collections.nCopies(200, "x".repeat(1000)).toArray(String[]::new))
                .statusCode(200)
                .body("readings", hasSize(200));
        read(Collections.nCopies(201, "90%").toArray(String[]::new))
                .statusCode(422)
                .body("errors.field", contains("texts"));
        read("x".repeat(1000) + "\u200b \n").statusCode(200).body("readings[0].text", equalTo("x".repeat(1000)));
        read("90%", "x".repeat(1001), " ")
                .statusCode(422)
                .body("errors.field.sort()", contains("texts[1]", "texts[2]"));
    }

    @Test
    void nothing_but_separators_states_no_target() {
        read(";").statusCode(200).body("readings[0].targets", hasSize(0));
    }

    @Test
    void nothing_is_written() {
        assertThat(StatementLog.inShort(() -> read("Tối thiểu 90% hồ sơ").statusCode(200)))
                .allMatch(statement -> statement.startsWith("select"));
    }

    @Test
    void it_is_for_those_who_import_plans() {
        Map<String, Object> wanted = Map.of("texts", List.of("90%"));

        for (String token : List.of(
                TestTokens.officer(AUTHORITY, UUID.randomUUID()),
                TestTokens.superior(AUTHORITY),
                TestTokens.operator())) {
            Commune.as(token).body(wanted).post(PATH).then().statusCode(403);
        }
        for (String token : List.of(TestTokens.leader(AUTHORITY), TestTokens.admin(AUTHORITY))) {
            Commune.as(token).body(wanted).post(PATH).then().statusCode(200);
        }
        given().contentType(ContentType.JSON).body(wanted).post(PATH).then().statusCode(401);
    }
}
