package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.Management;
import vn.cchc.platform.testing.TestEvents;

/** The table of working days ends with 2027. What is due after that is taken on, and told to be provisional everywhere. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ProvisionalDueDayTest {

    private Commune commune;

    @BeforeEach
    void atTheEndOf2027() {
        Commune.now("2027-12-22T08:30:00+07:00");
        commune = Commune.create();
    }

    @Test
    void whoeverSeesTheDueDayIsToldThatItMayMove() {
        Response taken = Commune.asCitizen().body(commune.form(Commune.CONTENT)).post("/api/v1/feedback");
        taken.then()
                .body("dueOn", equalTo("2028-01-04"))
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("dueProvisional", equalTo(true));
        var receipt = Commune.Receipt.of(taken);

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("dueOn", equalTo("2028-01-04"))
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("dueProvisional", equalTo(true));
        commune.asClerk()
                .get("/api/v1/feedback")
                .then()
                .body("items[0].dueOn", equalTo("2028-01-04"))
                .body("items[0].dueCalendar", equalTo("VN-2026.1"))
                .body("items[0].dueProvisional", equalTo(true));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id() + "/due-date")
                .then()
                .body("dueProvisional", equalTo(true))
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("explanation.steps.kind", hasItem("PROVISIONAL"));
        commune.asClerk()
                .get("/api/v1/register?year=2027")
                .then()
                .body("items[0].dueCalendar", equalTo("VN-2026.1"))
                .body("items[0].dueProvisional", equalTo(true));
        receipt.track()
                .then()
                .statusCode(200)
                .body("dueCalendar", equalTo("VN-2026.1"))
                .body("dueOn", equalTo("2028-01-04"))
                .body("dueProvisional", equalTo(true));
        await().untilAsserted(() -> assertThat(TestEvents.read("cchc.feedback", receipt.id()))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.json().path("dueProvisional").booleanValue())
                            .isTrue();
                    assertThat(event.json().path("dueCalendar").textValue()).isEqualTo("VN-2026.1");
                }));
    }

    @Test
    void theListIsNarrowedToWhatIsProvisionalOrIsNot() {
        Commune.now("2027-12-21T08:30:00+07:00");
        var settled = commune.receive();
        Commune.now("2027-12-22T08:30:00+07:00");
        var provisional = commune.receive();

        commune.asClerk()
                .get("/api/v1/feedback?provisional=true")
                .then()
                .body("items.id", contains(provisional.id().toString()));
        commune.asClerk()
                .get("/api/v1/feedback?provisional=false")
                .then()
                .body("items.id", contains(settled.id().toString()));
    }

    @Test
    void operationsAreToldHowLongTheTableLasts() {
        assertThat(Management.metrics()).contains("cchc_calendar_days_left 10.0");

        Commune.now("2027-12-31T08:30:00+07:00");

        assertThat(Management.metrics()).contains("cchc_calendar_days_left 1.0");
    }

    @Test
    void whatIsDueInAYearWithATableIsNotProvisional() {
        Commune.now("2027-12-21T08:30:00+07:00");
        var receipt = commune.receive();

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("dueOn", equalTo("2027-12-31"))
                .body("dueProvisional", equalTo(false));
    }
}
