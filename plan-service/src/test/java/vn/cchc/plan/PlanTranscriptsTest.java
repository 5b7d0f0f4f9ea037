package vn.cchc.plan;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.Xlsx;

/** From the file of a plan to its draft. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PlanTranscriptsTest {

    private static final String PATH = "/api/v1/plan-transcripts";
    private static final int MEGABYTE = 1 << 20;

    private Commune commune;

    @BeforeEach
    void in_december() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private RequestSpecification clerk() {
        return Commune.as(TestTokens.clerk(commune.id()));
    }

    private ValidatableResponse transcribe(byte[] file) {
        return clerk().contentType("multipart/form-data")
                .multiPart("file", "ke-hoach.docx", file, SmallPlan.MEDIA_TYPE)
                .post(PATH)
                .then();
    }

    @Test
    void a_file_is_transcribed_cell_by_cell() {
        transcribe(SmallPlan.docx())
                .statusCode(200)
                .body("document.format", equalTo("cchc-plan-document/1"))
                .body("document.header.number", equalTo("12/KH-UBND"))
                .body("document.header.issuer", equalTo("UBND xã An Bình"))
                .body("document.header.place", equalTo("An Bình"))
                .body("document.header.signedOn", equalTo("2025-12-22"))
                .body("document.header.year", equalTo(2026))
                .body("document.objectives", contains("Phục vụ người dân tốt hơn."))
                .body("document.areas[0].targets[0].text", equalTo("100% hồ sơ được giải quyết đúng hạn."))
                .body("document.recipients", contains("Sở Nội vụ", "Lưu: VT"))
                .body("document.annex", hasSize(3))
                .body("document.annex[1].code", equalTo("1.1"))
                .body("document.annex[1].parent", equalTo(1))
                .body("document.annex[1].coordinating", contains("Tư pháp", "Công an"))
                .body("document.annex[1].amount", equalTo(12_900_000))
                .body("document.annex[1].otherCells.heading", contains("Ghi chú"))
                .body("document.annex[1].otherCells.text", contains("Theo mẫu"));
    }

    @Test
    void what_is_not_transcribed_and_what_is_in_doubt_is_listed_with_its_place() {
        transcribe(SmallPlan.docx())
                .body("untranscribed.text", contains("PHỤ LỤC", "12.9"))
                .body("untranscribed.code", contains("NO_PLACE", "NO_AMOUNT"))
                .body("document.annex[2].amount", nullValue())
                .body("doubts", hasSize(1))
                .body("doubtsTotal", equalTo(1))
                .body("doubts[0].code", equalTo("AMOUNT_AMBIGUOUS"))
                .body("doubts[0].place.order", equalTo(3))
                .body("doubts[0].printed", equalTo("12.9"))
                .body("doubts[0].text.vi", containsString("12.9"))
                .body("doubts[0].text.en", containsString("can be read in several ways"));
    }

    @Test
    void the_real_plan_is_imported_from_its_file() throws IOException {
        Map<String, Object> document = transcribe(Files.readAllBytes(RealPlan.wordFile()))
                .statusCode(200)
                .body("document.annex", hasSize(103))
                .body("doubts.code", contains("AMOUNT_ASSUMED_DONG"))
                .extract()
                .path("document");

        clerk().contentType(ContentType.JSON)
                .body(Map.of("authorityId", commune.id(), "document", document))
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"));
    }

    private String importedDraft(byte[] file) {
        Map<String, Object> document =
                transcribe(file).statusCode(200).extract().path("document");
        return "/api/v1/plan-imports/"
                + clerk().contentType(ContentType.JSON)
                        .body(Map.of("authorityId", commune.id(), "document", document))
                        .post("/api/v1/plan-imports")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    private ValidatableResponse get(String path) {
        return clerk().get(path).then().statusCode(200);
    }

    @Test
    void what_the_file_held_beside_its_document_goes_along_with_it() {
        transcribe(SmallPlan.docx())
                .body("document.annex[0].printedAmount", nullValue())
                .body("document.annex[1].printedAmount", equalTo("12,9 (triệu đồng)"))
                .body("document.annex[2].printedAmount", equalTo("12.9 (triệu đồng)"))
                .body("document.notes.untranscribed.code", contains("NO_PLACE", "NO_AMOUNT"))
                .body("document.notes.untranscribedTotal", equalTo(2))
                .body("document.notes.doubts", hasSize(1))
                .body("document.notes.doubts[0].code", equalTo("AMOUNT_AMBIGUOUS"))
                .body("document.notes.doubts[0].place.order", equalTo(3))
                .body("document.notes.doubts[0].cell", equalTo("AMOUNT"))
                .body("document.notes.doubts[0].printed", equalTo("12.9"));
        transcribe("KẾ HOẠCH\nCải cách hành chính năm 2026\nI. MỤC TIÊU\nPhục vụ tốt hơn.\n".getBytes(UTF_8))
                .body("doubts.code", hasItem("ANNEX_MISSING"))
                .body("document.notes", nullValue());
    }

    @Test
    void a_draft_shows_what_the_file_held_beside_its_document_row_by_row_and_in_all() throws IOException {
        String draft = importedDraft(SmallPlan.docx());

        get(draft)
                .body("findings.find { it.code == 'FILE_DOUBT' }.severity", equalTo("WARNING"))
                .body("findings.find { it.code == 'FILE_DOUBT' }.cells.row", contains(3))
                .body("findings.find { it.code == 'FILE_DOUBT' }.cells.column", contains("AMOUNT"))
                .body("findings.find { it.code == 'FILE_DOUBT' }.text.vi", containsString("\"12.9\""))
                .body("findings.find { it.code == 'FILE_DOUBT' }.figures.note", equalTo("AMOUNT_AMBIGUOUS"))
                .body("findings.find { it.code == 'FILE_TEXT_LEFT' }.severity", equalTo("NOTICE"))
                .body("findings.find { it.code == 'FILE_TEXT_LEFT' }.cells", hasSize(0))
                .body("findings.find { it.code == 'FILE_TEXT_LEFT' }.figures.places.printed", contains("PHỤ LỤC"))
                // The doubt says what to do about the amount.
                .body("findings.code", not(hasItem("FILE_CELL_LEFT")));
        countsItsFindings(draft);
        get(draft + "/rows/2")
                .body("printed.printedAmount", equalTo("12,9 (triệu đồng)"))
                .body("stated.amount", equalTo(12_900_000));
        get(draft + "/rows/3")
                .body("printed.printedAmount", equalTo("12.9 (triệu đồng)"))
                .body("stated", nullValue())
                .body("findings.find { it.code == 'FILE_DOUBT' }.column", equalTo("AMOUNT"));
        String page = get(draft + "/review").extract().asString();
        Files.writeString(Path.of("target", "review-of-a-file.html"), page);
        assertThat(page)
                .contains("12,9 (triệu đồng)")
                .contains("Số tiền &quot;12.9&quot; có thể hiểu nhiều cách")
                .contains("Nội dung của tệp chưa đưa vào kế hoạch")
                .contains("<td>PHỤ LỤC</td>")
                .doesNotContain("NOT_FOUND");
        assertThat(PlanFilesTest.texts(get(draft + "/findings").extract().asByteArray()))
                .anySatisfy(cells -> assertThat(cells).contains("FILE_TEXT_LEFT", "Lưu ý", "PHỤ LỤC"))
                .anySatisfy(cells -> assertThat(cells).contains("3.0", "Kinh phí", "FILE_DOUBT", "12.9"));
    }

    @Test
    void the_correction_of_a_cell_settles_its_doubt_and_no_other() {
        String draft = importedDraft(SmallPlan.docx());
        Map<String, Object> row = get(draft + "/rows/3").extract().path("printed");
        row.put("lead", "Tư pháp");
        correct(draft, row, 0).body("settled.code", not(hasItem("FILE_DOUBT")));
        row.put("amount", 12_900_000);
        correct(draft, row, 1)
                .body("settled.code", contains("FILE_DOUBT"))
                .body("raised", hasSize(0))
                .body("row.printed.printedAmount", equalTo("12.9 (triệu đồng)"))
                .body("row.stated.amount", equalTo(12_900_000));
        get(draft).body("findings.code", not(hasItem("FILE_DOUBT"))).body("findings.code", hasItem("FILE_TEXT_LEFT"));
        countsItsFindings(draft);
        get(draft + "/changes").body("settled.code", contains("FILE_DOUBT")).body("raised", hasSize(0));

        row.remove("amount");
        correct(draft, row, 2)
                .body("raised.code", contains("AMOUNT_UNREAD"))
                .body("raised.cells.row.flatten()", contains(3));
    }

    private void countsItsFindings(String draft) {
        int findings = get(draft).extract().path("findings.size()");
        get(draft).body("summary.findings", equalTo(findings));
    }

    private ValidatableResponse correct(String draft, Map<String, Object> row, int version) {
        return clerk().contentType(ContentType.JSON)
                .header("If-Match", "\"" + version + "\"")
                .body(row)
                .put(draft + "/rows/" + row.get("order"))
                .then()
                .statusCode(200);
    }

    /** A replica of the version before runs on the same database, and cannot show a code that it does not know. */
    @Test
    void findings_of_the_file_are_not_stored_by_this_version() {
        String draft = importedDraft(SmallPlan.docx());
        String plan = Commune.as(TestTokens.leader(commune.id()))
                .header("If-Match", "\"0\"")
                .post(draft + "/issuances")
                .then()
                .statusCode(201)
                .extract()
                .path("id");

        get("/api/v1/plans/" + plan + "/findings").body("items.code", not(hasItem(startsWith("FILE_"))));
        get(draft).body("state", equalTo("ISSUED")).body("findings.code", hasItem("FILE_DOUBT"));
        // The money in doubt is not lost with the issue.
        get("/api/v1/plans/" + plan + "/tasks")
                .body("items.find { it.seq == 3 }.otherCells.text", hasItem("12.9 (triệu đồng)"));
    }

    @Test
    void another_person_takes_the_document_of_a_draft_and_sends_it_back_with_a_row_more() {
        String draft = importedDraft(SmallPlan.docx());
        Map<String, Object> document = get(draft + "/document")
                .header("ETag", equalTo("\"0\""))
                .body("header.number", equalTo("12/KH-UBND"))
                .body("notes.doubts[0].place.order", equalTo(3))
                .extract()
                .path("$");
        List<Object> rows = new ArrayList<>();
        rows.add(Map.of("order", 1, "title", "Mục mới"));
        for (Map<String, Object> row : get(draft + "/document").extract().<List<Map<String, Object>>>path("annex")) {
            Map<String, Object> moved = new HashMap<>(row);
            moved.computeIfPresent("order", (name, order) -> (Integer) order + 1);
            moved.computeIfPresent("parent", (name, parent) -> (Integer) parent + 1);
            rows.add(moved);
        }
        document.put("annex", rows);

        clerk().contentType(ContentType.JSON)
                .header("If-Match", "\"0\"")
                .body(Map.of("document", document))
                .put(draft)
                .then()
                .statusCode(200)
                .body("findings.find { it.code == 'FILE_DOUBT' }.cells.row", contains(4));
        get(draft + "/document").body("notes.doubts[0].place.order", equalTo(4));
    }

    @Test
    void a_draft_that_is_given_up_keeps_nothing_of_what_the_file_held_beside_its_document() {
        String draft = importedDraft(SmallPlan.docx());

        clerk().header("If-Match", "\"0\"").post(draft + "/discards").then().statusCode(200);

        get(draft).body("state", equalTo("DISCARDED")).body("findings.figures.note", not(hasItem("NO_PLACE")));
    }

    @Test
    void notes_of_a_document_are_within_their_bounds() {
        Map<String, Object> document =
                transcribe(SmallPlan.docx()).statusCode(200).extract().path("document");
        document.put(
                "notes",
                Map.of("doubts", List.of(Map.of("code", "so tien", "place", Map.of("block", 0), "printed", "x"))));

        clerk().contentType(ContentType.JSON)
                .body(Map.of("authorityId", commune.id(), "document", document))
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(422)
                .body(
                        "errors.field",
                        containsInAnyOrder("document.notes.doubts[0].code", "document.notes.doubts[0].place.block"));
    }

    @Test
    void a_workbook_is_transcribed_whatever_its_name_says() {
        Xlsx file = Xlsx.empty();
        String heading = file.row(3, "STT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí");
        String task = file.row(4, file.number("1.1", "General"), "Niêm yết thủ tục", "Văn phòng", "Hàng quý", 12.5);
        byte[] workbook = file.sheet("Phụ lục 1", file.row(1, "Đơn vị tính: triệu đồng"), heading, task)
                .sheetWith("Cũ", "state='hidden'", "", "", file.row(1, "Nháp"))
                .bytes();

        transcribe(workbook)
                .statusCode(200)
                .body("document.annex", hasSize(1))
                .body("document.annex[0].code", equalTo("1.1"))
                .body("document.annex[0].amount", equalTo(12_500_000))
                .body("doubts.find { it.code == 'SHEET_HIDDEN' }.place.sheet", equalTo("Cũ"))
                .body("doubts.find { it.code == 'SHEET_HIDDEN' }.text.vi", containsString("Cũ"));
    }

    @Test
    void a_header_of_pages_is_listed_and_their_numbers_are_not() {
        Xlsx file = Xlsx.empty();
        byte[] workbook = file.sheetWith(
                        "Phụ lục",
                        "",
                        "",
                        "<headerFooter><oddHeader>&amp;CTài liệu nội bộ</oddHeader><oddFooter>&amp;CTrang &amp;P</oddFooter></headerFooter>",
                        file.row(1, "STT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
                        file.row(2, "1", "Niêm yết thủ tục", "Văn phòng", "Hàng quý"))
                .bytes();

        transcribe(workbook)
                .statusCode(200)
                .body("untranscribed.code", contains("PAGE_MARGIN"))
                .body("untranscribed[0].text", equalTo("Tài liệu nội bộ"))
                .body("untranscribed[0].place.sheet", equalTo("Phụ lục"))
                .body("untranscribed[0].why.vi", equalTo("đầu trang hoặc chân trang"))
                .body("document.notes.untranscribed[0].printed", equalTo("Tài liệu nội bộ"));
    }

    @Test
    void a_file_with_more_content_than_is_read_is_refused() {
        transcribe(new byte[10_000_000]).statusCode(422).body("type", equalTo("urn:cchc:problem:file-too-large"));
    }

    @Test
    void a_file_longer_than_a_request_is_refused() {
        transcribe(new byte[10 * MEGABYTE])
                .statusCode(413)
                .body("type", equalTo("urn:cchc:problem:too-large"))
                .body("detail", containsString("10 MB"));
    }

    /** The server answers before all of it is sent, and keeps none of it. */
    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 104857600", "Transfer-Encoding: chunked"})
    void a_hundred_megabytes_are_refused_before_they_are_read(String length) throws IOException {
        boolean chunked = length.startsWith("Transfer");
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(30_000);
            OutputStream out = socket.getOutputStream();
            out.write("""
                    POST %s HTTP/1.1
                    Host: localhost
                    Authorization: Bearer %s
                    Content-Type: multipart/form-data; boundary=part
                    %s

                    """.formatted(PATH, TestTokens.clerk(commune.id()), length)
                    .replace("\n", "\r\n")
                    .getBytes(UTF_8));
            byte[] head = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.docx\"\r\n\r\n"
                    .getBytes(UTF_8);
            long sent = send(socket, head, chunked);
            byte[] zeros = new byte[MEGABYTE / 16];
            while (sent < 100L * MEGABYTE && socket.getInputStream().available() == 0) {
                sent += send(socket, zeros, chunked);
            }

            assertThat(sent).isLessThan(100L * MEGABYTE);
            assertThat(new String(socket.getInputStream().readNBytes(12), UTF_8))
                    .isEqualTo("HTTP/1.1 413");
        }
    }

    private static long send(Socket socket, byte[] bytes, boolean chunked) throws IOException {
        OutputStream out = socket.getOutputStream();
        if (chunked) {
            out.write((Integer.toHexString(bytes.length) + "\r\n").getBytes(UTF_8));
        }
        out.write(bytes);
        if (chunked) {
            out.write("\r\n".getBytes(UTF_8));
        }
        return bytes.length;
    }

    @Test
    void csv_and_pasted_rows_are_transcribed() {
        String csv = """
                STT;Nhiệm vụ;Chủ trì;Thời gian;Kinh phí (triệu đồng)
                1;Niêm yết;"Văn phòng
                Tư pháp";Hàng quý;12,5
                """;
        for (String text : List.of(csv, csv.replace(';', '\t'))) {
            transcribe(text.getBytes(UTF_8))
                    .statusCode(200)
                    .body("document.annex", hasSize(1))
                    .body("document.annex[0].lead", containsString("Tư pháp"))
                    .body("document.annex[0].amount", equalTo(12_500_000));
        }
    }

    @Test
    void prose_gives_a_body_without_an_annex() {
        transcribe("KẾ HOẠCH\nCải cách hành chính năm 2026\nI. MỤC TIÊU\nPhục vụ tốt hơn.\n".getBytes(UTF_8))
                .statusCode(200)
                .body("document.header.year", equalTo(2026))
                .body("document.objectives", contains("Phục vụ tốt hơn."))
                .body("document.annex", hasSize(0))
                .body("doubts.code", hasItem("ANNEX_MISSING"));
    }

    @Test
    void a_file_that_is_not_read_is_refused_with_its_reason() {
        refused("%PDF-1.7".getBytes(UTF_8), "file-unknown-format", "Excel workbook (.xlsx)");
        refused("STT;Nhiệm vụ".getBytes(UTF_16LE), "file-unknown-encoding", "CSV UTF-8");
        refused(Arrays.copyOf(SmallPlan.docx(), 300), "file-damaged", "damaged");
        refused(Arrays.copyOf(Xlsx.empty().sheet("A").bytes(), 300), "file-damaged", "damaged");
        refused(compoundFile("Workbook"), "file-old-excel-format", "save it as .xlsx");
        refused(compoundFile("EncryptedPackage"), "file-encrypted", "password");
        byte[] macros = Xlsx.empty().sheet("A").part("xl/vbaProject.bin", "x").bytes();
        refused(macros, "file-macros", "without macros");
    }

    private ValidatableResponse refused(byte[] file, String code, String words) {
        return transcribe(file)
                .statusCode(422)
                .body("type", equalTo("urn:cchc:problem:" + code))
                .body("detail", containsString(words));
    }

    private static byte[] compoundFile(String stream) {
        byte[] file = Arrays.copyOf(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                4096);
        byte[] name = stream.getBytes(UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    @Test
    void a_form_without_a_file_or_with_other_parts_is_refused() {
        clerk().contentType("multipart/form-data")
                .multiPart("note", "x")
                .post(PATH)
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("note"));
    }
}
