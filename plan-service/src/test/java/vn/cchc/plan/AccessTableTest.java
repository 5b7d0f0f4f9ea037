package vn.cchc.plan;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.AccessWalk;
import vn.cchc.platform.testing.AccessWalk.Place;
import vn.cchc.platform.testing.LocalServers;

/** Every operation as every role, on an issued plan of which the office leads what the examples name. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTableTest {

    private static final String OFFICE = "VPTK";
    private static final int REPORT_ROW = 4;
    private static final int CONTINUOUS_ROW = 15;

    private Commune commune;
    private Commune.Issued plan;
    private String milestone;
    private String file;
    private String target;
    private String draft;

    @BeforeEach
    void aPlanWithEvidenceAndADraft() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
        plan = commune.issueRealPlan();
        milestone = plan.milestone(REPORT_ROW, "2021-Q1");
        file = handedIn();
        target = targetLedByTheOffice();
        draft = draft();
    }

    @Test
    void the_service_keeps_to_the_table_of_rights() {
        AccessWalk walk = AccessWalk.in(new Place(
                commune.id(),
                commune.unit(OFFICE),
                commune.unit("TPHT"),
                commune.district(),
                Commune.create().id()));

        authorities(walk);
        plans(walk);
        walk.list("findTasks", plan.task(REPORT_ROW), caller -> caller.get("/api/v1/tasks?plan=" + plan.planId()));
        milestones(walk);
        imports(walk);
        walk.assertHolds();
    }

    private void authorities(AccessWalk walk) {
        String path = "/api/v1/authorities/" + commune.id();
        // The code is taken, so nothing is made.
        Map<String, Object> beside = Map.of(
                "code",
                commune.code(),
                "name",
                "UBND xã Thượng Lộ",
                "level",
                "COMMUNE",
                "place",
                "Thượng Lộ",
                "validFrom",
                "2016-07-01",
                "parentId",
                commune.district());
        String revisions = "/api/v1/calendar-revisions";
        String revision = revisions + "/" + Calendars.withdrawnRevision();
        Map<String, Object> unit =
                Map.of("code", OFFICE, "name", "Văn phòng", "kind", "UNIT", "validFrom", "2016-07-01");
        walk.list(
                        "listAuthorities",
                        commune.id().toString(),
                        caller -> caller.get("/api/v1/authorities?code=" + commune.code()))
                .operation("getAuthority", caller -> caller.get(path))
                .operation("getWorkingCalendar", caller -> caller.get("/api/v1/working-calendar"))
                .operation("getCalendarYear", caller -> caller.get("/api/v1/working-calendar/years/2021"))
                .operation("listCalendarRevisions", caller -> caller.get(revisions))
                .operation("getCalendarRevision", caller -> caller.get(revision))
                .operation("listCalendarRevisionChanges", caller -> caller.get(revision + "/changes"))
                // There is such a year already.
                .operation("proposeCalendarRevision", caller -> caller.body(Map.of("year", 2021, "reason", "none"))
                        .post(revisions))
                .operation(
                        "applyCalendarRevision",
                        caller -> stale(caller).body(Map.of("reason", "none")).post(revision + "/applications"))
                .operation(
                        "withdrawCalendarRevision",
                        caller -> stale(caller).body(Map.of("reason", "none")).post(revision + "/withdrawals"))
                .operation("registerAuthority", caller -> caller.body(beside).post("/api/v1/authorities"))
                .operation(
                        "changeAuthority", caller -> stale(caller).body(beside).put(path))
                .operation("registerUnit", caller -> caller.body(unit).post(path + "/units"))
                .operation(
                        "changeUnit", caller -> stale(caller).body(unit).put(path + "/units/" + commune.unit(OFFICE)));
    }

    private void plans(AccessWalk walk) {
        String path = "/api/v1/plans/" + plan.planId();
        String report = "/api/v1/tasks/" + plan.task(REPORT_ROW);
        String continuous = "/api/v1/tasks/" + plan.task(CONTINUOUS_ROW);
        Map<String, Object> entry = Map.of("period", "2021-Q1", "note", "Đã vào sổ.");
        Map<String, Object> reading =
                Map.of("period", "2021-Q1", "numerator", 48, "denominator", 50, "source", "Phiếu khảo sát");
        walk.list("listPlans", plan.planId().toString(), caller -> caller.get("/api/v1/plans?year=2021"))
                .operation("getPlan", caller -> caller.get(path))
                .operation("listPlanChanges", caller -> caller.get(path + "/changes"))
                .operation("listPlanFindings", caller -> caller.get(path + "/findings"))
                .operation("getPlanAnnex", caller -> caller.get(path + "/annex"))
                .operation("getBudget", caller -> caller.get(path + "/budget"))
                .operation("getProgress", caller -> caller.get(path + "/progress"))
                .operation("listTasks", caller -> caller.get(path + "/tasks"))
                .operation("listTargets", caller -> caller.get(path + "/targets"))
                .operation("explainTaskProgress", caller -> caller.get(report + "/progress"))
                .operation("listProgressEntries", caller -> caller.get(continuous + "/progress-entries"))
                .operation("enterProgress", caller -> caller.body(entry).post(continuous + "/progress-entries"))
                .operation("recordReading", caller -> caller.body(reading)
                        .post("/api/v1/targets/" + target + "/readings"));
    }

    private void milestones(AccessWalk walk) {
        String path = "/api/v1/milestones/" + milestone;
        Map<String, String> reason = Map.of("reason", "Thiếu phụ lục.");
        walk.list("listMilestones", milestone, caller -> caller.get("/api/v1/milestones?task=" + plan.task(REPORT_ROW)))
                .operation("getMilestone", caller -> caller.get(path))
                .operation("listMilestoneChanges", caller -> caller.get(path + "/changes"))
                .operation("explainMilestoneDueDate", caller -> caller.get(path + "/due-date"))
                .operation("acceptMilestone", caller -> stale(caller).post(path + "/acceptances"))
                .operation(
                        "returnMilestone", caller -> stale(caller).body(reason).post(path + "/returns"))
                .operation(
                        "waiveMilestone", caller -> stale(caller).body(reason).post(path + "/waivers"))
                .operation("armMilestone", caller -> stale(caller)
                        .body(Map.of("dueOn", "2021-03-01"))
                        .post(path + "/armings"))
                .operation(
                        "submitEvidence",
                        caller -> stale(caller).body(Map.of("note", "Đã gửi.")).post(path + "/submissions"))
                .operation(
                        "submitEvidenceFile", caller -> attached(stale(caller)).post(path + "/submissions"))
                .operation("getSubmittedFile", caller -> caller.get(path + "/submissions/" + file + "/file"));
    }

    private void imports(AccessWalk walk) {
        String path = "/api/v1/plan-imports/" + draft;
        // The plan is there, so its number is taken.
        ObjectNode again = Commune.request(RealPlan.json());
        again.put("authorityId", commune.id().toString());
        String document = again.toString();
        walk.operation("importPlan", caller -> caller.body(document).post("/api/v1/plan-imports"))
                .operation("getPlanImport", caller -> caller.get(path))
                .operation("getDraftDocument", caller -> caller.get(path + "/document"))
                .operation(
                        "correctPlanImport",
                        caller -> stale(caller).body(document).put(path))
                .operation("listDraftRows", caller -> caller.get(path + "/rows"))
                .operation("getDraftRow", caller -> caller.get(path + "/rows/1"))
                .operation("correctDraftRow", caller -> stale(caller)
                        .body(Map.of("order", 1, "title", "Ban hành kế hoạch"))
                        .put(path + "/rows/1"))
                .operation("insertDraftRow", caller -> stale(caller)
                        .body(Map.of("order", 1, "title", "Ban hành kế hoạch"))
                        .post(path + "/rows"))
                .operation("removeDraftRow", caller -> stale(caller).delete(path + "/rows/1"))
                .operation("correctDraftHeader", caller -> stale(caller)
                        .body(again.get("document").get("header").toString())
                        .put(path + "/header"))
                .operation("correctDraftArea", caller -> stale(caller)
                        .body(Map.of("number", 1, "title", "Cải cách thể chế"))
                        .put(path + "/areas/1"))
                .operation("correctDraftTexts", caller -> stale(caller)
                        .body(Map.of(
                                "objectives", List.of(),
                                "requirements", List.of(),
                                "arrangements", List.of(),
                                "recipients", List.of(),
                                "annexHeadings", List.of()))
                        .put(path + "/texts"))
                .operation(
                        "correctDraftNotes",
                        caller -> stale(caller).body(Map.of()).put(path + "/notes"))
                .operation("removeDraftArea", caller -> stale(caller).delete(path + "/areas/1"))
                .operation("listDraftTargets", caller -> caller.get(path + "/targets"))
                .operation("compareDraft", caller -> caller.get(path + "/changes"))
                .operation("listDraftDueDays", caller -> caller.get(path + "/due-days"))
                .operation("getDraftReview", caller -> caller.get(path + "/review"))
                .operation("getDraftAnnex", caller -> caller.get(path + "/annex"))
                .operation("getDraftFindings", caller -> caller.get(path + "/findings"))
                .operation("issuePlan", caller -> stale(caller).post(path + "/issuances"))
                .operation("discardPlanImport", caller -> stale(caller).post(path + "/discards"))
                .operationOfTheTokensAuthorityOnly(
                        "readTimings", caller -> caller.body(Map.of("texts", List.of("Hàng quý"), "year", 2021))
                                .post("/api/v1/timing-readings"))
                .operationOfTheTokensAuthorityOnly("readTargets", caller -> caller.body(Map.of("texts", List.of("90%")))
                        .post("/api/v1/target-readings"))
                .operationOfTheTokensAuthorityOnly(
                        "transcribePlan", caller -> attached(caller).post("/api/v1/plan-transcripts"));
    }

    private static RequestSpecification stale(RequestSpecification caller) {
        return caller.header("If-Match", "\"999\"");
    }

    private static RequestSpecification attached(RequestSpecification caller) {
        return caller.contentType("multipart/form-data")
                .multiPart("file", "bao-cao.txt", "Báo cáo quý I".getBytes(StandardCharsets.UTF_8), "text/plain");
    }

    private String handedIn() {
        return attached(commune.asOfficer(OFFICE).header("If-Match", commune.etag(milestone)))
                .post("/api/v1/milestones/" + milestone + "/submissions")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String targetLedByTheOffice() {
        Set<String> ledTasks = new HashSet<>(plan.get("/tasks")
                .extract()
                .<List<String>>path("items.findAll { it.leadUnitId == '" + commune.unit(OFFICE) + "' }.id"));
        List<Map<String, Object>> targets = plan.get("/targets").extract().path("items.findAll { !it.ours }");
        return targets.stream()
                .filter(each -> ledTasks.contains((String) each.get("taskId")))
                .map(each -> (String) each.get("id"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The office leads no annex row with a target"));
    }

    private String draft() {
        ObjectNode document = RealPlan.json();
        ((ObjectNode) document.get("header")).put("number", "58/KH-UBND");
        return commune.importPlan(document).then().statusCode(201).extract().path("id");
    }
}
