package vn.cchc.plan.importing.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.RealPlan;
import vn.cchc.plan.importing.PlanDocument;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Transcript;

/** An annex that goes out as a Word file and comes in again through the transcript is the same. */
class AnnexOutAndInTest {

    private static final Path LAYOUTS =
            Path.of(System.getProperty("cchc.root"), "plan-service/src/test/resources/layouts");

    /** Tasks without sections, with codes of their own scheme and columns that have no other place. */
    private static final PlanDocument FLAT = new PlanDocument(
            PlanDocument.FORMAT,
            new PlanDocument.Header(
                    "08/KH-UBND",
                    "Chuyển đổi số năm 2026",
                    "UBND phường An Bình",
                    "An Bình",
                    LocalDate.of(2026, 1, 5),
                    2026,
                    7_500_000L),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                    row(1, "I.1.a", "Rà soát thủ tục hành chính", 2_500_000L, other("Chỉ tiêu – 2026", "60%")),
                    row(
                            2,
                            "I.1.b",
                            "Niêm yết <công khai> & \"trực tuyến\"",
                            null,
                            other("Chỉ tiêu – 2026", "70%"),
                            other("Chỉ tiêu – 2030", "100%"),
                            other("Ghi chú", "=1+1")),
                    row(3, "I.2.a", "Tập huấn kỹ năng số", 5_000_000L, other("Ghi chú", "Theo mẫu")),
                    row(4, "I.2.b", "Báo cáo kết quả", null)));

    private static PlanDocument.Row row(int order, String code, String title, Long amount, OtherCell... others) {
        return new PlanDocument.Row(
                order,
                null,
                code,
                title,
                "Văn phòng; Tư pháp",
                List.of("Công an", "Các ban, ngành có liên quan"),
                List.of("Kế hoạch", "Báo cáo (quý; năm)"),
                "Trước 15/11/2026",
                amount,
                List.of(others));
    }

    private static OtherCell other(String heading, String text) {
        return new OtherCell(heading, text);
    }

    private static PrintedAnnex printed(PlanDocument document) {
        return PrintedAnnex.of(document, false, Optional.empty());
    }

    private static Transcript outAndIn(PrintedAnnex annex) {
        return in(AnnexDocument.of(annex));
    }

    private static Transcript outAndInAsWorkbook(PrintedAnnex annex) {
        return in(AnnexSheet.of(annex));
    }

    private static Transcript in(byte[] content) {
        try {
            Path file = Files.createTempFile("annex", "");
            try {
                Files.write(file, content);
                return DocumentTranscriber.transcribe(DocumentFile.read(file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isTheSame(Transcript read, PlanDocument document) {
        for (int i = 0; i < document.annex().size(); i++) {
            assertThat(read.annex().get(i)).isEqualTo(document.annex().get(i));
        }
        assertThat(read.annex()).hasSameSizeAs(document.annex());
        PlanDocument.Header head = document.header();
        assertThat(read.head().number()).isEqualTo(head.number());
        assertThat(read.head().title()).isEqualTo(head.title());
        assertThat(read.head().issuer()).isEqualTo(head.issuer());
        assertThat(read.head().place()).isEqualTo(head.place());
        assertThat(read.head().signedOn()).isEqualTo(head.signedOn());
        assertThat(read.head().year()).isEqualTo(head.year());
        assertThat(read.head().statedTotal()).isEqualTo(head.statedTotal());
        assertThat(read.doubts()).isEmpty();
    }

    @Test
    void the_plan_of_2021_is_the_same_row_by_row() {
        isTheSame(outAndIn(printed(RealPlan.document())), RealPlan.document());
    }

    @Test
    void a_plan_without_sections_is_the_same_with_its_other_columns() {
        isTheSame(outAndIn(printed(FLAT)), FLAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"flat", "roman", "merged", "years"})
    void the_rows_of_other_offices_are_the_same_as_a_word_file_and_as_a_workbook(String layout) {
        List<PlanDocument.Row> rows =
                inDong(DocumentTranscriber.transcribe(DocumentFile.read(LAYOUTS.resolve(layout + ".docx")))
                        .annex());

        assertThat(outAndIn(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndInAsWorkbook(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
    }

    /** Amounts go out in đồng, whatever unit they came in. */
    private static List<PlanDocument.Row> inDong(List<PlanDocument.Row> rows) {
        return rows.stream()
                .map(row -> new PlanDocument.Row(
                        row.order(),
                        row.parent(),
                        row.code(),
                        row.title(),
                        row.lead(),
                        row.coordinating(),
                        row.products(),
                        row.timing(),
                        row.amount(),
                        row.otherCells()))
                .toList();
    }

    /** Rows of the first annex, of the second, and of a third without codes: order, parent, code. */
    @Test
    void several_annexes_are_tables_of_their_own_and_the_same() {
        List<PlanDocument.Row> rows = List.of(
                heading(1, null, "I"),
                task(2, 1, "1"),
                task(3, 1, "2"),
                heading(4, null, "II"),
                task(5, 4, "1"),
                task(6, null, "1"),
                task(7, null, "2"),
                task(8, 7, "2.1"),
                heading(9, null, "A"),
                task(10, 9, "1"),
                heading(11, null, null),
                task(12, 11, "1"),
                task(13, null, "a)"));
        PrintedAnnex annex = printed(withRows(rows));

        assertThat(annex.parts().stream().map(List::size)).containsExactly(5, 3, 4, 1);
        assertThat(annex.heading(1)).isEqualTo("Phụ lục II");
        assertThat(outAndIn(annex).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndInAsWorkbook(annex).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndIn(annex).doubts()).isEmpty();
        assertThat(outAndIn(annex).head().statedTotal()).isEqualTo(FLAT.header().statedTotal());
    }

    private static PlanDocument.Row heading(int order, Integer parent, String code) {
        return new PlanDocument.Row(
                order, parent, code, "LĨNH VỰC " + order, null, List.of(), List.of(), null, null, List.of());
    }

    private static PlanDocument.Row task(int order, Integer parent, String code) {
        return new PlanDocument.Row(
                order, parent, code, "Rà soát " + order, "Văn phòng", List.of(), List.of(), "Quý I", null, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kinh phí (triệu đồng) – NSTW",
                "Thời gian bắt đầu",
                "Nguồn kinh phí",
                "Thời gian báo cáo",
                "Hạn báo cáo",
                "Hạn",
                "Tiến độ",
                "Thời hạn hoàn thành",
                "Hoàn thành trước ngày",
                "Dự toán",
                "Ngân sách",
                "Tổng kinh phí (triệu đồng)",
                "Thành tiền"
            })
    void a_further_column_of_money_or_time_takes_the_place_of_none(String heading) {
        List<PlanDocument.Row> rows = List.of(
                row(1, "1", "Rà soát văn bản", 5_000_000L, other(heading, "Quý I")),
                row(2, "2", "Niêm yết thủ tục", 6_000_000L, other(heading, "Quý II")));

        assertThat(outAndIn(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
        assertThat(outAndInAsWorkbook(printed(withRows(rows))).annex()).containsExactlyElementsOf(rows);
    }

    private static PlanDocument withRows(List<PlanDocument.Row> rows) {
        return new PlanDocument(
                FLAT.format(), FLAT.header(), List.of(), List.of(), List.of(), List.of(), List.of(), rows);
    }

    @Test
    void a_draft_is_marked_and_otherwise_the_same() {
        isTheSame(outAndIn(PrintedAnnex.of(FLAT, true, Optional.empty())), FLAT);
    }

    @Test
    void the_state_of_a_task_is_one_more_column() {
        Transcript read = outAndIn(PrintedAnnex.of(FLAT, false, Optional.of(Map.of(3, "Quá hạn"))));

        assertThat(read.annex().get(2).otherCells())
                .containsExactly(other("Ghi chú", "Theo mẫu"), other("Tình trạng", "Quá hạn"));
        assertThat(read.annex().get(3).otherCells()).isEmpty();
    }

    @Test
    void the_same_annex_is_the_same_file() {
        PrintedAnnex annex = printed(FLAT);

        assertThat(AnnexDocument.of(annex)).isEqualTo(AnnexDocument.of(annex));
        assertThat(AnnexSheet.of(annex)).isEqualTo(AnnexSheet.of(annex));
    }

    @Test
    void the_longest_annex_is_a_file_of_less_than_a_megabyte() {
        List<PlanDocument.Row> rows = new ArrayList<>();
        while (rows.size() < 2000) {
            rows.add(row(rows.size() + 1, "1", "Nhiệm vụ " + "dài ".repeat(20), 1L, other("Ghi chú", "Theo mẫu")));
        }
        PlanDocument longest = withRows(rows);

        assertThat(AnnexDocument.of(printed(longest))).hasSizeLessThan(1_000_000);
        assertThat(AnnexSheet.of(printed(longest))).hasSizeLessThan(1_000_000);
    }
}
