package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** All views of a draft show what an issue would find now, and all views of a plan what was found when it was issued. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ShownFindingsTest {

    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LATE_PLAN = 2;
    private static final String NOT_REGISTERED = "Tổ công nghệ số cộng đồng";

    private Commune commune;
    private String draft;

    @BeforeEach
    void a_draft_with_a_unit_that_is_not_registered() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        ObjectNode document = RealPlan.json();
        row(document).put("lead", NOT_REGISTERED);
        draft = "/api/v1/plan-imports/"
                + commune.importPlan(document).then().statusCode(201).extract().path("id");
    }

    private static ObjectNode row(ObjectNode document) {
        return (ObjectNode) document.get("annex").get(LATE_PLAN - 1);
    }

    private void register() {
        Commune.as(TestTokens.operator())
                .body(Map.of("code", "TCNS", "name", NOT_REGISTERED, "kind", "UNIT", "validFrom", "2016-07-01"))
                .post("/api/v1/authorities/" + commune.id() + "/units")
                .then()
                .statusCode(201);
    }

    private JsonPath seen(String path) {
        return commune.asClerk().get(path).then().statusCode(200).extract().jsonPath();
    }

    private String issue() {
        return commune.asLeader()
                .header("If-Match", "\"0\"")
                .post(draft + "/issuances")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static List<String> unknown(JsonPath seen, String findings) {
        return seen.getList(findings + ".findAll { it.code == 'UNIT_UNKNOWN' }.figures.text");
    }

    private List<String> inTheSheet() throws IOException {
        return PlanFilesTest.texts(
                        commune.asClerk().accept(SHEET).get(draft + "/findings").asByteArray())
                .stream()
                .skip(1)
                .map(row -> row.get(4))
                .distinct()
                .toList();
    }

    @Test
    void every_view_of_a_draft_is_read_with_the_units_of_now() throws IOException {
        assertThat(unknown(seen(draft), "findings")).contains(NOT_REGISTERED);

        register();

        assertThat(unknown(seen(draft), "findings")).doesNotContain(NOT_REGISTERED);
        commune.asClerk()
                .get(draft)
                .then()
                .body("version", equalTo(0))
                .body("rows.find { it.order == 2 }.leads.unitCode", contains("TCNS"));
        commune.asClerk()
                .get(draft + "/rows/" + LATE_PLAN)
                .then()
                .body("leads.unitCode", contains("TCNS"))
                .body("findings.code", not(hasItem("UNIT_UNKNOWN")));
        assertThat(inTheSheet())
                .containsExactlyElementsOf(seen(draft).<String>getList("findings.code").stream()
                        .distinct()
                        .toList());
    }

    @Test
    void a_unit_that_was_registered_in_between_is_no_change_of_a_correction() {
        register();

        commune.asClerk()
                .header("If-Match", "\"0\"")
                .body(row(RealPlan.json())
                        .put("lead", NOT_REGISTERED)
                        .put("timing", "Trước 15/01/2021")
                        .toString())
                .put(draft + "/rows/" + LATE_PLAN)
                .then()
                .statusCode(200)
                .body("settled.code", contains("DEADLINE_OUTSIDE_YEAR"))
                .body("raised", empty());
        commune.asClerk()
                .get(draft + "/changes")
                .then()
                .statusCode(200)
                .body("settled.code", contains("DEADLINE_OUTSIDE_YEAR"))
                .body("raised", empty());
    }

    @Test
    void a_plan_has_every_finding_that_its_draft_had_when_it_was_issued() throws IOException {
        JsonPath before = seen(draft);
        List<String> sheet = inTheSheet();
        String plan = issue();
        register();

        assertThat(before.<String>getList("findings.code"))
                .contains("TARGET_UNREAD", "DUE_BEFORE_PERIOD_ENDS", "SCHEDULE_WITHOUT_DAY");
        assertThat(seen(draft).<Object>getList("findings")).isEqualTo(before.getList("findings"));
        assertThat(seen("/api/v1/plans/" + plan + "/findings").<Object>getList("items"))
                .isEqualTo(before.getList("findings"));
        assertThat(seen("/api/v1/plans/" + plan + "/findings?code=TARGET_UNREAD")
                        .<Object>getList("items"))
                .isEqualTo(before.getList("findings.findAll { it.code == 'TARGET_UNREAD' }"));
        assertThat(inTheSheet()).isEqualTo(sheet);
    }

    /** Such a replica runs beside this version during an upgrade: it cannot read these codes, and keeps none of them. */
    @Test
    void a_replica_of_the_version_before_meets_no_code_that_it_does_not_know() throws SQLException {
        String plan = issue();
        Object shown = seen("/api/v1/plans/" + plan + "/findings").getList("items");
        String further = "'TARGET_UNREAD', 'DUE_BEFORE_PERIOD_ENDS', 'SCHEDULE_WITHOUT_DAY', 'AMOUNT_UNREAD'";

        try (Connection connection = LocalServers.connect();
                Statement statement = connection.createStatement()) {
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM plan_finding WHERE code IN (" + further + ") AND plan_id = '" + plan
                                    + "'"))
                    .isZero();
            assertThat(number(
                            statement,
                            "SELECT count(*) FROM plan_import, jsonb_array_elements(reading -> 'findings') f"
                                    + " WHERE f ->> 'code' IN (" + further + ") AND plan_id = '" + plan + "'"))
                    .isZero();
            assertThat(number(
                            statement,
                            "SELECT jsonb_array_length(further_findings) FROM plan_import WHERE plan_id = '" + plan
                                    + "'"))
                    .isPositive();
            statement.executeUpdate("UPDATE plan_import SET further_findings = NULL WHERE plan_id = '" + plan + "'");
        }

        assertThat(seen("/api/v1/plans/" + plan + "/findings").<Object>getList("items"))
                .as("as of a plan that it has issued")
                .isEqualTo(shown);
    }

    private static int number(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void findings_of_a_plan_that_does_not_exist_are_not_found() {
        commune.asClerk()
                .get("/api/v1/plans/" + UUID.randomUUID() + "/findings")
                .then()
                .statusCode(404);
    }
}
