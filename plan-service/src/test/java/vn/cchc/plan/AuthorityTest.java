package vn.cchc.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.event.Ids;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Authorities and units: public to read, kept by administrators above and by operators. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AuthorityTest {

    private final String code = "A-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void inDecember() {
        Commune.now("2020-12-24T08:00:00+07:00");
    }

    private static Map<String, Object> details(String code, String level, UUID parent) {
        Map<String, Object> details = new HashMap<>(Map.of(
                "code", code, "name", "UBND " + code, "level", level, "place", "Nam Đông", "validFrom", "2016-07-01"));
        if (parent != null) {
            details.put("parentId", parent);
        }
        return details;
    }

    @Test
    void everybody_sees_authorities_and_finds_them_by_code_level_and_parent() {
        UUID district = Commune.register(code + "-H", "UBND huyện", "DISTRICT", null);
        UUID commune = Commune.register(code, "UBND xã", "COMMUNE", district);

        given().get("/api/v1/authorities?code=" + code)
                .then()
                .statusCode(200)
                .body("items.id", contains(commune.toString()))
                .body("items[0].units", nullValue())
                .body("next", nullValue());
        given().get("/api/v1/authorities?level=COMMUNE&parent=" + district)
                .then()
                .statusCode(200)
                .body("items.code", contains(code));
        given().get("/api/v1/authorities/" + commune)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("deadlineInclusive", equalTo(false))
                .body("units", hasSize(0));
    }

    @Test
    void a_list_goes_on_where_the_cursor_says_and_refuses_one_of_other_filters() {
        UUID district = Commune.register(code + "-H", "UBND huyện", "DISTRICT", null);
        for (int i = 1; i <= 3; i++) {
            Commune.register(code + "-" + i, "UBND xã", "COMMUNE", district);
        }

        String next = given().get("/api/v1/authorities?limit=2&parent=" + district)
                .then()
                .statusCode(200)
                .body("items.code", contains(code + "-1", code + "-2"))
                .extract()
                .path("next");

        given().get("/api/v1/authorities?limit=2&parent=" + district + "&cursor=" + next)
                .then()
                .statusCode(200)
                .body("items.code", contains(code + "-3"))
                .body("next", nullValue());
        given().get("/api/v1/authorities?limit=2&cursor=" + next).then().statusCode(400);
        given().get("/api/v1/authorities?limit=0").then().statusCode(400);
        given().get("/api/v1/authorities?level=WARD").then().statusCode(400);
    }

    @Test
    void an_id_follows_from_the_code_and_a_code_that_is_given_again_names_another() {
        UUID first = Commune.register(code, "UBND xã", "COMMUNE", null);
        assertThat(first).isEqualTo(Ids.derived(UUID.fromString("0c5c7a53-2b0e-5c1f-8a3d-6f1d9be0a7c2"), code));
        Map<String, Object> unit = Map.of("code", "VP", "name", "Văn phòng", "kind", "UNIT", "validFrom", "2016-07-01");
        registerUnit(first, unit)
                .body("id", equalTo(Ids.derived(first, "unit VP").toString()));
        Commune.as(TestTokens.operator())
                .body(details(code + "-B", "COMMUNE", null))
                .header("If-Match", given().get("/api/v1/authorities/" + first).header("ETag"))
                .put("/api/v1/authorities/" + first)
                .then()
                .statusCode(200);

        UUID second = Commune.register(code, "UBND xã", "COMMUNE", null);

        assertThat(second).isNotEqualTo(first);
        given().get("/api/v1/authorities/" + second).then().body("code", equalTo(code));
        registerUnit(second, unit)
                .body("id", equalTo(Ids.derived(second, "unit VP").toString()));
    }

    private static ValidatableResponse registerUnit(UUID authority, Map<String, Object> unit) {
        return Commune.as(TestTokens.operator())
                .body(unit)
                .post("/api/v1/authorities/" + authority + "/units")
                .then()
                .statusCode(201);
    }

    @Test
    void the_authority_above_is_removed_by_null_alone() {
        UUID district = Commune.register(code + "-H", "UBND huyện", "DISTRICT", null);
        UUID commune = Commune.register(code, "UBND xã", "COMMUNE", district);
        Map<String, Object> change = details(code, "COMMUNE", null);
        for (String none : List.of("", " ", "\u3164")) {
            change.put("parentId", none);
            change(commune, change).statusCode(422).body("errors.field", contains("parentId"));
        }
        for (String odd :
                List.of("AZDVoAAAcACAAAAAAAAAAQ==", "1-1-1-1-1", "{" + district + "}", "urn:uuid:" + district)) {
            change.put("parentId", odd);
            change(commune, change).statusCode(400).body("errors.field", contains("parentId"));
        }
        given().get("/api/v1/authorities/" + commune).then().body("parentId", equalTo(district.toString()));
        change.put("parentId", null);

        change(commune, change).statusCode(200).body("parentId", nullValue());
    }

    private static ValidatableResponse change(UUID authority, Map<String, Object> details) {
        return Commune.as(TestTokens.operator())
                .body(details)
                .header("If-Match", "\"0\"")
                .put("/api/v1/authorities/" + authority)
                .then();
    }

    @Test
    void names_are_one_line() {
        String pasted = "\u200bUBND\r\nxã\u00a0\u2028 Thượng\tLộ\n";
        Map<String, Object> details = details(code, "COMMUNE", null);
        details.put("name", pasted);
        details.put("place", "Thượng\nLộ");
        String id = Commune.as(TestTokens.operator())
                .body(details)
                .post("/api/v1/authorities")
                .then()
                .statusCode(201)
                .body("name", equalTo("UBND xã Thượng Lộ"))
                .body("place", equalTo("Thượng Lộ"))
                .extract()
                .path("id");

        registerUnit(
                        UUID.fromString(id),
                        Map.of(
                                "code", "VP",
                                "name", "Văn\nphòng",
                                "kind", "UNIT",
                                "aliases", List.of("Phòng\u2029văn thư"),
                                "validFrom", "2016-07-01"))
                .body("name", equalTo("Văn phòng"))
                .body("aliases", contains("Phòng văn thư"));
    }

    @Test
    void a_change_needs_the_version_it_changes() {
        UUID id = Commune.register(code, "UBND xã", "COMMUNE", null);
        Map<String, Object> renamed = details(code, "COMMUNE", null);
        renamed.put("deadlineInclusive", true);
        var operator = Commune.as(TestTokens.operator()).body(renamed);

        operator.put("/api/v1/authorities/" + id).then().statusCode(428);
        Commune.as(TestTokens.operator())
                .body(renamed)
                .header("If-Match", "\"7\"")
                .put("/api/v1/authorities/" + id)
                .then()
                .statusCode(412);
        Commune.as(TestTokens.operator())
                .body(renamed)
                .header("If-Match", "\"0\"")
                .put("/api/v1/authorities/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("deadlineInclusive", equalTo(true))
                .body("name", equalTo("UBND " + code));
    }

    @Test
    void what_lies_beneath_an_authority_is_seen_by_the_one_that_stands_above_it_now() {
        UUID province = Commune.register(code + "-T", "UBND tỉnh", "PROVINCE", null);
        UUID another = Commune.register(code + "-K", "UBND tỉnh khác", "PROVINCE", null);
        UUID district = Commune.register(code + "-H", "UBND huyện", "DISTRICT", province);
        UUID commune = Commune.register(code, "UBND xã", "COMMUNE", district);
        String draft = Commune.as(TestTokens.clerk(commune))
                .body(Commune.request(RealPlan.json()).toString())
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String plan = Commune.as(TestTokens.leader(commune))
                .header("If-Match", "\"0\"")
                .post("/api/v1/plan-imports/" + draft + "/issuances")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertSees(province, plan, true);
        assertSees(another, plan, false);

        Commune.as(TestTokens.operator())
                .body(details(code + "-H", "DISTRICT", another))
                .header("If-Match", "\"0\"")
                .put("/api/v1/authorities/" + district)
                .then()
                .statusCode(200);

        assertSees(province, plan, false);
        assertSees(another, plan, true);
        assertSees(district, plan, true);
    }

    private static void assertSees(UUID superior, String plan, boolean seen) {
        as(superior, "plans/" + plan).statusCode(seen ? 200 : 404);
        as(superior, "plans").statusCode(200).body("items", hasSize(seen ? 1 : 0));
        as(superior, "plans?year=2021").statusCode(200).body("items", hasSize(seen ? 1 : 0));
        as(superior, "milestones?limit=5").statusCode(200).body("items", hasSize(seen ? 5 : 0));
    }

    private static ValidatableResponse as(UUID superior, String list) {
        return Commune.as(TestTokens.superior(superior)).get("/api/v1/" + list).then();
    }

    @Test
    void a_code_is_used_once_and_the_authority_above_is_of_a_higher_level() {
        UUID commune = Commune.register(code, "UBND xã", "COMMUNE", null);

        Commune.as(TestTokens.operator())
                .body(details(code, "COMMUNE", null))
                .post("/api/v1/authorities")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:code-taken"));
        Commune.as(TestTokens.operator())
                .body(details(code + "-2", "COMMUNE", commune))
                .post("/api/v1/authorities")
                .then()
                .statusCode(422)
                .body("errors.field", contains("parentId"));
        Commune.as(TestTokens.operator())
                .body(details(code + "-2", "COMMUNE", UUID.randomUUID()))
                .post("/api/v1/authorities")
                .then()
                .statusCode(422)
                .body("errors.field", contains("parentId"));
    }

    @Test
    void two_units_that_are_written_alike_are_refused() {
        UUID id = Commune.register(code, "UBND xã", "COMMUNE", null);
        unit(id, "VPTK", "Văn phòng - Thống kê", List.of("VP-TK"))
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"");

        unit(id, "VPTK", "Khác", List.of()).then().statusCode(409);
        unit(id, "VP2", "văn phòng, thống kê", List.of()).then().statusCode(422).body("errors.field", contains("name"));
        unit(id, "VP2", "Khác", List.of("VP TK")).then().statusCode(422).body("errors.field", contains("aliases[0]"));
    }

    @Test
    void a_unit_is_changed_with_the_version_of_its_authority() {
        UUID id = Commune.register(code, "UBND xã", "COMMUNE", null);
        String unitId =
                unit(id, "VPTK", "Văn phòng", List.of()).then().extract().path("id");
        Map<String, Object> changed = Map.of(
                "code",
                "VPTK",
                "name",
                "Văn phòng HĐND và UBND",
                "kind",
                "UNIT",
                "validFrom",
                "2016-07-01",
                "validTo",
                "2025-06-30");

        Commune.as(TestTokens.operator())
                .body(changed)
                .header("If-Match", "\"1\"")
                .put("/api/v1/authorities/" + id + "/units/" + unitId)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("units.name", hasItem("Văn phòng HĐND và UBND"))
                .body("units[0].validTo", equalTo("2025-06-30"));
        Commune.as(TestTokens.operator())
                .body(changed)
                .header("If-Match", "\"2\"")
                .put("/api/v1/authorities/" + id + "/units/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void the_same_key_registers_once_and_another_body_is_refused() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> details = details(code, "COMMUNE", null);
        String first = register(key, details).then().statusCode(201).extract().path("id");

        register(key, details)
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .body("id", equalTo(first));
        register(key, details(code + "-2", "COMMUNE", null))
                .then()
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:idempotency-key-reused"));
    }

    @Test
    void codes_are_taken_without_the_spaces_they_were_pasted_with() {
        UUID id = Commune.register(code + "\u00a0", "UBND xã", "COMMUNE", null);

        given().get("/api/v1/authorities/" + id).then().body("code", equalTo(code));
        given().queryParam("code", " " + code + "\u00a0")
                .get("/api/v1/authorities")
                .then()
                .statusCode(200)
                .body("items.id", contains(id.toString()));
        unit(id, " VP\u200b", "Văn phòng", List.of()).then().statusCode(201).body("code", equalTo("VP"));
        unit(id, "VP", "Một cửa", List.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:code-taken"));
    }

    @Test
    void an_authority_has_at_most_500_units() {
        UUID id = Commune.register(code, "UBND xã", "COMMUNE", null);
        Heard.change("""
                INSERT INTO unit (id, authority_id, code, name, kind, aliases, valid_from)
                SELECT gen_random_uuid(), '%s', 'U' || n, 'Đơn vị ' || n, 'UNIT', '{}', '2016-07-01'
                FROM generate_series(1, 499) n""".formatted(id));
        unit(id, "U0", "Đơn vị 0", List.of()).then().statusCode(201);

        unit(id, "U500", "Đơn vị 500", List.of())
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:too-many-units"));
    }

    private static Response register(String key, Map<String, Object> details) {
        return Commune.as(TestTokens.operator())
                .header("Idempotency-Key", key)
                .body(details)
                .post("/api/v1/authorities");
    }

    private static Response unit(UUID authority, String code, String name, List<String> aliases) {
        return Commune.as(TestTokens.operator())
                .body(Map.of("code", code, "name", name, "kind", "UNIT", "aliases", aliases, "validFrom", "2016-07-01"))
                .post("/api/v1/authorities/" + authority + "/units");
    }
}
