package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.oneOf;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** What is refused, how, and that nothing is left behind. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class BadInputTest {

    /** What is refused leaves nothing behind: one commune does for all of it. */
    private static Commune refused;

    private Commune commune;
    private final ObjectNode document = RealPlan.json();

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
        if (refused == null) {
            refused = Commune.create();
        }
        commune = refused;
    }

    private ObjectNode header() {
        return (ObjectNode) document.get("header");
    }

    private ObjectNode row(int order) {
        return (ObjectNode) document.get("annex").get(order - 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"document\": 3}", "null"})
    void what_is_no_import_is_not_read(String body) {
        commune.asClerk()
                .body(body)
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(oneOf(400, 422))
                .contentType("application/problem+json")
                .body("type", notNullValue());
    }

    @ParameterizedTest
    @CsvSource({
        "signedOn, 2020-02-30, 400",
        "signedOn, yesterday, 400",
        "year, twenty, 400",
        "statedTotal, 12.5, 400",
        "statedTotal, -1, 422",
        "year, 1999, 422",
        "number, '', 422",
        "title, '   ', 422"
    })
    void a_header_field_that_is_none_is_named(String field, String value, int status) {
        if (value.matches("-?[0-9.]+")) {
            header().put(field, new BigDecimal(value));
        } else {
            header().put(field, value);
        }

        commune.importPlan(document)
                .then()
                .statusCode(status)
                .body("errors.field", contains("document.header." + field));
    }

    @Test
    void an_unknown_field_is_named() {
        row(3).put("due", "2021-02-28");

        commune.importPlan(document)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:cchc:problem:unknown-field"))
                .body("errors.field", contains("document.annex[2].due"));
    }

    @Test
    void a_negative_amount_an_empty_and_an_overlong_text_are_named_with_their_rows() {
        row(6).put("amount", -3_960_000);
        row(7).put("title", "");
        row(8).put("title", "x".repeat(1001));
        row(9).put("title", "x".repeat(1000));

        commune.importPlan(document)
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        contains("document.annex[5].amount", "document.annex[6].title", "document.annex[7].title"));
    }

    @Test
    void a_row_that_no_annex_can_have_is_named_where_it_is_referred_to() {
        row(3).put("parent", 0);
        row(5).put("parent", 100_001);
        ((ObjectNode) document.at("/areas/0/targets/0"))
                .putArray("linkedRows")
                .add(0)
                .add(100_001);

        commune.importPlan(document)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:invalid"))
                .body(
                        "errors.field",
                        contains(
                                "document.annex[2].parent",
                                "document.annex[4].parent",
                                "document.areas[0].targets[0].linkedRows[0]",
                                "document.areas[0].targets[0].linkedRows[1]"));
    }

    @Test
    void a_thousand_faults_are_named_and_no_more() {
        ArrayNode annex = document.putArray("annex");
        for (int order = 1; order <= 1001; order++) {
            annex.addObject().put("order", order).put("title", "");
        }

        commune.importPlan(document).then().statusCode(422).body("errors", hasSize(1000));
    }

    @Test
    void a_cycle_and_a_missing_parent_are_named_with_their_rows() {
        row(3).put("parent", 4);
        row(5).put("parent", 999);

        commune.importPlan(document)
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:plan-document-invalid"))
                .body("errors.field", hasItem("document.annex[2].parent"))
                .body("errors.message", hasItem("Row 3: its parents form a cycle"))
                .body("errors.message", hasItem("Row 5: there is no parent row 999"));
    }

    @Test
    void two_plans_of_one_number_are_refused_as_drafts_and_as_plans() {
        commune = Commune.create();
        var draft = commune.importPlan(document).then().statusCode(201).extract();

        commune.importPlan(document)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:plan-number-taken"))
                .body("errors.field", contains("document.header.number"));
        commune.asLeader()
                .header("If-Match", draft.header("ETag"))
                .post("/api/v1/plan-imports/" + draft.path("id") + "/issuances")
                .then()
                .statusCode(201);
        commune.importPlan(document).then().statusCode(409);
        commune.asLeader()
                .header("If-Match", "\"1\"")
                .post("/api/v1/plan-imports/" + draft.path("id") + "/issuances")
                .then()
                .statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 57/KH-UBND", "57 /KH-UBND", "57/kh-ubnd", "57/KH–UBND", "57\u00a0/KH-UBND"})
    void a_number_is_one_however_it_is_written(String number) {
        commune = Commune.create();
        commune.importPlan(document).then().statusCode(201);
        header().put("number", number);

        commune.importPlan(document)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:plan-number-taken"))
                .body("errors.field", contains("document.header.number"));
    }

    @Test
    void a_draft_is_not_corrected_into_the_number_of_another() {
        commune = Commune.create();
        commune.importPlan(document).then().statusCode(201);
        header().put("number", "58/KH-UBND");
        String other =
                commune.importPlan(document).then().statusCode(201).extract().path("id");

        commune.asClerk()
                .header("If-Match", "\"0\"")
                .body(Commune.request(RealPlan.json()).toString())
                .put("/api/v1/plan-imports/" + other)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:plan-number-taken"));
    }

    @Test
    void a_discarded_draft_gives_its_number_back() {
        commune = Commune.create();
        String draft =
                commune.importPlan(document).then().statusCode(201).extract().path("id");
        for (String replayed : Arrays.asList(null, "true")) {
            commune.asClerk()
                    .header("If-Match", "\"0\"")
                    .header("Idempotency-Key", "discard-once")
                    .post("/api/v1/plan-imports/" + draft + "/discards")
                    .then()
                    .statusCode(200)
                    .header("Idempotency-Replayed", equalTo(replayed))
                    .body("state", equalTo("DISCARDED"));
        }

        commune.importPlan(document).then().statusCode(201);
    }

    @Test
    void a_draft_is_corrected_and_read_anew() {
        commune = Commune.create();
        row(5).put("lead", "Tổ tư vấn");
        String draft = commune.importPlan(document)
                .then()
                .body("findings.code", hasItem("UNIT_UNKNOWN"))
                .extract()
                .path("id");

        commune.asClerk()
                .header("If-Match", "\"0\"")
                .body(Commune.request(RealPlan.json()).toString())
                .put("/api/v1/plan-imports/" + draft)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("findings.code", not(hasItem("UNIT_UNKNOWN")));
    }

    @Test
    void a_correction_leaves_the_draft_with_its_authority() {
        commune = Commune.create();
        String draft =
                commune.importPlan(document).then().statusCode(201).extract().path("id");

        commune.asClerk()
                .header("If-Match", "\"0\"")
                .body(Commune.request(RealPlan.json())
                        .put("authorityId", commune.district().toString())
                        .toString())
                .put("/api/v1/plan-imports/" + draft)
                .then()
                .statusCode(422)
                .body("errors.field", contains("authorityId"));
    }

    @Test
    void a_plan_that_is_an_annex_alone_is_issued() {
        Commune commune = Commune.create();
        ObjectNode document = RealPlan.json();
        for (String part : List.of("objectives", "requirements", "areas", "arrangements", "recipients")) {
            document.putArray(part);
        }

        commune.issue(document);
    }

    /** As a version that left them out has kept it. */
    @Test
    void a_draft_that_is_kept_without_its_empty_lists_is_issued() throws SQLException {
        Commune commune = Commune.create();
        String draft =
                commune.importPlan(document).then().statusCode(201).extract().path("id");
        try (Connection connection = LocalServers.connect();
                PreparedStatement update = connection.prepareStatement("UPDATE plan_import SET document = document"
                        + " - '{areas,objectives,requirements,arrangements,recipients}'::text[],"
                        + " reading = reading - 'findings' WHERE id = ?::uuid")) {
            update.setString(1, draft);
            assertThat(update.executeUpdate()).isOne();
        }

        commune.asLeader()
                .get("/api/v1/plan-imports/" + draft)
                .then()
                .statusCode(200)
                .body("findings.code", hasItems("CODE_DUPLICATE", "DUE_BEFORE_PERIOD_ENDS", "TARGET_UNREAD"));
        commune.asLeader()
                .header("If-Match", "\"0\"")
                .post("/api/v1/plan-imports/" + draft + "/issuances")
                .then()
                .statusCode(201);
    }

    @Test
    void a_plan_whose_bodys_areas_are_not_given_at_all_is_refused() {
        document.remove("areas");

        commune.importPlan(document).then().statusCode(422).body("errors.field", contains("document.areas"));
    }

    @Test
    void decomposed_text_is_stored_composed() {
        commune = Commune.create();
        header().put("title", Normalizer.normalize("Kế hoạch cải cách", Normalizer.Form.NFD));

        String title =
                commune.importPlan(document).then().statusCode(201).extract().path("title");

        assertThat(title).isEqualTo("Kế hoạch cải cách").satisfies(text -> assertThat(
                        Normalizer.isNormalized(text, Normalizer.Form.NFC))
                .isTrue());
    }

    @Test
    void a_year_without_a_table_of_working_days_is_a_finding_and_refuses_nothing() {
        header().put("year", 2031);
        document.withArrayProperty("annex")
                .removeAll()
                .addObject()
                .put("order", 1)
                .put("title", "Việc")
                .put("lead", "Văn phòng")
                .put("timing", "Hàng tháng");

        commune.importPlan(document)
                .then()
                .statusCode(201)
                .body("findings.find { it.code == 'DUE_PROVISIONAL' }.rows", contains(1))
                .body("findings.find { it.code == 'DUE_PROVISIONAL' }.figures.years", contains(2031));
    }

    @ParameterizedTest
    @CsvSource({
        "Trước 15/3/2028, 2028-03-14, 2028",
        "Trước 30/9/2201, 2201-09-29, 2201",
        "Trước 30/9/2499, 2499-09-29, 2499",
        "Trước ngày 01/02/9021, 9021-01-31, 9021",
        "Chậm nhất ngày 31/12/9999, 9999-12-31, 9999",
        "Trước 01/01/1021, 1020-12-31, 1020"
    })
    void a_deadline_of_another_year_is_a_finding_and_provisional_and_refuses_no_plan(
            String timing, String dueOn, int year) {
        commune = Commune.create();
        row(22).put("timing", timing);

        commune.importPlan(document)
                .then()
                .statusCode(201)
                .body("findings.findAll { it.code == 'DEADLINE_OUTSIDE_YEAR' }.rows.flatten()", hasItem(22))
                .body("findings.find { it.code == 'DUE_PROVISIONAL' }.rows", contains(22))
                .body("findings.find { it.code == 'DUE_PROVISIONAL' }.figures.years", contains(year));
        header().put("number", "58/KH-UBND");
        var due = commune.issue(document).milestones(22).get(0);
        assertThat(due).containsEntry("dueOn", dueOn).containsEntry("dueProvisional", true);
        commune.milestone((String) due.get("id")).body("dueOn", equalTo(dueOn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trước 30/9/0021", "Trước 01/01/0000", "Trước 30/9/20201", "Trước 30/2/2021"})
    void a_day_that_is_none_is_a_finding_and_refuses_no_plan(String timing) {
        commune = Commune.create();
        row(22).put("timing", timing);

        commune.importPlan(document)
                .then()
                .statusCode(201)
                .body("findings.find { it.code == 'TIMING_UNREAD' }.rows", hasItem(22));
        header().put("number", "58/KH-UBND");
        commune.issue(document);
    }

    @Test
    void an_administrator_of_the_authority_above_says_whose_plan_it_is() {
        commune = Commune.create();
        Commune.as(TestTokens.admin(commune.district()))
                .body(Commune.request(document)
                        .put("authorityId", commune.id().toString())
                        .toString())
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(201)
                .body("authorityId", equalTo(commune.id().toString()));
    }

    @Test
    void another_media_type_and_malformed_parameters_are_refused() {
        commune.asClerk()
                .contentType(ContentType.XML)
                .body("<a/>")
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(415);
        commune.asLeader()
                .get("/api/v1/milestones?unit=VPTK")
                .then()
                .statusCode(400)
                .body("errors.field", contains("unit"));
        commune.asLeader().get("/api/v1/milestones?dueBefore=2021-02-30").then().statusCode(400);
        commune.asLeader().get("/api/v1/milestones?state=DONE").then().statusCode(400);
        commune.asLeader().get("/api/v1/milestones?overdue=maybe").then().statusCode(400);
        commune.asLeader().get("/api/v1/milestones?limit=-1").then().statusCode(400);
        commune.asLeader().get("/api/v1/milestones?cursor=abc").then().statusCode(400);
        commune.asLeader().get("/api/v1/plans?year=now").then().statusCode(400);
        for (int outside : new int[] {1999, 2101}) {
            commune.asLeader()
                    .get("/api/v1/plans?year=" + outside)
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains("year"));
        }
        commune.asLeader()
                .get("/api/v1/authorities?code=" + "x".repeat(51))
                .then()
                .statusCode(400)
                .body("errors.field", contains("code"));
        commune.asLeader().get("/api/v1/plans/57").then().statusCode(400);
        commune.asLeader().get("/api/v1/plans/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void progress_is_entered_for_a_period_of_a_continuous_task_only() {
        commune = Commune.create();
        Commune.Issued plan = commune.issueRealPlan();

        entry(plan.task(15), "VPTK", "2021-Q2").statusCode(422).body("errors.field", contains("period"));
        entry(plan.task(22), "VHXH", "2021-Q1").statusCode(422);
        entry(plan.task(15), "TPHT", "2021-Q1").statusCode(403);
        entry(plan.task(15), "VPTK", "2021-Q1").statusCode(201);
        plan.get("/progress")
                .body("continuous.entered", equalTo(1))
                .body("continuous.tasks.find { it.seq == 15 }.entered", contains("2021-Q1"));
    }

    private ValidatableResponse entry(String task, String unit, String period) {
        return commune.asOfficer(unit)
                .body(Map.of("period", period, "note", "Đã tiếp nhận 12 PAKN, vào sổ đầy đủ."))
                .post("/api/v1/tasks/" + task + "/progress-entries")
                .then();
    }

    @Test
    void a_reading_supersedes_and_never_overwrites() {
        commune = Commune.create();
        Commune.Issued plan = commune.issueRealPlan();
        String target = plan.get("/targets").extract().path("items.find { it.text.contains('đạt trên 95%') }.id");

        String first = reading(target, 95, 100)
                .statusCode(201)
                .body("value", equalTo(95.0f))
                .body("met", equalTo(false))
                .extract()
                .path("id");
        reading(target, 96, 100).statusCode(201).body("met", equalTo(true)).body("supersedesId", equalTo(first));
        for (String period : List.of("2020-Q4", "2022")) {
            reading(target, period, 96, 100).statusCode(422).body("errors.field", contains("period"));
        }
        reading(target, "\u00a02021-Q1 ", 96, 100).statusCode(201).body("period", equalTo("2021-Q1"));
        reading(target, "2021-13", 96, 100).statusCode(422).body("errors.field", contains("period"));
        reading(target, 101, 100).statusCode(422).body("errors.field", contains("numerator"));
        reading(target, 1, 0).statusCode(422).body("errors.field", contains("denominator"));
        plan.get("/targets").body("items.find { it.id == '" + target + "' }.readings.value", contains(96.0f));
        String ours = plan.get("/targets").extract().path("items.find { it.ours }.id");
        reading(ours, 1, 1).statusCode(422).body("type", equalTo("urn:cchc:problem:reading-from-events"));
    }

    private ValidatableResponse reading(String target, int numerator, int denominator) {
        return reading(target, "2021-Q1", numerator, denominator);
    }

    private ValidatableResponse reading(String target, String period, int numerator, int denominator) {
        return commune.asClerk()
                .body(Map.of(
                        "period",
                        period,
                        "numerator",
                        numerator,
                        "denominator",
                        denominator,
                        "source",
                        "Phiếu khảo sát"))
                .post("/api/v1/targets/" + target + "/readings")
                .then();
    }
}
