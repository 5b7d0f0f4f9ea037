package vn.cchc.reporting;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.AccessWalk;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.OpenApiExamples;

/** A commune's report of the first quarter: due, written, approved, dispatched, returned, and received in its second edition. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class OpenApiExamplesTest {

    private static final String REPORTS = "/api/v1/reports";

    private final OpenApiExamples examples = new OpenApiExamples();
    private Commune commune;
    private String report;

    @Test
    void examples_are_what_the_service_takes_and_answers() {
        examples.itIs("2021-02-22T08:00:00+07:00");
        commune = Commune.withPlan();
        answered("2021-02-01", "2021-02-17", "2021-02-10");
        answered("2021-02-03", "2021-02-17", "2021-02-09");
        isDueAndBegun();
        isWritten();
        isApprovedAndDispatched();
        isReturnedAndReceived();
        isListed();

        examples.assertCommitted();
    }

    private void answered(String receivedOn, String dueOn, String answeredOn) {
        UUID feedback = commune.feedbackReceived("ONLINE", receivedOn, dueOn, receivedOn + "T08:00:00+07:00");
        commune.publish(
                "feedback",
                "answered",
                feedback,
                2,
                answeredOn + "T09:00:00+07:00",
                Commune.feedback("ONLINE", "ANSWERED", receivedOn, dueOn, answeredOn));
        Commune.awaitFact("feedback", feedback, 2);
    }

    private void isDueAndBegun() {
        examples.call(
                "listReportingRegimes", commune.clerk(), clerk -> clerk.get("/api/v1/reporting-regimes?on=2021-02-22"));
        examples.call(
                "listDueReports",
                commune.clerk(),
                clerk -> clerk.get("/api/v1/due-reports?regime=CCHC&year=2021&limit=20"));
        examples.itIs("2021-02-22T08:30:00+07:00");
        String wanted = "{\"regime\": \"CCHC\", \"period\": \"2021-Q1\"}";
        report = examples.call("draftReport", commune.clerk(), clerk -> clerk.body(wanted)
                        .post(REPORTS))
                .path("id");
    }

    private void isWritten() {
        read("getReport", commune.clerk(), "");
        read("getReportFigures", commune.clerk(), "/figures");
        read("listFigureSources", commune.clerk(), "/figures/pakn.received/sources?limit=20");
        examples.itIs("2021-02-25T16:00:00+07:00");
        String etag = commune.etag(report);
        examples.call("writeReportSection", commune.clerk(), clerk -> clerk.header("If-Match", etag)
                .body(Map.of("text", "Trong quý, Ủy ban nhân dân xã không ban hành văn bản quy phạm pháp luật."))
                .put(path("/sections/II.1")));
        read("getReportDocument", commune.clerk().accept("application/pdf"), "/document");
    }

    private void isApprovedAndDispatched() {
        examples.itIs("2021-02-26T09:00:00+07:00");
        Commune.everythingIsCompleteTo(Commune.CUT_OFF);
        change("approveReport", commune.leader(), leader -> leader.post(path("/approvals")));
        examples.itIs("2021-02-26T10:30:00+07:00");
        change("dispatchReport", commune.leader(), leader -> leader.post(path("/dispatches")));
    }

    private void isReturnedAndReceived() {
        examples.itIs("2021-03-01T14:00:00+07:00");
        change("returnReport", commune.above(), superior -> superior.body(
                        Map.of("reason", "Đề nghị nêu rõ nguyên nhân các nhiệm vụ quá hạn tại mục III."))
                .post(path("/returns")));
        examples.itIs("2021-03-02T09:00:00+07:00");
        commune.write(report, "III", "Nguyên nhân: cán bộ phụ trách nghỉ thai sản, chưa bố trí người thay thế.")
                .statusCode(200);
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches");
        examples.itIs("2021-03-02T15:00:00+07:00");
        change("receiveReport", commune.above(), superior -> superior.post(path("/receipts")));
    }

    private void isListed() {
        read("listReportChanges", commune.clerk(), "/changes?limit=2");
        examples.call(
                "listReports",
                commune.above(),
                superior -> superior.get(REPORTS + "?authority=" + commune.id + "&year=2021&limit=20"));
        commune.loseNumber(6, UUID.randomUUID(), "2021-02-26");
        examples.call(
                "listLostReportNumbers",
                commune.clerk(),
                clerk -> clerk.get(REPORTS + "/lost-numbers?year=2021&limit=20"));
    }

    private void read(String operationId, RequestSpecification by, String what) {
        examples.call(operationId, by, caller -> caller.get(path(what)));
    }

    private void change(String operationId, RequestSpecification by, AccessWalk.Request request) {
        examples.call(operationId, by.header("If-Match", commune.etag(report)), request);
    }

    private String path(String what) {
        return REPORTS + "/" + report + what;
    }
}
