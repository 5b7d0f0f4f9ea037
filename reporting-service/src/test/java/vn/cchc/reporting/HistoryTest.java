package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** Who changed a report, when and why, for whoever may see it. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class HistoryTest {

    private Commune commune;
    private String report;
    private String path;

    @BeforeEach
    void aReportThatWasReturnedAndApprovedAnew() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune = Commune.withPlan();
        report = commune.draftOfFirstQuarter();
        path = "/api/v1/reports/" + report + "/changes";
        commune.write(report, "V", "Không có kiến nghị.").statusCode(200);
        commune.approve(report);
    }

    private void returned() {
        commune.change(commune.leader(), report, "dispatches");
        commune.change(commune.above().body(Map.of("reason", "Thiếu nguyên nhân.")), report, "returns");
    }

    @Test
    void the_own_staff_read_all_of_it() {
        returned();

        commune.clerk()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.what", contains("drafted", "approved", "sent", "returned"))
                .body("items.sequence", contains(1, 2, 3, 4))
                .body("items.from", contains(null, "DRAFT", "APPROVED", "SENT"))
                .body("items.to", contains("DRAFT", "APPROVED", "SENT", "RETURNED"))
                .body("items.actor", everyItem(notNullValue()))
                .body("items.reconstructed", everyItem(is(false)))
                .body("items[0].reason", nullValue())
                .body("items[3].reason", equalTo("Thiếu nguyên nhân."))
                .body("items[3].actor", equalTo("Thử nghiệm superior"))
                .body("items.at", everyItem(startsWith("2021-02-26T08:")));
    }

    @Test
    void the_authority_above_reads_from_the_first_dispatch_on_in_pages_of_its_own() {
        commune.above().get(path).then().statusCode(404);
        returned();

        String next = commune.above()
                .get(path + "?limit=1")
                .then()
                .statusCode(200)
                .body("items.what", contains("sent"))
                .extract()
                .path("next");
        commune.above()
                .get(path + "?limit=1&cursor=" + next)
                .then()
                .body("items.what", contains("returned"))
                .body("next", nullValue());

        String ofStaff = commune.clerk()
                .get(path + "?limit=1")
                .then()
                .body("items", hasSize(1))
                .body("next", not(equalTo(next)))
                .extract()
                .path("next");
        commune.above().get(path + "?cursor=" + ofStaff).then().statusCode(400);
    }

    @Test
    void nobody_else_does() {
        returned();

        Commune.as(TestTokens.leader(UUID.randomUUID())).get(path).then().statusCode(404);
    }
}
