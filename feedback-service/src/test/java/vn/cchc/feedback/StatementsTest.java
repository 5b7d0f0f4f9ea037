package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

/**
 * How many statements an operation costs by the ORM. Plain JDBC adds one to each change, which writes the journal and the queue
 * to the broker, one to whatever reads the history, and one to an intake for the number in the register; the bench compares
 * all with what the database has counted.
 */
@QuarkusTest
@WithTestResource(LocalServers.class)
class StatementsTest {

    @Inject
    @PersistenceUnitExtension
    IssuedStatements issued;

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        commune.receive();
        issued.forget();
    }

    @Test
    void handingInTakesTwoInserts() {
        commune.receive();

        assertThat(issued.all())
                .hasSize(2)
                .anyMatch(sql -> sql.startsWith("insert into feedback "))
                .anyMatch(sql -> sql.startsWith("insert into feedback_sender "));
    }

    @Test
    void aPageIsOneStatementHoweverMuchIsOnIt() {
        for (int i = 0; i < 60; i++) {
            commune.receive();
        }
        issued.forget();

        commune.asClerk().get("/api/v1/feedback?limit=50").then().statusCode(200);

        assertThat(issued.all()).hasSize(1);
    }

    @Test
    void oneFeedbackAndAPageOfTheRegisterAreOneStatementEach() {
        var receipt = commune.receive();
        issued.forget();

        commune.asClerk().get("/api/v1/feedback/" + receipt.id()).then().statusCode(200);
        List<String> one = issued.all();
        issued.forget();
        commune.asClerk().get("/api/v1/register?year=2021").then().statusCode(200);

        assertThat(one).hasSize(1);
        assertThat(issued.all()).hasSize(1);
    }

    @Test
    void aTransitionWaitsItsTurnReadsOnceAndWritesTheCase() {
        var receipt = commune.receive();
        issued.forget();

        commune.asClerk()
                .header("If-Match", "\"1\"")
                .body("{\"classification\": \"REGULATION_OWN\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/acceptances")
                .then()
                .statusCode(200);

        assertThat(issued.all()).hasSize(3);
        assertThat(issued.all().get(0)).startsWith("select").containsPattern("for (no key )?update");
        assertThat(issued.all().get(1)).startsWith("select");
        assertThat(issued.all().get(2)).startsWith("update feedback ");
    }

    @Test
    void trackingReadsTheCodeAndTheCase() {
        var receipt = commune.receive();
        issued.forget();

        receipt.track().then().statusCode(200);

        assertThat(issued.all()).hasSize(2);
    }
}
