package vn.cchc.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;

/** The register of a day is the same ever after: as a list, on paper, and as a spreadsheet. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class RegisterOfPastDaysTest {

    private static final LocalDate FIRST = LocalDate.parse("2021-01-04");
    private static final int DAYS = 12;
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String PDF = "application/pdf";

    private Commune commune;
    private Random random;
    private final List<UUID> feedback = new ArrayList<>();

    private void begin(int seed) {
        random = new Random(seed);
        Commune.now(FIRST + "T08:00:00+07:00");
        commune = Commune.create();
    }

    private List<Map<String, Object>> register(String query) {
        List<Map<String, Object>> entries = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Response page = commune.asClerk().get("/api/v1/register?limit=7&" + query + "&cursor=" + cursor);
            page.then().statusCode(200);
            entries.addAll(page.path("items"));
            cursor = page.path("next");
        }
        return entries;
    }

    private Response document(String mediaType, String query) {
        return commune.asClerk().accept(mediaType).get("/api/v1/register/document?" + query);
    }

    private byte[] file(String mediaType, String query) {
        return document(mediaType, query)
                .then()
                .statusCode(200)
                .contentType(mediaType)
                .extract()
                .asByteArray();
    }

    private static String paper(byte[] pdf) throws IOException {
        try (PDDocument file = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(file);
        }
    }

    private static String sheet(byte[] xlsx) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(xlsx))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    String xml = new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                    return Pattern.compile("&#x([0-9a-fA-F]+);")
                            .matcher(xml)
                            .replaceAll(letter -> Matcher.quoteReplacement(
                                    Character.toString(Integer.parseInt(letter.group(1), 16))));
                }
            }
        }
        throw new AssertionError("No sheet");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void whateverIsDoneLaterTheRegisterOfADayStays(int seed) {
        begin(seed);
        Map<LocalDate, List<Map<String, Object>>> then = new LinkedHashMap<>();
        Map<LocalDate, byte[]> printed = new LinkedHashMap<>();
        Map<LocalDate, byte[]> sheets = new LinkedHashMap<>();
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            for (int hour = 9; hour < 17; hour += 2) {
                Commune.now("%sT%02d:00:00+07:00".formatted(day, hour));
                doSomething(day);
            }
            Commune.now(day + "T23:59:59+07:00");
            then.put(day, register("year=2021"));
            Commune.now(day.plusDays(1) + "T00:00:00+07:00");
            printed.put(day, file(PDF, "year=2021&asOf=" + day));
            sheets.put(day, file(XLSX, "year=2021&asOf=" + day));
        }

        Commune.now("2021-03-01T08:00:00+07:00");
        then.forEach((day, entries) ->
                assertThat(register("year=2021&asOf=" + day)).as("of %s", day).isEqualTo(entries));
        printed.forEach((day, pdf) -> assertThat(file(PDF, "year=2021&asOf=" + day))
                .as("paper of %s", day)
                .isEqualTo(pdf));
        sheets.forEach((day, xlsx) -> assertThat(file(XLSX, "year=2021&asOf=" + day))
                .as("spreadsheet of %s", day)
                .isEqualTo(xlsx));
    }

    /** Enters something, or does with something what its state allows; what ends it more rarely. */
    private void doSomething(LocalDate day) {
        if (feedback.size() < 3 || random.nextInt(4) == 0) {
            feedback.add(
                    random.nextBoolean()
                            ? commune.receive().id()
                            : commune.enter("PHONE", day.minusDays(random.nextInt(5)) + "T07:00:00+07:00")
                                    .id());
            return;
        }
        UUID one = feedback.get(random.nextInt(feedback.size()));
        List<String> allowed = commune.allowed(one);
        if (allowed.isEmpty()) {
            return;
        }
        String resource = allowed.get(random.nextInt(allowed.size()));
        if (List.of("refusals", "referrals", "withdrawals").contains(resource) && random.nextInt(4) > 0) {
            return;
        }
        boolean isLeaders = List.of("extensions", "extension-refusals").contains(resource);
        commune.post(isLeaders ? commune.asLeader() : commune.asClerk(), one, resource, body(resource, day))
                .then()
                .statusCode(200);
    }

    private String body(String resource, LocalDate day) {
        if (resource.equals(Transition.ASSIGN.resource())) {
            return "{\"unitId\": \"%s\", \"person\": \"%s\"}"
                    .formatted(
                            random.nextBoolean() ? commune.landUnit() : commune.office(),
                            random.nextBoolean() ? "Lê Văn Cường" : "Phạm Thị Dung");
        }
        if (resource.equals(Transition.ANSWER.resource())) {
            return "{\"text\": \"Đã sửa.\", \"documentNumber\": \"15/UBND\", \"documentDate\": \"" + day + "\"}";
        }
        return Arrays.stream(Transition.values())
                .filter(transition -> transition.resource().equals(resource))
                .map(commune::body)
                .findFirst()
                .orElseThrow();
    }

    /** A January in which each ending occurs. */
    private void january() {
        begin(1);
        var answered = commune.receive();
        var late = commune.receive("=1+1 là công thức, đề nghị xã không tính.");
        var referred = commune.receive("Đường huyện qua thôn 5 có nhiều ổ gà, đề nghị sửa.");
        Commune.now("2021-01-06T09:00:00+07:00");
        commune.assign(answered.id());
        commune.assign(late.id());
        commune.post(commune.asClerk(), referred.id(), "referrals", commune.body(Transition.REFER))
                .then()
                .statusCode(200);
        Commune.now("2021-01-11T15:00:00+07:00");
        commune.post(commune.asLeader(), answered.id(), "answers", """
                {"text": "Xong.", "documentNumber": "15/UBND-ĐC", "documentDate": "2021-01-11"}""").then().statusCode(200);
        Commune.now("2021-01-20T08:00:00+07:00");
        commune.enter("POST", "2021-01-08T15:00:00+07:00");
        commune.post(commune.asLeader(), late.id(), "answers", "{\"text\": \"Xong.\"}")
                .then()
                .statusCode(200);
        Commune.now("2021-02-01T08:00:00+07:00");
    }

    @Test
    void aPastDayShowsWhatWasKnownAtItsEnd() {
        january();

        commune.asClerk()
                .get("/api/v1/register?year=2021&asOf=2021-01-10")
                .then()
                .statusCode(200)
                .body("items.number", contains(1, 2, 3))
                .body("items.state", contains("ASSIGNED", "ASSIGNED", "REFERRED"))
                .body("items[0].person", equalTo("Lê Văn Cường"))
                .body("items[0].documentNumber", nullValue())
                .body("items[0].inTime", nullValue())
                .body("items[2].referredTo", equalTo("Công an huyện"));
        commune.asClerk()
                .get("/api/v1/register?year=2021&asOf=2021-01-05")
                .then()
                .body("items.state", contains("RECEIVED", "RECEIVED", "RECEIVED"))
                .body("items[0].unitName", nullValue())
                .body("items[2].referredTo", nullValue());
        commune.asClerk()
                .get("/api/v1/register?year=2021&asOf=2021-01-31")
                .then()
                .body("items.number", contains(1, 2, 3, 4))
                .body("items.inTime", contains(true, false, null, null));
    }

    @Test
    void listPaperAndSpreadsheetSayTheSame() throws IOException {
        january();
        byte[] pdf = file(PDF, "year=2021&asOf=2021-01-31");
        byte[] xlsx = file(XLSX, "year=2021&asOf=2021-01-31");
        Files.write(Path.of("target", "register-january.pdf"), pdf);
        Files.write(Path.of("target", "register-january.xlsx"), xlsx);
        String paper = paper(pdf).replaceAll("\\s+", "");
        String sheet = sheet(xlsx);

        assertThat(paper).contains("XÃTIÊNHƯNG", "Tổngcộng:4số.", "31/01/2021");
        for (Map<String, Object> entry : register("year=2021&asOf=2021-01-31")) {
            for (String field :
                    List.of("trackingCode", "content", "unitName", "person", "documentNumber", "referredTo")) {
                if (entry.get(field) != null) {
                    String text = (String) entry.get(field);
                    assertThat(paper).as(field).contains(text.replaceAll("\\s+", ""));
                    assertThat(sheet).as(field).contains(text);
                }
            }
        }
        assertThat(paper).contains("Quáhạn", "Nguyễn", "+84912345678");
        assertThat(sheet).doesNotContain("<f>").contains("=1+1 là công thức", "Quá hạn", "Trần Thị Bình");
    }

    @Test
    void aDocumentIsDownloadedUnderAVietnameseNameAndNotSentAgain() {
        january();

        Response pdf = document("*/*", "year=2021&asOf=2021-01-31");

        pdf.then()
                .statusCode(200)
                .contentType(PDF)
                .header("Content-Disposition", containsString("filename=\"so-theo-doi-phan-anh-kien-nghi-nam-2021"))
                .header("Vary", containsString("Accept"));
        String etag = pdf.header("ETag");
        commune.asClerk()
                .accept(PDF)
                .header("If-None-Match", etag)
                .get("/api/v1/register/document?year=2021&asOf=2021-01-31")
                .then()
                .statusCode(304);
        assertThat(document(XLSX, "year=2021&asOf=2021-01-31").header("ETag")).isNotEqualTo(etag);
        document("text/csv", "year=2021").then().statusCode(406);
    }

    @Test
    void aSpanOfDaysOfEntryGoesOverTheTurnOfTheYear() throws IOException {
        begin(1);
        commune.receive();
        Commune.now("2021-12-30T09:00:00+07:00");
        commune.receive();
        Commune.now("2022-01-04T09:00:00+07:00");
        commune.receive();
        commune.receive();

        assertThat(register("from=2021-12-01&to=2022-01-31"))
                .extracting(entry -> entry.get("number") + "/" + entry.get("year"))
                .containsExactly("2/2021", "1/2022", "2/2022");
        assertThat(register("from=2021-12-01&to=2022-01-31&asOf=2021-12-31")).hasSize(1);
        assertThat(register("from=2021-01-01&to=2021-12-29")).hasSize(1);
        assertThat(paper(file(PDF, "from=2021-12-01&to=2022-01-31")))
                .contains("Vào sổ từ ngày 01/12/2021 đến ngày 31/01/2022", "2/2021", "1/2022");
    }

    @Test
    void aPageOfASpanOfTwoYearsGoesOnInTheNext() {
        begin(1);
        Commune.now("2021-12-30T09:00:00+07:00");
        for (int i = 0; i < 9; i++) {
            commune.receive();
        }
        Commune.now("2022-01-04T09:00:00+07:00");
        for (int i = 0; i < 9; i++) {
            commune.receive();
        }

        assertThat(register("from=2021-12-01&to=2022-01-31"))
                .extracting(entry -> entry.get("number"))
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void whatDoesNotGoTogetherIsRefused() {
        begin(1);
        for (String query : List.of(
                "year=2021&from=2021-01-01&to=2021-01-31",
                "from=2021-01-01",
                "to=2021-01-31",
                "from=2021-02-01&to=2021-01-31",
                "from=2020-01-01&to=2021-01-01",
                "asOf=2021-01-05")) {
            commune.asClerk().get("/api/v1/register?" + query).then().statusCode(422);
            document(PDF, query).then().statusCode(422);
        }
    }

    @Test
    void whoMayNotReadTheRegisterGetsNoDocument() {
        begin(1);

        commune.asOfficer(commune.landUnit())
                .accept(PDF)
                .get("/api/v1/register/document")
                .then()
                .statusCode(403);
        commune.as(TestTokens.superior(commune.district()))
                .accept(XLSX)
                .get("/api/v1/register/document")
                .then()
                .statusCode(403);
    }

    @Test
    void aLostNumberStandsAsLost() throws IOException, SQLException {
        january();
        try (var connection = LocalServers.connect();
                var insert = connection.prepareStatement(
                        "INSERT INTO lost_number (authority_id, year, book, number, aggregate_id, state, epoch)"
                                + " VALUES (?, 2021, 'feedback', 5, ?, ?::jsonb, 1)")) {
            insert.setObject(1, commune.id());
            insert.setObject(2, UUID.randomUUID());
            insert.setString(3, """
                    {"number": 5, "year": 2021, "occurredAt": "2021-01-25T09:00:00+07:00", "channel": "ONLINE",
                     "kind": "REFLECTION", "state": "ACCEPTED", "receivedAt": "2021-01-22T09:00:00+07:00",
                     "dueOn": "2021-02-01"}""");
            insert.executeUpdate();
        }

        assertThat(register("year=2021&asOf=2021-01-24")).hasSize(4);
        assertThat(register("year=2021&asOf=2021-01-25")).last().satisfies(entry -> assertThat(entry)
                .containsEntry("lost", true)
                .containsEntry("state", "ACCEPTED"));
        assertThat(paper(file(PDF, "year=2021")))
                .contains("Tổng cộng: 5 số, trong đó 1 số bị mất.")
                .contains("bị mất");
    }

    @Test
    void namesAreThoseOfTheDay() throws IOException {
        january();
        Commune.now("2021-02-02T08:00:00+07:00");
        Commune.publishAuthority(
                commune.id(),
                2,
                "UBND xã Đông Tiên",
                commune.district(),
                commune.units().replace("Địa chính – Xây dựng", "Kinh tế"));
        await().untilAsserted(() -> assertThat(paper(file(PDF, "year=2021"))).contains("XÃ ĐÔNG TIÊN"));

        assertThat(paper(file(PDF, "year=2021&asOf=2021-01-31")))
                .contains("XÃ TIÊN HƯNG")
                .doesNotContain("Kinh tế");
        assertThat(register("year=2021&asOf=2021-01-31").get(0)).containsEntry("unitName", "Địa chính – Xây dựng");
    }
}
