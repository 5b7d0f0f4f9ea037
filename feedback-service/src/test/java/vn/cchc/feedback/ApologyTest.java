package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.SentEvent;
import vn.cchc.platform.testing.TestEvents;
import vn.cchc.platform.testing.TestTokens;

/** A case due on Friday, 15 January 2021, is overdue on the Monday after: the office apologises and promises a new day. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class ApologyTest {

    private static final String REASON = "Phải chờ cơ quan điện lực khảo sát cột đèn.";

    private Commune commune;
    private Commune.Receipt receipt;

    @BeforeEach
    void anOverdueCase() {
        Commune.now("2021-01-05T08:30:00+07:00");
        commune = Commune.create();
        receipt = commune.receive();
        commune.assign(receipt.id());
        Commune.now("2021-01-18T08:30:00+07:00");
    }

    private RequestSpecification officer() {
        return commune.asOfficer(commune.landUnit());
    }

    private String of(String resource) {
        return "/api/v1/feedback/" + receipt.id() + "/" + resource;
    }

    private static String body(String promisedOn) {
        return "{\"reason\": \"" + REASON + "\", \"promisedOn\": \"" + promisedOn + "\"}";
    }

    private Response begin(String promisedOn) {
        return officer().body(body(promisedOn)).post(of("apology-letters"));
    }

    private String begun(String promisedOn) {
        return begin(promisedOn).then().statusCode(201).extract().path("id");
    }

    private Response release() {
        return release(1, "17/UBND-VP");
    }

    private Response release(int version, String number) {
        return commune.post(
                commune.asLeader(),
                receipt.id(),
                "apology-releases",
                "{\"letterVersion\": " + version + ", \"documentNumber\": \"" + number + "\"}");
    }

    private Response theCase() {
        return commune.asClerk().get("/api/v1/feedback/" + receipt.id());
    }

    private RequestSpecification sender() {
        return Commune.asCitizen().header("Tracking-Secret", receipt.secret());
    }

    private Response trackedLetter() {
        return sender().accept("application/pdf").get("/api/v1/tracking/" + receipt.code() + "/apology-letter");
    }

    private static String text(Response pdf) {
        pdf.then().statusCode(200).contentType("application/pdf");
        try (PDDocument file = Loader.loadPDF(pdf.asByteArray())) {
            return new PDFTextStripper().getText(file).replaceAll("\\s+", " ");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void the_leader_releases_what_the_officer_has_written() {
        String letter = of("apology-letters/" + begun("2021-01-22"));
        officer()
                .header("If-Match", "\"1\"")
                .body(body("2021-01-25"))
                .put(letter)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("release", nullValue());
        assertThat(text(commune.asLeader().accept("application/pdf").get(letter + "/document")))
                .contains("DỰ THẢO", "Số: ……/……", "ngày … tháng … năm 2021", "chậm nhất vào ngày 25/01/2021");
        theCase().then().body("allowed", hasItem("apology-releases")).body("promisedOn", nullValue());
        receipt.track().then().body("apology", nullValue());
        trackedLetter().then().statusCode(404);

        Commune.now("2021-01-18T15:00:00+07:00");
        release(2, "17/UBND-VP")
                .then()
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("dueOn", equalTo("2021-01-15"))
                .body("overdue", equalTo(true))
                .body("extensions", equalTo(0))
                .body("promisedOn", equalTo("2021-01-25"))
                .body("allowed", not(hasItem("apology-releases")));

        receipt.track()
                .then()
                .body("overdue", equalTo(true))
                .body("dueOn", equalTo("2021-01-15"))
                .body("apology.promisedOn", equalTo("2021-01-25"))
                .body("apology.documentNumber", equalTo("17/UBND-VP"))
                .body("apology.reason", equalTo(REASON))
                .body("apology.releasedAt", startsWith("2021-01-18T15:00:0"))
                .body("apology.text.vi", containsString("chậm nhất vào ngày 25/01/2021"));
        String printed = text(trackedLetter());
        assertThat(printed)
                .contains(
                        "ỦY BAN NHÂN DÂN XÃ TIÊN HƯNG",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Số: 17/UBND-VP",
                        "Đông Hưng, ngày 18 tháng 01 năm 2021",
                        "THƯ XIN LỖI",
                        "Kính gửi: Nguyễn Văn An",
                        "Ngày 05/01/2021, Ủy ban nhân dân xã Tiên Hưng tiếp nhận",
                        "số " + receipt.number() + "/2021 trong sổ theo dõi",
                        "Hạn trả lời theo quy định là ngày 15/01/2021",
                        "Lý do: " + REASON,
                        "hẹn trả lời Ông/Bà chậm nhất vào ngày 25/01/2021",
                        "TM. ỦY BAN NHÂN DÂN",
                        "CHỦ TỊCH",
                        "Nơi nhận:",
                        "- Như trên;",
                        "- Lưu: VT, Địa chính – Xây dựng.")
                .doesNotContain("DỰ THẢO", "0912", receipt.code(), "Cường");
        assertThat(text(officer().accept("application/pdf").get(letter + "/document")))
                .isEqualTo(printed);
        commune.asLeader()
                .get(of("changes"))
                .then()
                .body("items[-1].what", equalTo("apology-released"))
                .body("items[-1].transition", equalTo("RELEASE_APOLOGY"))
                .body("items[-1].reason", equalTo(REASON));
    }

    @Test
    void the_page_of_the_sender_tells_of_the_letter_in_words() {
        begun("2021-01-25");
        release().then().statusCode(200);

        String page = Commune.asCitizen()
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .body("code=" + receipt.code() + "&Tracking-Secret=" + receipt.secret())
                .post("/tra-cuu")
                .asString();

        assertThat(page)
                .contains(
                        "Cơ quan xin lỗi Ông/Bà vì đã quá hạn trả lời, và hẹn trả lời chậm nhất vào ngày 25/01/2021.",
                        "Thư xin lỗi số 17/UBND-VP");
    }

    @Test
    void it_stays_overdue_in_lists_and_figures() {
        begun("2021-01-25");
        release().then().statusCode(200);
        Commune.now("2021-01-19T08:00:00+07:00");

        commune.asClerk()
                .get("/api/v1/feedback?overdue=true")
                .then()
                .body("items.id", hasItem(receipt.id().toString()));
        commune.asLeader()
                .get("/api/v1/statistics?from=2021-01-01&to=2021-01-18")
                .then()
                .body("total.overdue", equalTo(1));
        commune.post(officer(), receipt.id(), "answers", "{\"text\": \"Đã thay.\"}")
                .then()
                .body("answer.inTime", equalTo(false));
    }

    @Test
    void what_is_not_overdue_needs_no_apology() {
        Commune.now("2021-01-15T16:00:00+07:00");

        begin("2021-01-25")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:not-overdue"))
                .body("detail", containsString("15/01/2021"));
        theCase().then().body("allowed", not(hasItem("apology-releases")));
        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:not-overdue"));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-18, Ngày hẹn phải sau hôm nay.",
        "2021-01-15, Ngày hẹn phải sau hôm nay.",
        "2021-01-23, Ngày 23/01/2021 là ngày nghỉ",
        "2021-02-12, Ngày 12/02/2021 là ngày nghỉ",
        "2021-03-20, Ngày hẹn không quá 60 ngày"
    })
    void the_new_day_is_a_working_day_to_come(String day, String why) {
        begin(day)
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("promisedOn"))
                .body("errors[0].message", containsString(why));
    }

    @Test
    void a_day_that_has_passed_meanwhile_is_not_promised() {
        begun("2021-01-19");
        Commune.now("2021-01-19T08:00:00+07:00");

        release()
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:promised-day-unfit"))
                .body("detail", containsString("19/01/2021"));
        theCase().then().body("promisedOn", nullValue());
    }

    @Test
    void two_leaders_release_it_once() {
        begun("2021-01-25");
        String etag = theCase().header("ETag");
        List<RequestSpecification> requests = IntStream.range(0, 6)
                .mapToObj(n -> commune.asLeader()
                        .header("If-Match", etag)
                        .body("{\"letterVersion\": 1, \"documentNumber\": \"" + n + "/UBND-VP\"}"))
                .toList();

        List<Integer> statuses = requests.stream()
                .map(request -> CompletableFuture.supplyAsync(
                        () -> request.post(of("apology-releases")).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        assertThat(theChanges()).containsOnlyOnce("apology-released");
    }

    private List<String> theChanges() {
        return commune.asClerk().get(of("changes")).path("items.what");
    }

    @Test
    void it_is_released_once_in_a_round() {
        String letter = of("apology-letters/" + begun("2021-01-25"));
        release().then().statusCode(200);

        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:letter-released"));
        begin("2021-01-26").then().statusCode(409).body("type", equalTo("urn:cchc:problem:letter-released"));
        officer()
                .header("If-Match", officer().get(letter).header("ETag"))
                .body(body("2021-01-26"))
                .put(letter)
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:cchc:problem:letter-released"));
        assertThat(theChanges()).containsOnlyOnce("apology-released");
    }

    @Test
    void the_leader_releases_what_was_read_and_what_is_there() {
        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:no-letter"));
        String letter = of("apology-letters/" + begun("2021-01-25"));
        begin("2021-01-25").then().statusCode(409).body("type", equalTo("urn:cchc:problem:letter-exists"));
        officer()
                .header("If-Match", "\"1\"")
                .body(body("2021-01-26"))
                .put(letter)
                .then()
                .statusCode(200);
        officer()
                .header("If-Match", "\"1\"")
                .body(body("2021-01-27"))
                .put(letter)
                .then()
                .statusCode(412);

        release(1, "17/UBND-VP").then().statusCode(409).body("type", equalTo("urn:cchc:problem:letter-changed"));
        release(2, "17/UBND-VP").then().statusCode(200).body("promisedOn", equalTo("2021-01-26"));
    }

    @Test
    void a_draft_ends_with_the_answer() {
        begun("2021-01-25");
        commune.post(officer(), receipt.id(), "answers", "{\"text\": \"Đã thay.\"}")
                .then()
                .statusCode(200);

        release().then().statusCode(409).body("type", equalTo("urn:cchc:problem:wrong-transition"));
        commune.asLeader().get(of("apology-letters")).then().body("items", empty());
        begin("2021-01-25").then().statusCode(409).body("type", equalTo("urn:cchc:problem:wrong-transition"));
    }

    @Test
    void what_was_released_stays_after_the_answer_and_a_reopened_case_may_have_another() {
        begun("2021-01-25");
        release().then().statusCode(200);
        commune.post(officer(), receipt.id(), "answers", "{\"text\": \"Đã thay.\"}")
                .then()
                .statusCode(200)
                .body("promisedOn", equalTo("2021-01-25"));
        assertThat(text(trackedLetter())).contains("25/01/2021");
        receipt.post("reopenings", "{\"reason\": \"Đèn lại tắt.\"}").then().statusCode(200);
        theCase().then().body("promisedOn", nullValue());
        trackedLetter().then().statusCode(404);
        begin("2021-01-25").then().statusCode(409).body("type", equalTo("urn:cchc:problem:not-overdue"));

        Commune.now("2021-02-01T08:30:00+07:00");
        begun("2021-02-03");
        release(1, "21/UBND-VP").then().statusCode(200).body("promisedOn", equalTo("2021-02-03"));

        assertThat(text(trackedLetter())).contains("21/UBND-VP", "03/02/2021", "ngày 01 tháng 02 năm 2021");
        assertThat(commune.asLeader().get(of("apology-letters")).<List<Integer>>path("items.round"))
                .containsExactly(1, 2);
    }

    @Test
    void it_is_printed_for_those_who_may_know_the_sender_alone() {
        String letter = of("apology-letters/" + begun("2021-01-25"));
        for (RequestSpecification by : List.of(officer(), commune.asClerk())) {
            commune.post(by, receipt.id(), "apology-releases", "{\"letterVersion\": 1, \"documentNumber\": \"1\"}")
                    .then()
                    .statusCode(403);
        }
        release().then().statusCode(200);

        for (RequestSpecification by :
                List.of(commune.asOfficer(commune.office()), Commune.create().asLeader())) {
            by.get(letter).then().statusCode(404);
            by.accept("application/pdf").get(letter + "/document").then().statusCode(404);
        }
        commune.as(TestTokens.superior(commune.district()))
                .accept("application/pdf")
                .get(letter + "/document")
                .then()
                .statusCode(403);
        Commune.asCitizen()
                .header("Tracking-Secret", "A".repeat(32))
                .accept("application/pdf")
                .get("/api/v1/tracking/" + receipt.code() + "/apology-letter")
                .then()
                .statusCode(404);
        trackedLetter().then().header("Cache-Control", "no-store");
    }

    @Test
    void others_hear_of_the_apology_and_not_of_whom_and_why() {
        begun("2021-01-25");
        release().then().statusCode(200);

        SentEvent sent = await()
                .until(() -> TestEvents.read("cchc.feedback", receipt.id()), events -> events.stream()
                        .anyMatch(event -> event.type().equals("vn.cchc.feedback.apology-released.v1")))
                .stream()
                .reduce((earlier, later) -> later)
                .orElseThrow();

        assertThat(sent.data()).contains("\"dueOn\":\"2021-01-15\"").doesNotContain("Văn An", "điện lực", "17/UBND");
    }

    @Test
    void the_same_letter_is_the_same_file() {
        begun("2021-01-25");
        release().then().statusCode(200);
        Response first = trackedLetter();
        Commune.now("2021-01-20T08:30:00+07:00");

        assertThat(trackedLetter().asByteArray()).isEqualTo(first.asByteArray());
        sender().accept("application/pdf")
                .header("If-None-Match", first.header("ETag"))
                .get("/api/v1/tracking/" + receipt.code() + "/apology-letter")
                .then()
                .statusCode(304);
    }
}
