package vn.cchc.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;

/** Functional mailboxes are kept by administrators, with a period of validity. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class MailboxTest {

    private static final String PATH = "/api/v1/mailboxes";

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
    }

    private ValidatableResponse enter(String body) {
        return commune.asAdmin().body(body).post(PATH).then();
    }

    private ValidatableResponse end(String id, String validTo) {
        return commune.asAdmin()
                .header("If-Match", "\"1\"")
                .body("{\"validTo\": \"" + validTo + "\", \"reason\": \"Đổi địa chỉ.\"}")
                .post(PATH + "/" + id + "/ends")
                .then();
    }

    @Test
    void a_mailbox_is_entered_ended_and_replaced() {
        String id =
                enter(commune.mailbox("2021-01-05")).statusCode(201).extract().path("id");

        enter(commune.mailbox("2021-02-01")).statusCode(409).body("type", containsString("mailbox-overlaps"));
        end(id, "2021-01-31")
                .statusCode(200)
                .body("validTo", equalTo("2021-01-31"))
                .body("version", equalTo(2));
        end(id, "2021-01-20").statusCode(412);
        String next =
                enter(commune.mailbox("2021-02-01")).statusCode(201).extract().path("id");

        commune.asAdmin().get(PATH).then().body("items.id", contains(id, next));
        commune.asAdmin().get(PATH + "?validOn=2021-02-01").then().body("items.id", contains(next));
        commune.asAdmin()
                .get(PATH + "/" + id)
                .then()
                .body("entered.reason", equalTo("Thông báo số 5/TB-UBND."))
                .body("ended.reason", equalTo("Đổi địa chỉ."));
    }

    @Test
    void sent_again_it_is_one_mailbox() {
        String key = UUID.randomUUID().toString();
        String id = commune.asAdmin()
                .header("Idempotency-Key", key)
                .body(commune.mailbox("2021-01-05"))
                .post(PATH)
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        commune.asAdmin()
                .header("Idempotency-Key", key)
                .body(commune.mailbox("2021-01-05"))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("id", equalTo(id));
    }

    @Test
    void pages_hold_each_mailbox_once() {
        String first = enter(commune.mailbox("2021-01-05")).extract().path("id");
        String second = enter(commune.mailbox("2021-01-05").replace("OFFICER_UNIT", "HEAD_OF_UNIT"))
                .extract()
                .path("id");

        var page = commune.asAdmin().get(PATH + "?limit=1").then().body("items.id", contains(first));
        commune.asAdmin()
                .get(PATH + "?limit=1&cursor=" + page.extract().<String>path("next"))
                .then()
                .body("items.id", contains(second));
    }

    @ParameterizedTest
    @CsvSource({
        "OFFICER_UNIT, LEADER, unitId",
        "2021-01-05, 2021-01-04, validFrom",
        "2021-01-05, 2031-01-06, validFrom",
        "diachinh@, diachinh, address",
        "diachinh@, địachính@, address"
    })
    void what_is_no_mailbox_is_refused(String instead, String wrong, String field) {
        enter(commune.mailbox("2021-01-05").replace(instead, wrong))
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void a_unit_of_another_authority_is_none() {
        enter(commune.mailbox("2021-01-05")
                        .replace(
                                commune.landUnit().toString(), UUID.randomUUID().toString()))
                .statusCode(422)
                .body("errors.field", contains("unitId"));
    }

    @Test
    void another_authority_keeps_its_own() {
        String id = enter(commune.mailbox("2021-01-05")).extract().path("id");
        Commune other = Commune.create();

        other.asAdmin().get(PATH + "/" + id).then().statusCode(404);
        other.asAdmin().body(commune.mailbox("2021-03-01")).post(PATH).then().statusCode(404);
        other.asAdmin().get(PATH).then().body("items", empty());
        commune.asLeader().get(PATH).then().statusCode(403);
    }
}
