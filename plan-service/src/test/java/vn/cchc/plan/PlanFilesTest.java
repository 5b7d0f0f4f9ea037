package vn.cchc.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.testing.LocalServers;

/** Plans and drafts as files that people print and pass on. */
@QuarkusTest
@WithTestResource(LocalServers.class)
class PlanFilesTest {

    private static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Commune commune;

    @BeforeEach
    void in_december() {
        Commune.now("2020-12-24T08:00:00+07:00");
        commune = Commune.create();
    }

    private Response get(String path, String mediaType) {
        return commune.asClerk().accept(mediaType).get(path);
    }

    private String draft(ObjectNode document) {
        return "/api/v1/plan-imports/"
                + commune.importPlan(document).then().statusCode(201).extract().path("id");
    }

    /** The texts of a spreadsheet by row, of which none is a formula. */
    static List<List<String>> texts(byte[] file) throws IOException {
        List<List<String>> texts = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            for (Row row : workbook.getSheetAt(0)) {
                List<String> cells = new ArrayList<>();
                row.forEach(cell -> {
                    assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
                    cells.add(cell.toString());
                });
                texts.add(cells);
            }
        }
        return texts;
    }

    @Test
    void the_annex_of_a_plan_is_a_word_file_or_a_spreadsheet() throws IOException {
        String path = "/api/v1/plans/" + commune.issueRealPlan().planId() + "/annex";
        Response word = get(path, "*/*");
        word.then()
                .statusCode(200)
                .header("Content-Type", equalTo(WORD))
                .header(
                        "Content-Disposition",
                        containsString(
                                "filename*=UTF-8''Ph%E1%BB%A5%20l%E1%BB%A5c%20k%E1%BA%BF%20ho%E1%BA%A1ch%2057-KH-UBND.docx"))
                .header("Vary", containsString("Accept"));
        commune.asClerk()
                .header("If-None-Match", word.header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
        Files.write(Path.of("target", "annex.docx"), word.asByteArray());

        Response sheet = get(path, SHEET);
        sheet.then().statusCode(200).header("Content-Type", equalTo(SHEET));
        assertThat(texts(sheet.asByteArray()))
                .anySatisfy(row -> assertThat(row).contains("CẢI CÁCH TTHC"))
                .anySatisfy(row -> assertThat(row).contains("Tổng cộng"));
        assertThat(sheet.header("ETag")).isNotEqualTo(word.header("ETag"));
    }

    /** Out as a file, in through the transcript and the import: the same document, but for the notes on the file. */
    @ParameterizedTest
    @ValueSource(strings = {WORD, SHEET})
    void a_whole_plan_that_goes_out_comes_in_again_as_the_same(String mediaType) throws IOException {
        String plan = "/api/v1/plans/" + commune.issueRealPlan().planId();
        Response file = get(plan + "/annex?body=true", mediaType);
        file.then()
                .statusCode(200)
                .header("Content-Type", equalTo(mediaType))
                .header(
                        "Content-Disposition",
                        containsString("filename*=UTF-8''K%E1%BA%BF%20ho%E1%BA%A1ch%2057-KH-UBND."));
        assertThat(file.header("ETag"))
                .isNotEqualTo(get(plan + "/annex", mediaType).header("ETag"));

        Map<String, Object> transcript = commune.asClerk()
                .contentType("multipart/form-data")
                .multiPart("file", "ke-hoach", file.asByteArray(), mediaType)
                .post("/api/v1/plan-transcripts")
                .then()
                .statusCode(200)
                .body("doubts", empty())
                .extract()
                .path("document");
        transcript.remove("notes");
        // The plan of one year is issued in one commune once.
        Commune other = Commune.create();
        String draft = "/api/v1/plan-imports/"
                + other.importPlan(JSON.valueToTree(transcript))
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        Response document = other.asClerk().get(draft + "/document");
        assertThat(RealPlan.read((ObjectNode) JSON.readTree(document.asByteArray())))
                .isEqualTo(RealPlan.document());
    }

    @Test
    void a_draft_with_its_body_is_marked_as_such() {
        get(draft(RealPlan.json()) + "/annex?body=true", WORD)
                .then()
                .statusCode(200)
                .header(
                        "Content-Disposition",
                        containsString("D%E1%BB%B1%20th%E1%BA%A3o%20k%E1%BA%BF%20ho%E1%BA%A1ch%2057-KH-UBND.docx"));
    }

    @Test
    void an_annex_begins_with_a_row_of_its_own() {
        ObjectNode document = RealPlan.json();
        document.putArray("annexHeadings").addObject().put("firstRow", 2).put("label", "PHỤ LỤC II");
        commune.importPlan(document)
                .then()
                .statusCode(422)
                .body("errors.field", contains("document.annexHeadings[0].firstRow"));

        ((ObjectNode) document.at("/annexHeadings/0")).put("firstRow", 9999);
        commune.importPlan(document)
                .then()
                .statusCode(422)
                .body("errors.field", contains("document.annexHeadings[0].firstRow"));
    }

    @Test
    void the_state_of_tasks_is_one_more_column() throws IOException {
        String path = "/api/v1/plans/" + commune.issueRealPlan().planId() + "/annex";
        Commune.now("2021-06-01T08:00:00+07:00");
        List<List<String>> rows = texts(get(path + "?state=true", SHEET).asByteArray());

        assertThat(rows).anySatisfy(row -> assertThat(row).contains("Tình trạng"));
        assertThat(rows).anySatisfy(row -> assertThat(row).anyMatch(cell -> cell.startsWith("Quá hạn ")));
        assertThat(rows).anySatisfy(row -> assertThat(row).anyMatch(cell -> cell.startsWith("Thường xuyên: ")));
        assertThat(texts(get(path, SHEET).asByteArray()))
                .noneSatisfy(row -> assertThat(row).contains("Tình trạng"));
    }

    @Test
    void text_of_a_draft_is_no_formula() throws IOException {
        ObjectNode document = RealPlan.json();
        ObjectNode row = (ObjectNode) document.withArray("annex").get(1);
        row.put("title", "=HYPERLINK(\"http://example.org\")");
        row.put("lead", "@SUM(1)");
        row.put("timing", "+1");
        String draft = draft(document);

        assertThat(texts(get(draft + "/annex", SHEET).asByteArray()))
                .anySatisfy(cells -> assertThat(cells).contains("=HYPERLINK(\"http://example.org\")", "@SUM(1)", "+1"));
        assertThat(texts(get(draft + "/findings", SHEET).asByteArray()))
                .anySatisfy(cells -> assertThat(cells).contains("UNIT_UNKNOWN", "@SUM(1)"));
    }

    @Test
    void findings_stand_with_what_is_printed_at_their_cells() throws IOException {
        String draft = draft(RealPlan.json());
        Response sheet = get(draft + "/findings", "*/*");
        sheet.then()
                .statusCode(200)
                .header("Content-Type", equalTo(SHEET))
                .header("Content-Disposition", containsString("57-KH-UBND.xlsx"));
        List<List<String>> rows = texts(sheet.asByteArray());

        assertThat(rows.get(0))
                .containsExactly(
                        "Dòng", "TT", "Ô", "Mức độ", "Mã", "Điểm cần xem lại", "Việc cần làm", "Nội dung văn bản");
        assertThat(rows).anySatisfy(row -> assertThat(row)
                .contains("1.0", "Kinh phí", "Mâu thuẫn", "BUDGET_HEADING_DIFFERS", "12.900.000")
                .anyMatch(cell -> cell.startsWith("Đối chiếu với bản ký rồi sửa ô kinh phí")));
        assertThat(rows.stream().skip(1).map(row -> row.get(3)).distinct())
                .as("by severity, in the words of the page")
                .containsExactly("Mâu thuẫn", "Thiếu, không đọc được hoặc có thể nhầm", "Lưu ý");
        get(draft + "/annex", WORD)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("D%E1%BB%B1%20th%E1%BA%A3o"));
    }
}
