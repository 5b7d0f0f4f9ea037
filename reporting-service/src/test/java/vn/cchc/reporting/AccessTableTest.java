package vn.cchc.reporting;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.AccessWalk;
import vn.cchc.platform.testing.AccessWalk.Place;
import vn.cchc.platform.testing.LocalServers;

/** Every operation as every role, on a report that was sent to the authority above. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class AccessTableTest {

    private Commune commune;
    private final UUID lost = UUID.randomUUID();
    private String report;

    @BeforeEach
    void aSentReport() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune = Commune.withPlan();
        report = commune.draftOfFirstQuarter();
        commune.approve(report);
        commune.change(commune.leader(), report, "dispatches");
        commune.loseNumber(6, lost, "2021-02-26");
    }

    @Test
    void the_service_keeps_to_the_table_of_rights() {
        AccessWalk walk = AccessWalk.in(
                new Place(commune.id, commune.office, UUID.randomUUID(), commune.district, Commune.withPlan().id));

        reading(walk);
        changing(walk);
        walk.operation("listReportingRegimes", caller -> caller.get("/api/v1/reporting-regimes"))
                .list("listDueReports", commune.q1.toString(), caller -> caller.get("/api/v1/due-reports?year=2021"))
                .assertHolds();
    }

    private void reading(AccessWalk walk) {
        String path = "/api/v1/reports/" + report;
        walk.list("listReports", report, caller -> caller.get("/api/v1/reports"))
                .list(
                        "listLostReportNumbers",
                        lost.toString(),
                        caller -> caller.get("/api/v1/reports/lost-numbers?year=2021"))
                .operation("getReport", caller -> caller.get(path))
                .operation("getReportFigures", caller -> caller.get(path + "/figures"))
                .operation("listReportChanges", caller -> caller.get(path + "/changes"))
                .operation("listFigureSources", caller -> caller.get(path + "/figures/pakn.received/sources"))
                .operation("getReportDocument", caller -> caller.accept("application/pdf")
                        .get(path + "/document"));
    }

    private void changing(AccessWalk walk) {
        String path = "/api/v1/reports/" + report;
        // The report of that quarter is there, so none is begun.
        Map<String, String> begun = Map.of("regime", "CCHC", "period", "2021-Q1");
        walk.operationOfTheTokensAuthorityOnly(
                        "draftReport", caller -> caller.body(begun).post("/api/v1/reports"))
                .operation("writeReportSection", caller -> stale(caller)
                        .body(Map.of("text", "Nội dung."))
                        .put(path + "/sections/II.2"))
                .operation("approveReport", caller -> stale(caller).post(path + "/approvals"))
                .operation("dispatchReport", caller -> stale(caller).post(path + "/dispatches"))
                .operation("receiveReport", caller -> stale(caller).post(path + "/receipts"))
                .operation("returnReport", caller -> stale(caller)
                        .body(Map.of("reason", "Thiếu nguyên nhân."))
                        .post(path + "/returns"));
    }

    private static RequestSpecification stale(RequestSpecification caller) {
        return caller.header("If-Match", "\"999\"");
    }
}
