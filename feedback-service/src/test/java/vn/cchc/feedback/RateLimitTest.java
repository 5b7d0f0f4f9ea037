package vn.cchc.feedback;

import static io.restassured.RestAssured.config;
import static io.restassured.RestAssured.given;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.AnswerHeaders;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** The proxy that the service trusts calls from 127.0.0.1, as every other test does; a stranger calls from 127.0.0.2. */
@QuarkusTest
@WithTestResource(LocalServers.class)
@TestProfile(RateLimitTest.FewPermits.class)
class RateLimitTest {

    private static final int PERMITS = 3;
    private static final int CONTACT = 5;

    /** The parameter of RestAssured's client that has it call from an address of our choice. */
    private static final String LOCAL_ADDRESS = "http.route.local-address";

    public static class FewPermits implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.ofEntries(
                    Map.entry("cchc.trusted-proxies", "10.0.0.0/8,127.0.0.1"),
                    Map.entry("cchc.rate-limits.intake.permits", Integer.toString(PERMITS)),
                    Map.entry("cchc.rate-limits.intake.per", "1h"),
                    Map.entry("cchc.rate-limits.tracking.permits", Integer.toString(PERMITS)),
                    Map.entry("cchc.rate-limits.tracking.per", "1h"),
                    Map.entry("cchc.rate-limits.message.permits", Integer.toString(PERMITS)),
                    Map.entry("cchc.rate-limits.message.per", "1h"),
                    Map.entry("cchc.rate-limits.upload-bytes.permits", "10000"),
                    Map.entry("cchc.rate-limits.upload-bytes.per", "1h"),
                    Map.entry("cchc.intake.contact.permits", Integer.toString(CONTACT)),
                    Map.entry("cchc.intake.contact.per", "1h"),
                    Map.entry("cchc.reopening.allowed", "false"),
                    Map.entry("cchc.answer-drafts.allowed", "false"),
                    Map.entry("cchc.pages.files", "false"),
                    Map.entry("cchc.apologies.allowed", "false"),
                    Map.entry("cchc.attachments.open-per-client", Integer.toString(PERMITS)),
                    Map.entry("cchc.attachments.open-size-per-client", "40M"));
        }
    }

    @Test
    void handingInIsLimitedWithoutATokenOnly() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        for (int i = 0; i < PERMITS; i++) {
            commune.receive();
        }

        Response refused =
                Commune.asCitizen().body(commune.form(Commune.CONTENT)).post("/api/v1/feedback");
        refused.then().header("Retry-After", notNullValue());
        AnswerHeaders.assertNotKept(refused, 429, "Accept-Language", "Authorization");
        commune.as(TestTokens.clerk(commune.id()))
                .body(commune.form(Commune.CONTENT))
                .post("/api/v1/feedback")
                .then()
                .statusCode(201);
    }

    @Test
    void aPhoneNumberHasOneAllowanceOverAllAddresses() throws SQLException {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        String first = UUID.randomUUID().toString();
        handIn(commune, "\"phone\": \"0912 000 777\"", "198.51.100.30", first)
                .then()
                .statusCode(201);
        List<String> asWritten = List.of("0912.000.777", "+84 912 000 777", "84 912 000 777", "0084912000777");
        for (int i = 0; i < asWritten.size(); i++) {
            handIn(commune, "\"phone\": \"" + asWritten.get(i) + "\"", "198.51.100.7" + i, "written " + i)
                    .then()
                    .statusCode(201);
        }

        handIn(commune, "\"phone\": \"0912000777\"", "198.51.100.40", "another")
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, both(greaterThan(690)).and(lessThanOrEqualTo(721)))
                .body("detail", containsString("đã gửi 5 phản ánh, kiến nghị"));
        handIn(commune, "\"phone\": \"0912 000 777\"", "198.51.100.41", first)
                .then()
                .header("Idempotency-Replayed", "true");
        handIn(commune, "\"phone\": \"0912 000 778\"", "198.51.100.42", "of another")
                .then()
                .statusCode(201);
        commune.asClerk()
                .body(commune.form(Commune.CONTENT).replace("0912 345 678", "0912 000 777"))
                .post("/api/v1/feedback")
                .then()
                .statusCode(201);

        pass("12 minutes");
        handIn(commune, "\"phone\": \"0912000777\"", "198.51.100.43", "another")
                .then()
                .statusCode(201);
        handIn(commune, "\"phone\": \"0912000777\"", "198.51.100.44", "one more")
                .then()
                .statusCode(429);
        // A clock that was set back by more than the allowance: what was used up then does not count.
        pass("-3 days");
        handIn(commune, "\"phone\": \"0912000777\"", "198.51.100.45", "earlier")
                .then()
                .statusCode(201);

        assertThat(Commune.texts(
                        "SELECT encode(contact, 'escape') FROM intake_contact WHERE contact <> ?::text::bytea",
                        new UUID(0, 0)))
                .isNotEmpty()
                .noneMatch(contact -> contact.contains("912000777"));
        pass("10 days");
        Commune.run("intake-contact-purge");
        assertThat(Commune.texts("SELECT 'left' FROM intake_contact WHERE contact <> ?::text::bytea", new UUID(0, 0)))
                .isEmpty();
    }

    /** As if that time had passed for all contacts. */
    private static void pass(String interval) throws SQLException {
        Commune.texts(
                "UPDATE intake_contact SET used_until = used_until - interval '" + interval
                        + "' WHERE contact <> ?::text::bytea RETURNING 'passed'",
                new UUID(0, 0));
    }

    @Test
    void nothingIsReopenedDuringAnUpgrade() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        Commune.Receipt receipt = enteredByAClerk(commune);
        commune.assign(receipt.id());
        commune.post(commune.asOfficer(commune.landUnit()), receipt.id(), "answers", "{\"text\": \"Đã sửa.\"}")
                .then()
                .statusCode(200);

        commune.post(commune.asClerk(), receipt.id(), "reopenings", "{\"reason\": \"Đèn lại tắt.\"}")
                .then()
                .statusCode(409)
                .body("type", containsString("reopenings-suspended"));
    }

    @Test
    void noDraftIsHandedInDuringAnUpgrade() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        Commune.Receipt receipt = enteredByAClerk(commune);
        commune.assign(receipt.id());
        commune.asClerk()
                .body("{\"text\": \"Đã sửa.\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/answer-drafts")
                .then()
                .statusCode(201);

        commune.post(commune.asClerk(), receipt.id(), "answer-submissions", "{\"draftVersion\": 1}")
                .then()
                .statusCode(409)
                .body("type", containsString("drafts-suspended"));
        commune.asClerk().get("/api/v1/feedback/" + receipt.id()).then().body("releaseAwaitedSince", nullValue());
    }

    @Test
    void pagesHaveFormsOfTheVersionBeforeDuringAnUpgrade() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        Commune.Receipt receipt = enteredByAClerk(commune);
        commune.post(
                        commune.asClerk(),
                        receipt.id(),
                        "supplement-requests",
                        commune.body(Transition.REQUEST_SUPPLEMENT))
                .then()
                .statusCode(200);

        Response intake = page("198.51.100.71").get("/phan-anh/" + commune.id());
        Response tracking = page("198.51.100.72")
                .formParam("code", receipt.code())
                .formParam("Tracking-Secret", receipt.secret())
                .post("/tra-cuu");

        intake.then().statusCode(200).body(containsString("name=\"content\""));
        tracking.then().statusCode(200).body(containsString("/tra-cuu/bo-sung"));
        List<String> pages = List.of(intake.asString(), tracking.asString());
        assertThat(pages).noneMatch(page -> page.contains("multipart") || page.contains("type=\"file\""));
    }

    /** By address and number the intakes of citizens alone are counted. */
    private static Commune.Receipt enteredByAClerk(Commune commune) {
        return Commune.Receipt.of(
                commune.asClerk().body(commune.form(Commune.CONTENT)).post("/api/v1/feedback"));
    }

    private static RequestSpecification page(String address) {
        return given().accept("text/html").header("X-Forwarded-For", address);
    }

    @Test
    void noLetterOfApologyIsReleasedDuringAnUpgrade() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        Commune.Receipt receipt = enteredByAClerk(commune);
        Commune.now("2021-01-18T08:30:00+07:00");
        commune.asClerk()
                .body("{\"reason\": \"Chờ khảo sát.\", \"promisedOn\": \"2021-01-22\"}")
                .post("/api/v1/feedback/" + receipt.id() + "/apology-letters")
                .then()
                .statusCode(201);

        commune.post(
                        commune.asLeader(),
                        receipt.id(),
                        "apology-releases",
                        "{\"letterVersion\": 1, \"documentNumber\": \"17/UBND-VP\"}")
                .then()
                .statusCode(409)
                .body("type", containsString("apologies-suspended"));
        commune.asClerk().get("/api/v1/feedback/" + receipt.id()).then().body("promisedOn", nullValue());
    }

    @Test
    void anEmailAddressIsCountedWhereThereIsNoNumber() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        for (int i = 0; i < CONTACT; i++) {
            handIn(commune, "\"email\": \"An.Nguyen@example.vn\"", "198.51.100.5" + i, "e" + i)
                    .then()
                    .statusCode(201);
        }

        handIn(commune, "\"email\": \"an.nguyen@EXAMPLE.vn\"", "198.51.100.56", "e")
                .then()
                .statusCode(429);
    }

    /** Nothing that was entered is lost. */
    @Test
    void thePageSaysThatANumberHasHandedInTooMuch() {
        Commune.now("2021-01-05T08:30:00+07:00");
        Commune commune = Commune.create();
        for (int i = 0; i < CONTACT; i++) {
            handIn(commune, "\"phone\": \"0912 000 779\"", "198.51.100.6" + i, "p" + i)
                    .then()
                    .statusCode(201);
        }

        given().accept("text/html")
                .header("X-Forwarded-For", "198.51.100.66")
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("content", Commune.CONTENT)
                .formParam("sender.name", "Nguyễn Văn An")
                .formParam("sender.phone", "0912 000 779")
                .formParam("website", "")
                .post("/phan-anh/" + commune.id() + "/" + UUID.randomUUID())
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, both(greaterThan(690)).and(lessThanOrEqualTo(721)))
                .body(containsString("đã gửi 5 phản ánh, kiến nghị"))
                .body(containsString("0912 000 779"))
                .body(containsString(Commune.CONTENT));
    }

    /** @param contact of the sender, as members of JSON */
    private static Response handIn(Commune commune, String contact, String client, String key) {
        return behindProxy(client)
                .header(
                        "Idempotency-Key",
                        UUID.nameUUIDFromBytes((commune.id() + key).getBytes(StandardCharsets.UTF_8)))
                .body("""
                        {"authorityId": "%s", "content": "%s", "sender": {"name": "Nguyễn Văn An", %s}}""".formatted(commune.id(), Commune.CONTENT, contact))
                .post("/api/v1/feedback");
    }

    @Test
    void guessingSecretsIsLimited() {
        exhaust(behindProxy("198.51.100.1"));

        track(behindProxy("198.51.100.1"), 429);
    }

    @Test
    void writingToTheOfficeIsLimited() {
        for (int i = 0; i < PERMITS; i++) {
            ask(404);
        }

        ask(429);
    }

    private static void ask(int status) {
        behindProxy("198.51.100.30")
                .header("Tracking-Secret", "A".repeat(32))
                .body("{\"text\": \"Bao giờ xong?\"}")
                .post("/api/v1/tracking/0000-000-005-724/messages")
                .then()
                .statusCode(status);
    }

    @Test
    void clientsBehindATrustedProxyAreToldApart() {
        exhaust(behindProxy("198.51.100.2"));

        track(behindProxy("198.51.100.2"), 429);
        track(behindProxy("198.51.100.3"), 404);
    }

    @Test
    void whatAClientForgesBeforeItsProxysEntryGainsNothing() {
        for (int i = 0; i < PERMITS; i++) {
            track(behindProxy("203.0.113." + i + ", 198.51.100.4, 10.0.0.1"), 404);
        }

        track(behindProxy("203.0.113.200, 198.51.100.4, 10.0.0.1"), 429);
        track(behindProxy("203.0.113.200").header("X-Forwarded-For", "198.51.100.4"), 429);
    }

    @Test
    void whatAStrangerForgesGainsNothing() {
        for (int i = 0; i < PERMITS; i++) {
            track(stranger().header("X-Forwarded-For", "198.51.100." + (100 + i)), 404);
        }

        track(stranger().header("X-Forwarded-For", "198.51.100.200"), 429);
    }

    @Test
    void anIpv6ClientIsCountedByItsNetwork() {
        for (int i = 0; i < PERMITS; i++) {
            track(behindProxy("2001:db8:0:1::" + i), 404);
        }

        track(behindProxy("[2001:db8:0:1:ffff::1]:4711"), 429);
        track(behindProxy("2001:db8:0:2::1"), 404);
    }

    @Test
    void aTokenWithoutARoleIsAsGoodAsNone() {
        String visitor = TestTokens.withoutRole(UUID.randomUUID());
        String clerk = TestTokens.clerk(UUID.randomUUID());
        track(behindProxy("198.51.100.5"), 404);
        track(behindProxy("198.51.100.5").auth().oauth2(visitor), 404);
        track(behindProxy("198.51.100.5").auth().oauth2(visitor), 404);

        track(behindProxy("198.51.100.5"), 429);
        track(behindProxy("198.51.100.5").auth().oauth2(visitor), 429);
        track(behindProxy("198.51.100.5").auth().oauth2(clerk), 404);
    }

    @Test
    void uploadsThatNoFeedbackNamesAreLimitedInNumberAndSize() {
        for (int i = 0; i < PERMITS; i++) {
            assertThat(begin("198.51.100.20", 10)).isEqualTo(201);
        }

        assertThat(begin("198.51.100.20", 10)).isEqualTo(429);
        assertThat(begin("198.51.100.21", 20_000_000)).isEqualTo(201);
        assertThat(begin("198.51.100.21", 20_000_000)).isEqualTo(201);
        assertThat(begin("198.51.100.21", 20_000_000)).isEqualTo(429);
    }

    @Test
    void whoHasSentTooMuchWaitsBeforeSendingOn() {
        byte[] file = AttachmentsTest.pdf(20_001);
        String upload = beginning("198.51.100.22", file.length).header("Location");

        assertThat(append("198.51.100.22", upload, 0, Arrays.copyOf(file, 20_000))
                        .statusCode())
                .isEqualTo(204);
        Response refused = append("198.51.100.22", upload, 20_000, Arrays.copyOfRange(file, 20_000, 20_001));

        refused.then().statusCode(429).header("Retry-After", notNullValue()).header("Tus-Resumable", "1.0.0");
    }

    private static Response beginning(String client, int length) {
        return AttachmentsTest.tus()
                .header("X-Forwarded-For", client)
                .header("Upload-Length", length)
                .header("Upload-Metadata", "filename YS5wZGY=")
                .post("/api/v1/uploads");
    }

    private static int begin(String client, int length) {
        return beginning(client, length).statusCode();
    }

    private static Response append(String client, String upload, int offset, byte[] bytes) {
        return AttachmentsTest.tus()
                .header("X-Forwarded-For", client)
                .contentType("application/offset+octet-stream")
                .header("Upload-Offset", offset)
                .body(bytes)
                .patch(upload);
    }

    @Test
    void theBodyOfARefusedRequestIsNotWaitedForAndItsConnectionServesOn() throws IOException {
        exhaust(behindProxy("198.51.100.6"));

        try (Socket connection = new Socket("localhost", RestAssured.port)) {
            connection.setSoTimeout(10_000);
            var sent = connection.getOutputStream();
            var got = new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
            sent.write(ascii(
                    "POST /api/v1/tracking/0000-000-005-724/withdrawals HTTP/1.1",
                    "X-Forwarded-For: 198.51.100.6",
                    "Content-Type: application/json",
                    "Content-Length: 2"));
            assertThat(got.readLine()).startsWith("HTTP/1.1 429");

            sent.write("{}".getBytes(StandardCharsets.US_ASCII));
            sent.write(ascii("GET /q/openapi HTTP/1.1", "Connection: close"));
            assertThat(got.lines()).anyMatch(line -> line.contains("HTTP/1.1 200"));
        }
    }

    private static byte[] ascii(String... lines) {
        return (String.join("\r\n", lines) + "\r\nHost: localhost\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static void exhaust(RequestSpecification client) {
        for (int i = 0; i < PERMITS; i++) {
            track(client, 404);
        }
    }

    private static RequestSpecification behindProxy(String forwardedFor) {
        return Commune.asCitizen().header("X-Forwarded-For", forwardedFor);
    }

    private static RequestSpecification stranger() {
        try {
            return Commune.asCitizen()
                    .config(config().httpClient(
                                    httpClientConfig().setParam(LOCAL_ADDRESS, InetAddress.getByName("127.0.0.2"))));
        } catch (UnknownHostException e) {
            throw new AssertionError("A literal asks no name server", e);
        }
    }

    private static void track(RequestSpecification by, int status) {
        assertThat(by.header("Tracking-Secret", "A".repeat(32))
                        .get("/api/v1/tracking/0000-000-005-724")
                        .statusCode())
                .isEqualTo(status);
    }
}
