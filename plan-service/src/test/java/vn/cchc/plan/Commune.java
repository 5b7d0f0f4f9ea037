package vn.cchc.plan;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import vn.cchc.platform.testing.TestTokens;

/** A commune of its own for a test, made through the API, with its district, its units, and its plan when asked for. */
final class Commune {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final UUID id;
    private final UUID district;
    private final String code;
    private final Map<String, UUID> units = new HashMap<>();

    private Commune(UUID id, UUID district, String code) {
        this.id = id;
        this.district = district;
        this.code = code;
    }

    /** Sets business time. */
    static void now(String time) {
        given().contentType(ContentType.JSON)
                .body(Map.of("now", time))
                .put("/local/training-clock")
                .then()
                .statusCode(200);
    }

    static Commune create() {
        String code = "T" + NUMBER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8);
        UUID district = register(code + "-H", "UBND huyện " + code, "DISTRICT", null);
        UUID id = register(code, "UBND xã Thượng Lộ", "COMMUNE", district);
        Commune commune = new Commune(id, district, code);
        for (RealPlan.UnitOfPlan unit : RealPlan.UNITS) {
            commune.units.put(unit.code(), commune.registerUnit(unit));
        }
        return commune;
    }

    static UUID register(String code, String name, String level, UUID parent) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "code", code,
                "name", name,
                "level", level,
                "place", "Thượng Lộ",
                "validFrom", "2016-07-01"));
        if (parent != null) {
            body.put("parentId", parent);
        }
        return UUID.fromString(as(TestTokens.operator())
                .body(body)
                .post("/api/v1/authorities")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private UUID registerUnit(RealPlan.UnitOfPlan unit) {
        return UUID.fromString(as(TestTokens.operator())
                .body(Map.of(
                        "code", unit.code(),
                        "name", unit.name(),
                        "kind", unit.kind(),
                        "aliases", unit.aliases(),
                        "validFrom", "2016-07-01"))
                .post("/api/v1/authorities/" + id + "/units")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    UUID id() {
        return id;
    }

    UUID district() {
        return district;
    }

    String code() {
        return code;
    }

    UUID unit(String unitCode) {
        return units.get(unitCode);
    }

    static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON).header("Accept-Language", "en");
    }

    RequestSpecification asClerk() {
        return as(TestTokens.clerk(id));
    }

    RequestSpecification asLeader() {
        return as(TestTokens.leader(id));
    }

    RequestSpecification asOfficer(String unitCode) {
        return as(TestTokens.officer(id, unit(unitCode)));
    }

    RequestSpecification asDistrict() {
        return as(TestTokens.superior(district));
    }

    static ObjectNode request(ObjectNode document) {
        return JsonNodeFactory.instance.objectNode().set("document", document);
    }

    Response importPlan(ObjectNode document) {
        return asClerk().body(request(document).toString()).post("/api/v1/plan-imports");
    }

    /** Imports and issues the real plan. */
    Issued issueRealPlan() {
        return issue(RealPlan.json());
    }

    Issued issue(ObjectNode document) {
        Response draft = importPlan(document).then().statusCode(201).extract().response();
        String plan = asLeader()
                .header("If-Match", draft.header("ETag"))
                .post("/api/v1/plan-imports/" + draft.path("id") + "/issuances")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return new Issued(UUID.fromString(plan));
    }

    /** An issued plan, as its leader sees it. */
    final class Issued {
        private final UUID planId;

        private Issued(UUID planId) {
            this.planId = planId;
        }

        UUID planId() {
            return planId;
        }

        ValidatableResponse get(String what) {
            return asLeader().get("/api/v1/plans/" + planId + what).then().statusCode(200);
        }

        String task(int seq) {
            return get("/tasks").extract().path("items.find { it.seq == " + seq + " }.id");
        }

        /** The milestones of a row by due day. */
        List<Map<String, Object>> milestones(int seq) {
            return asLeader()
                    .queryParam("task", task(seq))
                    .queryParam("limit", 200)
                    .get("/api/v1/milestones")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items");
        }

        /** The id of the milestone of a row with that occurrence. */
        String milestone(int seq, String occurrence) {
            return milestones(seq).stream()
                    .filter(milestone -> milestone.get("occurrence").equals(occurrence))
                    .map(milestone -> (String) milestone.get("id"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("Row " + seq + " has no milestone " + occurrence));
        }
    }

    ValidatableResponse milestone(String milestoneId) {
        return asLeader().get("/api/v1/milestones/" + milestoneId).then().statusCode(200);
    }

    String etag(String milestoneId) {
        return milestone(milestoneId).extract().header("ETag");
    }

    /** Posts to a sub-resource of a milestone with its present version. */
    ValidatableResponse post(RequestSpecification caller, String milestoneId, String what, Object body) {
        RequestSpecification request = caller.header("If-Match", etag(milestoneId));
        return (body == null ? request : request.body(body))
                .post("/api/v1/milestones/" + milestoneId + "/" + what)
                .then();
    }
}
