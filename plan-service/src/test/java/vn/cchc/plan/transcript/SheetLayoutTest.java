package vn.cchc.plan.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.plan.transcript.reading.DocumentTranscriber;
import vn.cchc.plan.transcript.reading.Doubt;
import vn.cchc.plan.transcript.reading.Transcript;
import vn.cchc.platform.testing.Xlsx;

/** Annexes in other layouts of sheets than that of the seed. */
class SheetLayoutTest {

    @TempDir
    private Path folder;

    private Transcript transcript(Xlsx file) {
        return DocumentTranscriber.transcribe(DocumentFile.read(file.write(folder)));
    }

    /** Flat, with a column of areas, in millions; a letterhead above, notes and signature beneath, the second sheet goes on. */
    private Transcript twoSheets() {
        Xlsx file = Xlsx.empty();
        String[] first = {
            file.row(1, "ỦY BAN NHÂN DÂN XÃ AN BÌNH", null, null, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
            file.row(2, "Số: 12/KH-UBND", null, null, "An Bình, ngày 22 tháng 12 năm 2025"),
            file.row(4, "KẾ HOẠCH"),
            file.row(5, "Cải cách hành chính năm 2026"),
            file.row(6, null, null, null, null, null, null, "Đơn vị tính: triệu đồng"),
            file.row(7, "STT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời gian", "Kinh phí"),
            file.row(8, 1, "Thể chế", "Ban hành kế hoạch", "Văn phòng", "Kế hoạch", file.number(46387, "14!"), 1200),
            file.row(
                    9,
                    2,
                    null,
                    "Rà soát văn bản",
                    "Tư pháp\nVăn phòng",
                    "Báo cáo",
                    "Hàng quý",
                    file.number(12.5, "#,##0.0")),
            file.row(11, "STT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì", "Sản phẩm", "Thời gian", "Kinh phí"),
            file.row(12, 3, "Thủ tục", "Niêm yết thủ tục", "Văn phòng", "Danh mục", file.number(0.9, "0%"), null),
            file.row(13, null, null, "Tổng cộng", null, null, null, file.number(1212.5, "#,##0.0")),
            file.row(15, "Ghi chú: số liệu dự kiến"),
            file.row(16, null, null, "NGƯỜI LẬP", null, "CHỦ TỊCH")
        };
        String[] second = {
            file.row(1, "Phụ lục 2"),
            file.row(2, "Đơn vị tính: đồng"),
            file.row(3, "STT", "Nhiệm vụ", "Thời gian", "Kinh phí"),
            file.row(4, "1", "Tập huấn", "Trước 30/9", file.number(3_000_000, "#,##0"))
        };
        return transcript(file.sheetWith("Phụ lục 1", "", "", Xlsx.merges("A1:C1", "B8:B9"), first)
                .sheet("Phụ lục 2", second));
    }

    @Test
    void areas_become_headings_and_both_sheets_one_annex() {
        assertThat(twoSheets().annex().stream().map(row -> row.order() + "<" + row.parent() + " " + row.title()))
                .containsExactly(
                        "1<null Thể chế",
                        "2<1 Ban hành kế hoạch",
                        "3<1 Rà soát văn bản",
                        "4<null Thủ tục",
                        "5<4 Niêm yết thủ tục",
                        "6<null Tập huấn");
    }

    @Test
    void money_is_in_the_unit_above_each_table_and_dates_are_as_shown() {
        Transcript transcript = twoSheets();
        assertThat(transcript.annex().stream().map(PlanDocument.Row::amount))
                .containsExactly(null, 1_200_000_000L, 12_500_000L, null, null, 3_000_000L);
        assertThat(transcript.annex().stream().map(PlanDocument.Row::timing))
                .containsExactly(null, "31/12/2026", "Hàng quý", null, "90%", "Trước 30/9");
        assertThat(transcript.head().statedTotal()).isEqualTo(1_212_500_000L);
    }

    @Test
    void the_letterhead_above_is_read_and_the_notes_beneath_are_no_tasks() {
        Transcript transcript = twoSheets();
        assertThat(transcript.head().number()).isEqualTo("12/KH-UBND");
        assertThat(transcript.head().issuer()).isEqualTo("UBND xã An Bình");
        assertThat(transcript.head().year()).isEqualTo(2026);
        assertThat(transcript.doubts()).isEmpty();
        assertThat(transcript.untranscribed().stream().map(each -> each.place().row() + " " + each.text()))
                .contains("15 Ghi chú: số liệu dự kiến", "16 NGƯỜI LẬP", "16 CHỦ TỊCH");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5000000|#,##0|5000000",
                "5000000|#,##0\\ [$₫-42A]|5000000",
                "5000000|#,##0\" đồng\"|5000000",
                "5000|[$$-409]#,##0|",
                "5000|#,##0 [$€-407]|",
                "12900000000|#,##0,,\" M\"|",
                "5000|0\" cuộc\"|",
                "5000000|\"Không quá \"#,##0|",
            })
    void a_number_is_money_where_its_format_shows_nothing_else(long value, String format, Long amount) {
        Xlsx file = Xlsx.empty();
        String heading = file.row(1, "STT", "Nhiệm vụ", "Thời gian", "Kinh phí (đồng)");
        String task = file.row(2, "1", "Tập huấn", "Hàng quý", file.number(value, format.replace("\"", "&quot;")));

        assertThat(transcript(file.sheet("A", heading, task)).annex().get(0).amount())
                .isEqualTo(amount);
    }

    @Test
    void thousands_that_a_format_hides_are_divided_before_decimals_too() {
        Xlsx file = Xlsx.empty();
        String heading = file.row(1, "STT", "Nhiệm vụ", "Thời gian", "Kinh phí (nghìn đồng)");
        String task = file.row(2, "1", "Tập huấn", "Hàng quý", file.number(500_000, "#,##0,.0"));

        assertThat(transcript(file.sheet("A", heading, task)).annex().get(0).amount())
                .isEqualTo(500_000);
    }

    @Test
    void the_unit_above_a_sheet_is_not_that_of_the_next() {
        Xlsx file = Xlsx.empty();
        String note = file.row(1, "Ghi chú: kinh phí tính bằng triệu đồng");
        String heading = file.row(1, "STT", "Nhiệm vụ", "Thời gian", "Kinh phí");
        String task = file.row(2, "1", "Tập huấn", "Hàng quý", 3960);
        Transcript transcript = transcript(file.sheet("A", note).sheet("B", heading, task));

        assertThat(transcript.annex().get(0).amount()).isNull();
        assertThat(transcript.doubts()).extracting(Doubt::code).contains(Doubt.Code.AMOUNT_AMBIGUOUS);
    }

    @Test
    void what_is_in_doubt_has_the_name_of_its_sheet() {
        Xlsx file = Xlsx.empty();
        String heading = file.row(1, "STT", "Nhiệm vụ", "Thời gian", "Kinh phí");
        String task = file.row(2, "1", "Tập huấn", "Hàng quý", "<c><f>SUM(E1)</f></c>");
        Transcript transcript = transcript(file.sheetWith("Ẩn", "state='hidden'", "", "", heading, task));

        assertThat(transcript.annex()).hasSize(1);
        assertThat(transcript.sheets()).containsEntry(1, "Ẩn");
        assertThat(transcript.doubts().stream().map(Doubt::code))
                .contains(Doubt.Code.SHEET_HIDDEN, Doubt.Code.FORMULA_WITHOUT_VALUE);
    }
}
