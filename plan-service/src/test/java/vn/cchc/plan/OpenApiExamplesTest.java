package vn.cchc.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiExamples;
import vn.cchc.platform.testing.TestTokens;

/** An authority and its units, a change of the working calendar, and a plan from its import to the evidence of its milestones. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final OpenApiExamples examples = new OpenApiExamples();
    private UUID authority;
    private UUID unit;

    @Test
    void examples_are_what_the_service_takes_and_answers() throws IOException {
        examples.itIs("2025-12-22T09:00:00+07:00");
        walkAuthorities();
        try {
            walkCalendar();
        } finally {
            Calendars.restore();
            examples.itIs("2025-12-22T09:00:00+07:00");
        }
        walkPlan();

        examples.assertCommitted();
    }

    private void walkAuthorities() {
        String code = UUID.randomUUID().toString().substring(0, 8);
        examples.show("AN-BINH", code);
        String details = """
            {"code": "%s", "name": "UBND xã An Bình", "level": "COMMUNE", "place": "An Bình", "validFrom": "2025-07-01"}\
            """.formatted(code);
        String id = examples.call(
                        "registerAuthority", operator(), by -> by.body(details).post("/api/v1/authorities"))
                .path("id");
        authority = UUID.fromString(id);
        String path = "/api/v1/authorities/" + id;
        String office = """
            {"code": "VP", "name": "Văn phòng", "kind": "UNIT", "aliases": ["Văn phòng HĐND và UBND"], "validFrom": "2025-07-01"}\
            """;
        unit = UUID.fromString(
                examples.call("registerUnit", operator(), by -> by.body(office).post(path + "/units"))
                        .path("id"));
        examples.call("changeUnit", seen(operator(), "1"), by -> by.body(office).put(path + "/units/" + unit));
        examples.call(
                "changeAuthority", seen(operator(), "2"), by -> by.body(details).put(path));
        get("getAuthority", operator(), path);
        get("getWorkingCalendar", operator(), "/api/v1/working-calendar");
        get("getCalendarYear", operator(), "/api/v1/working-calendar/years/2025");
        get("listAuthorities", operator(), "/api/v1/authorities?code=" + code);
    }

    private void walkCalendar() {
        Calendars.restore();
        String withdrawn = operator()
                .body("{\"year\": 2029, \"reason\": \"Thử\", \"answerBy\": \"2025-12-22T17:00:00+07:00\"}")
                .post(Calendars.REVISIONS)
                .path("id");
        awaitPreview(Calendars.REVISIONS + "/" + withdrawn);
        post(
                "withdrawCalendarRevision",
                seen(operator(), "1"),
                Calendars.REVISIONS + "/" + withdrawn + "/withdrawals",
                "{\"reason\": \"Đề nghị nhầm năm\"}");
        String id = post("proposeCalendarRevision", operator(), Calendars.REVISIONS, """
            {"year": 2026, "reason": "Thông báo về hoán đổi ngày làm việc năm 2026", "answerBy": "2025-12-22T17:00:00+07:00",
             "addSwaps": [{"dayOff": "2026-11-25", "makeUpWorkday": "2026-11-28", "basis": "9441/TB-BNV", "confidence": "HIGH"}]}\
            """)
                .path("id");
        String path = Calendars.REVISIONS + "/" + id;
        examples.itIs("2025-12-22T17:01:00+07:00");
        awaitPreview(path);
        get("listCalendarRevisions", operator(), Calendars.REVISIONS + "?limit=1");
        post(
                "applyCalendarRevision",
                seen(operator(), "1"),
                path + "/applications",
                "{\"reason\": \"Thông báo số 9441/TB-BNV\"}");
        get("getCalendarRevision", operator(), path);
        get("listCalendarRevisionChanges", operator(), path + "/changes");
    }

    /** Of this service; the others are not there. */
    private static void awaitPreview(String revision) {
        await().untilAsserted(() -> operator().get(revision).then().body("services[0].preview", notNullValue()));
    }

    private void walkPlan() throws IOException {
        ObjectNode request = JSON.createObjectNode();
        request.set(
                "document",
                JSON.readTree(
                        Path.of("contracts", "plan-document.v1.example.json").toFile()));
        String body = request.toString();
        post("readTimings", leader(), "/api/v1/timing-readings", """
            {"texts": ["Trong vòng 5 ngày làm việc sau khi kết thúc kiểm tra; trước ngày 15/12", "Khoảng tháng 6"], "year": 2026}\
            """);
        post("readTargets", leader(), "/api/v1/target-readings", """
            {"texts": ["Tối thiểu 90% hồ sơ trực tuyến; thời gian chờ không quá 15 phút", "Tỷ lệ hồ sơ trễ hạn 5%"]}\
            """);
        examples.call("transcribePlan", leader(), by -> by.contentType("multipart/form-data")
                .multiPart("file", "ke-hoach.docx", SmallPlan.docx(), SmallPlan.MEDIA_TYPE)
                .post("/api/v1/plan-transcripts"));
        String imports = "/api/v1/plan-imports";
        String abandoned = post("importPlan", leader(), imports, body).path("id");
        post("discardPlanImport", seen(leader(), "0"), imports + "/" + abandoned + "/discards", null);
        String draft = leader().body(body).post(imports).path("id");
        get("getPlanImport", leader(), imports + "/" + draft);
        get("getDraftDocument", leader(), imports + "/" + draft + "/document");
        get("listDraftRows", leader(), imports + "/" + draft + "/rows?limit=3");
        get("listDraftTargets", leader(), imports + "/" + draft + "/targets?limit=2");
        get("listDraftDueDays", leader(), imports + "/" + draft + "/due-days?limit=2");
        get("getDraftReview", leader(), imports + "/" + draft + "/review");
        get("getDraftAnnex", leader(), imports + "/" + draft + "/annex");
        get("getDraftFindings", leader(), imports + "/" + draft + "/findings");
        ObjectNode row = leader().get(imports + "/" + draft + "/rows/2").as(ObjectNode.class);
        ObjectNode corrected = ((ObjectNode) row.get("printed")).put("timing", "Trước 15/12");
        examples.call("correctDraftRow", seen(leader(), "0"), by -> by.body(corrected.toString())
                .put(imports + "/" + draft + "/rows/2"));
        get("getDraftRow", leader(), imports + "/" + draft + "/rows/2");
        get("compareDraft", leader(), imports + "/" + draft + "/changes");
        post("insertDraftRow", seen(leader(), "1"), imports + "/" + draft + "/rows", """
            {"order": 3, "parent": 1, "title": "Báo cáo kết quả rà soát", "timing": "Trước 20/11"}\
            """);
        examples.call("removeDraftRow", seen(leader(), "2"), by -> by.delete(imports + "/" + draft + "/rows/3"));
        String header = request.at("/document/header").toString();
        examples.call("correctDraftHeader", seen(leader(), "3"), by -> by.body(header)
                .put(imports + "/" + draft + "/header"));
        examples.call(
                "correctDraftArea", seen(leader(), "4"), by -> by.body("""
                {"number": 9, "title": "Chuyển đổi số", "targets": [{"text": "Tối thiểu 90% hồ sơ trực tuyến"}]}\
                """).put(imports + "/" + draft + "/areas/9"));
        examples.call("removeDraftArea", seen(leader(), "5"), by -> by.delete(imports + "/" + draft + "/areas/9"));
        examples.call(
                "correctDraftTexts", seen(leader(), "6"), by -> by.body("""
                {"objectives": ["Nâng cao chất lượng phục vụ người dân"], "requirements": [], "arrangements": [],
                 "recipients": ["Lưu: VT"], "annexHeadings": []}\
                """).put(imports + "/" + draft + "/texts"));
        examples.call("correctDraftNotes", seen(leader(), "7"), by -> by.body("{\"doubts\": [], \"untranscribed\": []}")
                .put(imports + "/" + draft + "/notes"));
        examples.call(
                "correctPlanImport", seen(leader(), "8"), by -> by.body(body).put(imports + "/" + draft));
        RequestSpecification issuer =
                leader().header("If-Match", leader().get(imports + "/" + draft).header("ETag"));
        String plan = post("issuePlan", issuer, imports + "/" + draft + "/issuances", null)
                .path("id");
        String path = "/api/v1/plans/" + plan;
        get("listPlans", leader(), "/api/v1/plans?year=2026");
        get("getPlan", leader(), path);
        get("listPlanChanges", leader(), path + "/changes");
        get("listTasks", leader(), path + "/tasks");
        get("getPlanAnnex", leader(), path + "/annex");
        get("findTasks", leader(), "/api/v1/tasks?q=bao%20cao&limit=2");
        get("listPlanFindings", leader(), path + "/findings");
        get("getBudget", leader(), path + "/budget");
        walkMilestones(plan);
        walkTargetsAndProgress(plan);
    }

    private void walkMilestones(String plan) {
        Response list = get("listMilestones", leader(), "/api/v1/milestones?plan=" + plan);
        String report = list.path("items.find { it.occurrence == '2026-Q1' }.id");
        String half = list.path("items.find { it.occurrence == '2026-H1' }.id");
        String waiting = list.path("items.find { it.occurrence == 'standing' }.id");
        String path = "/api/v1/milestones/" + report;
        String reason = "{\"reason\": \"Thiếu phụ lục số liệu.\"}";
        get("explainMilestoneDueDate", leader(), path + "/due-date");
        post(
                "submitEvidence",
                seen(officer(), "0"),
                path + "/submissions",
                "{\"note\": \"Đã gửi báo cáo qua trục liên thông.\"}");
        post("returnMilestone", seen(leader(), "1"), path + "/returns", reason);
        String file = examples.call("submitEvidence", seen(officer(), "2"), by -> by.contentType("multipart/form-data")
                        .multiPart("file", "bao-cao.txt", "Báo cáo quý I".getBytes(UTF_8), "text/plain")
                        .post(path + "/submissions"))
                .path("id");
        get("getSubmittedFile", leader(), path + "/submissions/" + file + "/file");
        post("acceptMilestone", seen(leader(), "3"), path + "/acceptances", null);
        get("getMilestone", leader(), path);
        get("listMilestoneChanges", leader(), path + "/changes?limit=2");
        post("waiveMilestone", seen(leader(), "0"), "/api/v1/milestones/" + half + "/waivers", reason);
        post(
                "armMilestone",
                seen(leader(), "0"),
                "/api/v1/milestones/" + waiting + "/armings",
                "{\"happenedOn\": \"2025-12-15\", \"occurrence\": \"dot-1\", \"label\": \"Đợt 1\"}");
    }

    private void walkTargetsAndProgress(String plan) {
        String path = "/api/v1/plans/" + plan;
        String target = leader().get(path + "/targets").path("items.find { it.operator == '>' }.id");
        post("recordReading", leader(), "/api/v1/targets/" + target + "/readings", """
            {"period": "2026-Q1", "numerator": 48, "denominator": 50, "source": "Phiếu khảo sát"}\
            """);
        get("listTargets", leader(), path + "/targets");
        get("getProgress", leader(), path + "/progress");
        Response tasks = leader().get(path + "/tasks");
        String report = tasks.path("items.find { it.code == '1.1' }.id");
        String entries = "/api/v1/tasks/" + tasks.path("items.find { it.code == '1.3' }.id") + "/progress-entries";
        get("explainTaskProgress", leader(), "/api/v1/tasks/" + report + "/progress");
        post("enterProgress", officer(), entries, "{\"period\": \"2026-Q1\", \"note\": \"Đã niêm yết đầy đủ.\"}");
        get("listProgressEntries", leader(), entries);
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

    private static RequestSpecification seen(RequestSpecification caller, String version) {
        return caller.header("If-Match", '"' + version + '"');
    }

    private Response get(String operationId, RequestSpecification caller, String path) {
        return examples.call(operationId, caller, by -> by.get(path));
    }

    private Response post(String operationId, RequestSpecification caller, String path, String body) {
        return examples.call(operationId, caller, by -> (body == null ? by : by.body(body)).post(path));
    }
}
