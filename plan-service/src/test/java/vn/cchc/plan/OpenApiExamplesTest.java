package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/**
 * Walks through the operations as the examples of the OpenAPI document show them. With {@code -Dcontracts.write=true} the
 * examples are written anew from what the service answers; else their fields are compared with it.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiExamplesTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "openapi-examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, JsonNode> walked = new TreeMap<>();

    private String walk(String operationId, String request, Response answer) {
        assertThat(answer.statusCode())
                .as(operationId + ": " + answer.asString())
                .isBetween(200, 299);
        try {
            ObjectNode example = JSON.createObjectNode().put("status", answer.statusCode());
            if (request != null) {
                example.set("request", JSON.readTree(request));
            }
            example.set("response", shortened(JSON.readTree(answer.asByteArray())));
            walked.put(operationId, example);
            return answer.path("id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lists show two items at most: an example is to be read. */
    private static JsonNode shortened(JsonNode node) {
        if (node instanceof ArrayNode array) {
            while (array.size() > 2) {
                array.remove(array.size() - 1);
            }
        }
        node.forEach(OpenApiExamplesTest::shortened);
        return node;
    }

    @Test
    void examples_are_what_the_service_takes_and_answers() throws IOException {
        Commune.now("2025-12-22T09:00:00+07:00");
        String code = "VN-" + UUID.randomUUID().toString().substring(0, 8);
        walkAuthorities(code);
        try {
            walkCalendar();
        } finally {
            Calendars.restore();
            Commune.now("2025-12-22T09:00:00+07:00");
        }
        walkPlan();

        if (Boolean.getBoolean("contracts.write")) {
            Files.createDirectories(FOLDER);
            for (Map.Entry<String, JsonNode> each : walked.entrySet()) {
                Files.writeString(
                        FOLDER.resolve(each.getKey() + ".json"), each.getValue().toPrettyString() + "\n");
            }
        }
        for (Map.Entry<String, JsonNode> each : walked.entrySet()) {
            JsonNode known =
                    JSON.readTree(FOLDER.resolve(each.getKey() + ".json").toFile());
            assertThat(fields(known)).as(each.getKey()).isEqualTo(fields(each.getValue()));
        }
    }

    private UUID authority;
    private UUID unit;

    private void walkAuthorities(String code) {
        String details = """
                {"code": "%s", "name": "UBND xã An Bình", "level": "COMMUNE", "place": "An Bình", "validFrom": "2025-07-01"}""".formatted(code);
        String id = walk("registerAuthority", details, operator().body(details).post("/api/v1/authorities"));
        authority = UUID.fromString(id);
        String office = """
                {"code": "VP", "name": "Văn phòng", "kind": "UNIT", "aliases": ["Văn phòng HĐND và UBND"], "validFrom": "2025-07-01"}""";
        unit = UUID.fromString(
                walk("registerUnit", office, operator().body(office).post("/api/v1/authorities/" + id + "/units")));
        walk(
                "changeUnit",
                office,
                operator()
                        .header("If-Match", "\"1\"")
                        .body(office)
                        .put("/api/v1/authorities/" + id + "/units/" + unit));
        walk(
                "changeAuthority",
                details,
                operator().header("If-Match", "\"2\"").body(details).put("/api/v1/authorities/" + id));
        walk("getAuthority", null, operator().get("/api/v1/authorities/" + id));
        walk("getWorkingCalendar", null, operator().get("/api/v1/working-calendar"));
        walk("getCalendarYear", null, operator().get("/api/v1/working-calendar/years/2025"));
        walk("listAuthorities", null, operator().get("/api/v1/authorities?code=" + code));
    }

    private void walkCalendar() {
        Calendars.restore();
        String withdrawn = operator()
                .body("{\"year\": 2029, \"reason\": \"Thử\"}")
                .post(Calendars.REVISIONS)
                .path("id");
        String reason = "{\"reason\": \"Đề nghị nhầm năm\"}";
        walk(
                "withdrawCalendarRevision",
                reason,
                post(operator(), "1", Calendars.REVISIONS + "/" + withdrawn + "/withdrawals", reason));
        String exchange = """
                {"year": 2026, "reason": "Thông báo về hoán đổi ngày làm việc năm 2026", "answerBy": "2025-12-22T09:05:00+07:00",
                 "addSwaps": [{"dayOff": "2026-11-25", "makeUpWorkday": "2026-11-28", "basis": "9441/TB-BNV", "confidence": "HIGH"}]}""";
        String id = walk(
                "proposeCalendarRevision", exchange, operator().body(exchange).post(Calendars.REVISIONS));
        Commune.now("2025-12-22T09:06:00+07:00");
        await().untilAsserted(() ->
                operator().get(Calendars.REVISIONS + "/" + id).then().body("services[0].preview", notNullValue()));
        walk("listCalendarRevisions", null, operator().get(Calendars.REVISIONS + "?limit=1"));
        String decision = "{\"reason\": \"Thông báo số 9441/TB-BNV\"}";
        walk(
                "applyCalendarRevision",
                decision,
                post(operator(), "1", Calendars.REVISIONS + "/" + id + "/applications", decision));
        walk("getCalendarRevision", null, operator().get(Calendars.REVISIONS + "/" + id));
        walk("listCalendarRevisionChanges", null, operator().get(Calendars.REVISIONS + "/" + id + "/changes"));
    }

    private void walkPlan() throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.set(
                "document",
                JSON.readTree(
                        Path.of("contracts", "plan-document.v1.example.json").toFile()));
        String body = request.toString();
        String abandoned = walk("importPlan", body, leader().body(body).post("/api/v1/plan-imports"));
        walk("discardPlanImport", null, post(leader(), "0", "/api/v1/plan-imports/" + abandoned + "/discards", null));
        String draft = leader().body(body).post("/api/v1/plan-imports").path("id");
        walk("getPlanImport", null, leader().get("/api/v1/plan-imports/" + draft));
        walk(
                "correctPlanImport",
                body,
                leader().header("If-Match", "\"0\"").body(body).put("/api/v1/plan-imports/" + draft));
        String etag = leader().get("/api/v1/plan-imports/" + draft).header("ETag");
        String plan = walk(
                "issuePlan",
                null,
                leader().header("If-Match", etag).post("/api/v1/plan-imports/" + draft + "/issuances"));
        walk("listPlans", null, leader().get("/api/v1/plans?year=2026"));
        walk("getPlan", null, leader().get("/api/v1/plans/" + plan));
        walk("listPlanChanges", null, leader().get("/api/v1/plans/" + plan + "/changes"));
        walk("listTasks", null, leader().get("/api/v1/plans/" + plan + "/tasks"));
        walk("listPlanFindings", null, leader().get("/api/v1/plans/" + plan + "/findings"));
        walk("getBudget", null, leader().get("/api/v1/plans/" + plan + "/budget"));
        walkMilestones(plan);
        walkTargetsAndProgress(plan);
    }

    private void walkMilestones(String plan) {
        Response list = leader().get("/api/v1/milestones?plan=" + plan);
        walk("listMilestones", null, list);
        String report = list.path("items.find { it.occurrence == '2026-Q1' }.id");
        String half = list.path("items.find { it.occurrence == '2026-H1' }.id");
        String waiting = list.path("items.find { it.occurrence == 'standing' }.id");
        String path = "/api/v1/milestones/" + report;
        String note = "{\"note\": \"Đã gửi báo cáo qua trục liên thông.\"}";
        String reason = "{\"reason\": \"Thiếu phụ lục số liệu.\"}";
        walk("explainMilestoneDueDate", null, leader().get(path + "/due-date"));
        walk("submitEvidence", note, post(officer(), "0", path + "/submissions", note));
        walk("returnMilestone", reason, post(leader(), "1", path + "/returns", reason));
        Response file = officer()
                .header("If-Match", "\"2\"")
                .contentType("multipart/form-data")
                .multiPart("file", "bao-cao.txt", "Báo cáo quý I".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post(path + "/submissions");
        walk("submitEvidenceFile", null, file);
        walk("acceptMilestone", null, post(leader(), "3", path + "/acceptances", null));
        walk("getMilestone", null, leader().get(path));
        walk("listMilestoneChanges", null, leader().get(path + "/changes?limit=2"));
        walk("waiveMilestone", reason, post(leader(), "0", "/api/v1/milestones/" + half + "/waivers", reason));
        String event = "{\"happenedOn\": \"2025-12-15\", \"occurrence\": \"dot-1\", \"label\": \"Đợt 1\"}";
        walk("armMilestone", event, post(leader(), "0", "/api/v1/milestones/" + waiting + "/armings", event));
    }

    private void walkTargetsAndProgress(String plan) {
        Response targets = leader().get("/api/v1/plans/" + plan + "/targets");
        String target = targets.path("items.find { it.operator == '>' }.id");
        String reading = """
                {"period": "2026-Q1", "numerator": 48, "denominator": 50, "source": "Phiếu khảo sát"}""";
        walk("recordReading", reading, leader().body(reading).post("/api/v1/targets/" + target + "/readings"));
        walk("listTargets", null, leader().get("/api/v1/plans/" + plan + "/targets"));
        walk("getProgress", null, leader().get("/api/v1/plans/" + plan + "/progress"));
        Response tasks = leader().get("/api/v1/plans/" + plan + "/tasks");
        String report = tasks.path("items.find { it.code == '1.1' }.id");
        String continuous = tasks.path("items.find { it.code == '1.3' }.id");
        walk("explainTaskProgress", null, leader().get("/api/v1/tasks/" + report + "/progress"));
        String entry = "{\"period\": \"2026-Q1\", \"note\": \"Đã niêm yết đầy đủ.\"}";
        walk("enterProgress", entry, officer().body(entry).post("/api/v1/tasks/" + continuous + "/progress-entries"));
        walk("listProgressEntries", null, leader().get("/api/v1/tasks/" + continuous + "/progress-entries"));
    }

    private static RequestSpecification operator() {
        return Commune.as(TestTokens.operator());
    }

    private RequestSpecification leader() {
        return Commune.as(TestTokens.leader(authority));
    }

    private RequestSpecification officer() {
        return Commune.as(TestTokens.officer(authority, unit));
    }

    private static Response post(RequestSpecification caller, String version, String path, String body) {
        caller.header("If-Match", '"' + version + '"');
        return (body == null ? caller : caller.body(body)).post(path);
    }

    /** The paths of all fields, whatever their values. */
    private static Set<String> fields(JsonNode node) {
        Set<String> fields = new TreeSet<>();
        collect("", node, fields);
        return fields;
    }

    private static void collect(String path, JsonNode node, Set<String> fields) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            fields.add(path + "." + name);
            collect(path + "." + name, node.get(name), fields);
        }
        if (node.isArray()) {
            node.forEach(item -> collect(path + "[]", item, fields));
        }
    }
}
