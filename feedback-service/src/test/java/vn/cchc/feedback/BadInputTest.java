package vn.cchc.feedback;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;

/** What cannot be read is 400, what breaks a rule 422 with the field, and nothing is recorded of either. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class BadInputTest {

    private Commune commune;

    @BeforeEach
    void inJanuary() {
        Commune.now("2021-01-05T08:30:00+07:00");
        if (commune == null) {
            commune = Commune.create();
        }
    }

    private Response citizenPosts(String body) {
        return Commune.asCitizen().body(body).post("/api/v1/feedback");
    }

    private Response clerkPosts(String fields) {
        return commune.asClerk()
                .body("{\"content\": \"" + Commune.CONTENT + "\", \"sender\": {\"name\": \"An\"}" + fields + "}")
                .post("/api/v1/feedback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "not json", "[]", "\"text\"", "{\"content\": \"x\"} trailing", "\u0000"})
    void whatIsNoJsonObjectIsUnreadable(String body) {
        int status = citizenPosts(body).statusCode();

        org.assertj.core.api.Assertions.assertThat(status).isIn(400, 422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"contents\": \"x\"} | contents",
                "{\"sender\": {\"nick\": \"x\"}} | sender.nick",
                "{\"content\": 12345678901} | content",
                "{\"sender\": {\"name\": \"An\", \"name\": \"Bình\"}} | sender.name",
                "{\"content\": [\"x\"]} | content",
                "{\"sender\": \"Nguyễn Văn An\"} | sender",
                "{\"authorityId\": \"xã Tiên Hưng\"} | authorityId",
                "{\"channel\": \"FAX\"} | channel",
                "{\"channel\": 1} | channel",
                "{\"receivedAt\": \"2021-02-30T08:00:00+07:00\"} | receivedAt",
                "{\"receivedAt\": \"hôm qua\"} | receivedAt",
                "{\"receivedAt\": 1609810200} | receivedAt",
                "{\"content\": \"mười ký tự \\u0000 trở lên\"} | content"
            })
    void aWrongTypeOrUnknownFieldIsNamed(String body, String field) {
        citizenPosts(body).then().statusCode(400).body("errors.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dueBefore", "receivedFrom", "receivedTo"})
    void aYearHasFourDigits(String parameter) {
        for (String day : new String[] {"+999999999-12-31", "-999999999-01-01"}) {
            commune.asClerk()
                    .queryParam(parameter, day)
                    .get("/api/v1/feedback")
                    .then()
                    .statusCode(400)
                    .body("errors.field", contains(parameter));
            commune.asClerk()
                    .queryParam("from", day)
                    .queryParam("to", day)
                    .get("/api/v1/statistics")
                    .then()
                    .statusCode(400);
        }
        commune.asClerk()
                .queryParam(parameter, "9999-12-31")
                .get("/api/v1/feedback")
                .then()
                .statusCode(200);
    }

    @Test
    void emptyTextIsNamed() {
        citizenPosts("{\"authorityId\": \"" + commune.id() + "\", \"content\": \"   \\n \", \"sender\": {}}")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("content"));
        citizenPosts("{\"authorityId\": \"" + commune.id() + "\", \"content\": \"" + Commune.CONTENT + "\"}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("sender"));
        citizenPosts("{\"authorityId\": \"" + commune.id() + "\", \"content\": \"" + Commune.CONTENT
                        + "\", \"sender\": {\"name\": \" \"}}")
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("sender.name", "sender.phone"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\": \"a\"} | name",
                "{\"name\": \"\\u3164\\u00a0\", \"phone\": \"0912345678\"} | name",
                "{\"name\": \"\\u0301\\u0301\"} | name",
                "{\"name\": \"a\\u0301\\u0301\"} | name",
                "{\"email\": \"\\u0301\\u0301\\u0301\"} | email",
                "{\"email\": \"a\\u0301\\u0301@\"} | email",
                "{\"phone\": \"---\"} | phone",
                "{\"phone\": \"+84\"} | phone",
                "{\"phone\": \"0084\"} | phone",
                "{\"phone\": \"+84(0)\"} | phone",
                "{\"phone\": \"(84)\"} | phone",
                "{\"phone\": \"849\"} | phone",
                "{\"phone\": \"09\"} | phone",
                "{\"phone\": \"091\"} | phone",
                "{\"phone\": \"abc\"} | phone"
            })
    void aSearchForASenderNeedsWhatTellsOneFromAnother(String search, String field) {
        commune.asClerk()
                .body(search)
                .post("/api/v1/feedback/searches")
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @Test
    void contentHasTenToFiveThousandCharacters() {
        citizenPosts(commune.form("123456789")).then().statusCode(422).body("errors.field", contains("content"));
        citizenPosts(commune.form("đường" + "\u3164".repeat(10) + " hư"))
                .then()
                .statusCode(422)
                .body("errors.field", contains("content"));
        citizenPosts(commune.form("\u3164".repeat(20))).then().statusCode(422).body("errors.field", hasItem("content"));
        citizenPosts(commune.form("ư".repeat(5001))).then().statusCode(422).body("errors.field", contains("content"));
        citizenPosts(commune.form("1234567890")).then().statusCode(201);
        citizenPosts(commune.form("ư".repeat(5000))).then().statusCode(201);
        citizenPosts(commune.form("😀".repeat(10))).then().statusCode(201);
    }

    @Test
    void overlongPartsOfTheSenderAreNamed() {
        citizenPosts("""
                        {"authorityId": "%s", "content": "%s", "sender": {"name": "%s", "address": "%s", "phone": "%s", "email": "%s"}}""".formatted(
                                commune.id(),
                                Commune.CONTENT,
                                "n".repeat(201),
                                "a".repeat(501),
                                "9".repeat(21),
                                "e".repeat(250) + "@x.vn"))
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder("sender.name", "sender.address", "sender.phone", "sender.email"));
    }

    @Test
    void decomposedTextIsComposed() {
        String decomposed = "Đe\u0300n đươ\u0300ng ho\u0309ng ca\u0309 tua\u0302\u0300n nay";
        var receipt = commune.receive(decomposed);

        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .body("content", equalTo("Đèn đường hỏng cả tuần nay"));
    }

    @Test
    void whatIsNoPhoneNumberOrEmailAddressIsNamedInTheCallersLanguage() {
        String body = """
                {"authorityId": "%s", "content": "%s", "sender": {"name": "An", "phone": "12345", "email": "an@"}}""".formatted(commune.id(), Commune.CONTENT);

        citizenPosts(body)
                .then()
                .statusCode(422)
                .contentType("application/problem+json")
                .body("type", equalTo("urn:cchc:problem:invalid"))
                .body("errors.field", contains("sender.phone", "sender.email"))
                .body("errors[0].message", containsString("Không phải số điện thoại"));
        Commune.asCitizen()
                .header("Accept-Language", "en")
                .body(body)
                .post("/api/v1/feedback")
                .then()
                .body("errors[0].message", containsString("Not a phone number"));
    }

    @Test
    void anUnknownAuthorityIsNamed() {
        citizenPosts(commune.form(Commune.CONTENT)
                        .replace(commune.id().toString(), UUID.randomUUID().toString()))
                .then()
                .statusCode(422)
                .body("errors.field", contains("authorityId"));
        citizenPosts("{\"content\": \"" + Commune.CONTENT
                        + "\", \"sender\": {\"name\": \"An\", \"phone\": \"0912345678\"}}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("authorityId"));
    }

    @Test
    void anArrivalIsNeitherInTheFutureNorAbsurdlyOld() {
        clerkPosts(", \"channel\": \"POST\", \"receivedAt\": \"2021-01-05T09:00:00+07:00\"")
                .then()
                .statusCode(422)
                .body("errors.field", contains("receivedAt"));
        clerkPosts(", \"channel\": \"POST\", \"receivedAt\": \"2020-01-05T09:00:00+07:00\"")
                .then()
                .statusCode(422)
                .body("errors.field", contains("receivedAt"));
        clerkPosts(", \"channel\": \"POST\", \"receivedAt\": \"2020-01-06T00:00:00+07:00\"")
                .then()
                .statusCode(201);
    }

    @Test
    void anotherMediaTypeIsNotTaken() {
        io.restassured.RestAssured.given()
                .contentType(ContentType.TEXT)
                .body("Đèn hỏng")
                .post("/api/v1/feedback")
                .then()
                .statusCode(415);
    }

    @Test
    void aWrongTransitionSaysWhatIsAllowed() {
        var receipt = commune.receive();

        commune.post(commune.asClerk(), receipt.id(), "answers", "{\"text\": \"Đã xong.\"}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:wrong-transition"))
                .body("state", equalTo("RECEIVED"))
                .body(
                        "allowed",
                        contains(
                                "supplement-requests",
                                "acceptances",
                                "refusals",
                                "referrals",
                                "merges",
                                "withdrawals"));
    }

    @Test
    void aWrongTransitionOfTheSenderSaysWhatIsAllowedToTheSender() {
        var receipt = commune.receive();

        receipt.post("supplements", "{\"content\": \"Thêm.\"}")
                .then()
                .statusCode(409)
                .body("state", equalTo("RECEIVED"))
                .body("allowed", contains("withdrawals"));
        commune.assign(receipt.id());
        commune.post(commune.asLeader(), receipt.id(), "answers", "{\"text\": \"Đã xong.\"}");
        receipt.post("withdrawals", "{}").then().statusCode(409).body("allowed", contains("reopenings"));
    }

    @Test
    void aTransitionNeedsThePresentVersion() {
        var receipt = commune.receive();
        String path = "/api/v1/feedback/" + receipt.id() + "/acceptances";
        String body = "{\"classification\": \"REGULATION_OWN\"}";

        commune.asClerk().body(body).post(path).then().statusCode(428);
        commune.asClerk()
                .header("If-Match", "\"7\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(412);
        commune.asClerk().header("If-Match", "1").body(body).post(path).then().statusCode(400);
        commune.asClerk()
                .header("If-Match", "\"1\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(200);
        commune.asClerk()
                .header("If-Match", "\"1\"")
                .body(body)
                .post(path)
                .then()
                .statusCode(412);
    }

    @Test
    void anUnknownUnitIsNamed() {
        var receipt = commune.receive();
        commune.post(commune.asClerk(), receipt.id(), "acceptances", "{\"classification\": \"REGULATION_OWN\"}");

        commune.post(commune.asClerk(), receipt.id(), "assignments", "{\"unitId\": \"" + UUID.randomUUID() + "\"}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("unitId"));
        commune.post(commune.asClerk(), receipt.id(), "assignments", "{}")
                .then()
                .statusCode(422)
                .body("errors.field", contains("unitId"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "acceptances | {\"classification\": \"NOT_ACCEPTABLE\"} | classification",
                "acceptances | {} | classification",
                "refusals | {\"reason\": \"COMPLAINT\"} | text",
                "refusals | {\"text\": \"Không nhận.\"} | reason",
                "supplement-requests | {\"text\": \" \"} | text",
                "referrals | {\"reason\": \"Không thuộc thẩm quyền.\"} | authorityName",
                "referrals | {\"reason\": \"x\", \"authorityId\": \"00000000-0000-7000-8000-000000000000\"} | authorityId"
            })
    void aBrokenRuleOfATransitionIsNamed(String resource, String body, String field) {
        var receipt = commune.receive();

        commune.post(commune.asClerk(), receipt.id(), resource, body)
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
        commune.asClerk()
                .get("/api/v1/feedback/" + receipt.id())
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("state", equalTo("RECEIVED"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"text\": \"Xong.\", \"documentNumber\": \"15/UBND\"} | documentDate",
                "{\"text\": \"Xong.\", \"documentDate\": \"2021-01-05\"} | documentNumber",
                "{\"text\": \"Xong.\", \"documentNumber\": \"15/UBND\", \"documentDate\": \"2021-01-06\"} | documentDate",
                "{\"text\": \"Xong.\", \"documentNumber\": \"15/UBND\", \"documentDate\": \"2021-01-04\"} | documentDate",
                "{\"text\": \"\"} | text"
            })
    void anAnswersDocumentHasANumberAndADayThatCanBe(String body, String field) {
        var receipt = commune.receive();
        commune.assign(receipt.id());

        commune.post(commune.asClerk(), receipt.id(), "answers", body)
                .then()
                .statusCode(422)
                .body("errors.field", contains(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/feedback/12",
                "/api/v1/feedback?state=LOST",
                "/api/v1/feedback?dueBefore=2021-02-30",
                "/api/v1/feedback?overdue=maybe",
                "/api/v1/feedback?unit=VP-TK",
                "/api/v1/feedback?limit=0",
                "/api/v1/feedback?limit=many",
                "/api/v1/feedback?cursor=abc",
                "/api/v1/feedback?q=x",
                "/api/v1/register?year=MMXXI",
                "/api/v1/register?year=0",
                "/api/v1/register?year=10000",
                "/api/v1/statistics",
                "/api/v1/statistics?from=2021-01-01",
                "/api/v1/statistics?from=2021-13-01&to=2021-12-31"
            })
    void aMalformedParameterIsABadRequest(String path) {
        commune.asClerk()
                .get(path)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(not(containsString("Exception")));
    }

    @Test
    void aSearchHasAHundredCharacters() {
        String typed = "đèn" + " ".repeat(90) + "đường";

        commune.asClerk().queryParam("q", typed).get("/api/v1/feedback").then().statusCode(200);
        commune.asClerk()
                .queryParam("q", typed + " hư")
                .get("/api/v1/feedback")
                .then()
                .statusCode(400)
                .body("errors.field", contains("q"));
    }

    @Test
    void aPeriodDoesNotEndBeforeItBegins() {
        commune.asClerk()
                .get("/api/v1/statistics?from=2021-02-01&to=2021-01-31")
                .then()
                .statusCode(422)
                .body("errors.field", contains("to"));
    }

    @Test
    void aSearchBySenderSaysWhom() {
        commune.asClerk()
                .body("{}")
                .post("/api/v1/feedback/searches")
                .then()
                .statusCode(422)
                .body("errors.field", contains("name"));
    }
}
