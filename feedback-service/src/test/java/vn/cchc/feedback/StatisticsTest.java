package vn.cchc.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;

@QuarkusTest
@WithTestResource(LocalServers.class)
class StatisticsTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-04T08:00:00+07:00");
        commune = Commune.create();
    }

    private ValidatableResponse count(String from, String to) {
        return commune.asLeader()
                .get("/api/v1/statistics?from=" + from + "&to=" + to)
                .then()
                .statusCode(200);
    }

    private void answer(Commune.Receipt receipt) {
        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Đã giải quyết.\"}")
                .then()
                .statusCode(200);
    }

    @Test
    void countsAreAsAtTheEndOfThePeriodAndNotAsOfNow() {
        var inTime = commune.receive();
        var late = commune.receive();
        var refused = commune.receive();
        var referred = commune.receive();
        var withdrawn = commune.receive();
        var open = commune.receive();
        commune.assign(inTime.id());
        commune.assign(late.id());
        Commune.now("2021-01-14T17:00:00+07:00");
        answer(inTime);
        commune.post(
                commune.asClerk(), refused.id(), "refusals", "{\"reason\": \"COMPLAINT\", \"text\": \"Khiếu nại.\"}");
        Commune.now("2021-01-15T08:00:00+07:00");
        answer(late);
        commune.post(
                commune.asClerk(),
                referred.id(),
                "referrals",
                "{\"authorityName\": \"Công an huyện\", \"reason\": \"Thẩm quyền.\"}");
        withdrawn.post("withdrawals", "{}").then().statusCode(200);
        Commune.now("2021-01-20T08:00:00+07:00");
        commune.enter("PHONE", "2021-01-18T08:00:00+07:00");

        // All six were due on 14 January.
        count("2021-01-01", "2021-01-13")
                .body("asOf", equalTo("2021-01-13"))
                .body("total.received", equalTo(6))
                .body("total.open", equalTo(6))
                .body("total.overdue", equalTo(0))
                .body("total.inTimePercent", nullValue());
        count("2021-01-01", "2021-01-14")
                .body("total.answeredInTime", equalTo(1))
                .body("total.refused", equalTo(1))
                .body("total.open", equalTo(4))
                .body("total.overdue", equalTo(4));
        count("2021-01-01", "2021-01-15")
                .body("total.answeredInTime", equalTo(1))
                .body("total.answeredLate", equalTo(1))
                .body("total.refused", equalTo(1))
                .body("total.referred", equalTo(1))
                .body("total.withdrawn", equalTo(1))
                .body("total.open", equalTo(1))
                .body("total.overdue", equalTo(1))
                .body("total.inTimePercent", equalTo(50.0f))
                .body("byChannel.channel", contains("ONLINE"));
        count("2021-01-01", "2021-01-31")
                .body("asOf", equalTo("2021-01-20"))
                .body("total.received", equalTo(7))
                .body("total.open", equalTo(2))
                .body("total.overdue", equalTo(1))
                .body("byChannel.channel", contains("ONLINE", "PHONE"))
                .body("byChannel[1].counts.received", equalTo(1));
        count("2021-01-05", "2021-01-17").body("total.received", equalTo(0));
        org.assertj.core.api.Assertions.assertThat(open.number()).isEqualTo(6);
    }

    @Test
    void whatIsDueTodayIsNotYetOverdueToday() {
        commune.receive();
        Commune.now("2021-01-14T23:00:00+07:00");

        count("2021-01-01", "2021-01-14").body("total.overdue", equalTo(0));
        Commune.now("2021-01-15T00:00:00+07:00");
        count("2021-01-01", "2021-01-14").body("total.overdue", equalTo(1));
    }
}
