package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/** Numbers of documents that a restore has lost are not given again: whoever keeps the number book sees which they are. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class LostNumberTest {

    private final UUID sent = UUID.randomUUID();
    private final UUID approved = UUID.randomUUID();
    private Commune commune;

    @BeforeEach
    void twoLostNumbers() {
        Commune.itIs("2021-02-26T08:00:00+07:00");
        commune = Commune.withPlan();
        commune.loseNumber(5, sent, "2021-02-26");
        commune.loseNumber(6, approved, null);
    }

    private static ValidatableResponse numbers(RequestSpecification caller, String query) {
        return caller.get("/api/v1/reports/lost-numbers" + query).then().statusCode(200);
    }

    @Test
    void the_authority_sees_what_had_been_told_of_them() {
        numbers(commune.clerk(), "?year=2021")
                .body("items.number", contains(5, 6))
                .body("items.numberAndSymbol", contains("05/BC-UBND", "06/BC-UBND"))
                .body("items.reportId", contains(sent.toString(), approved.toString()))
                .body("items.state", contains("SENT", "APPROVED"))
                .body("items.sentOn", contains("2021-02-26", null))
                .body("items[0].year", equalTo(2021))
                .body("items[0].authority.id", equalTo(commune.id.toString()))
                .body("items[0].periodLabel", equalTo("quý I năm 2021"))
                .body("items[0].approvedOn", equalTo("2021-02-26"))
                .body("items[0].dueOn", equalTo("2021-02-27"))
                .body("next", nullValue());
        numbers(commune.clerk(), "").body("items.number", contains(5, 6));
        numbers(commune.clerk(), "?year=2020").body("items", empty());
    }

    @Test
    void they_come_page_by_page() {
        String next = numbers(commune.clerk(), "?limit=1")
                .body("items.number", contains(5))
                .extract()
                .path("next");

        numbers(commune.clerk(), "?limit=1&cursor=" + next)
                .body("items.number", contains(6))
                .body("next", nullValue());
        commune.clerk()
                .get("/api/v1/reports/lost-numbers?year=2020&cursor=" + next)
                .then()
                .statusCode(400);
    }

    @Test
    void the_authority_above_sees_those_of_reports_that_it_had_been_sent() {
        numbers(commune.above(), "?year=2021&authority=" + commune.id).body("items.number", contains(5));
        Commune.withPlan()
                .clerk()
                .get("/api/v1/reports/lost-numbers?year=2021&authority=" + commune.id)
                .then()
                .statusCode(404);
    }
}
