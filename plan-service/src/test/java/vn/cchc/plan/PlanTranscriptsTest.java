package vn.cchc.plan;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.testing.LocalServers;
import vn.cchc.platform.testing.TestTokens;
import vn.cchc.platform.testing.Xlsx;

/** From the file of a plan to its draft. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PlanTranscriptsTest {

    private static final String PATH = "/api/v1/plan-transcripts";

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
                .body("doubts", hasSize(0))
                .extract()
                .path("document");

        clerk().contentType(ContentType.JSON)
                .body(Map.of("authorityId", commune.id(), "document", document))
                .post("/api/v1/plan-imports")
                .then()
                .statusCode(201)
                .body("state", equalTo("DRAFT"));
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
    void a_large_file_goes_to_disk_and_is_not_held_in_memory() {
        transcribe(new byte[10_000_000]).statusCode(422).body("type", equalTo("urn:cchc:problem:file-too-large"));
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
