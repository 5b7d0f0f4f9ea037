package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cchc.plan.transcript.reading.Documents.cell;
import static vn.cchc.plan.transcript.reading.Documents.doubts;
import static vn.cchc.plan.transcript.reading.Documents.goesOn;
import static vn.cchc.plan.transcript.reading.Documents.line;
import static vn.cchc.plan.transcript.reading.Documents.row;
import static vn.cchc.plan.transcript.reading.Documents.table;
import static vn.cchc.plan.transcript.reading.Documents.transcript;
import static vn.cchc.plan.transcript.reading.Documents.tree;
import static vn.cchc.plan.transcript.reading.Documents.untranscribed;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.platform.printed.PrintedDocument.Row;

/** Columns by their headings. */
class AnnexColumnsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kết quả thực hiện đến 31/12",
                "Kết quả thực hiện năm 2025",
                "Kết quả đạt được 6 tháng",
                "Kết quả lũy kế"
            })
    void results_reached_so_far_are_no_products(String heading) {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", heading, "Sản phẩm"), row("1", "Một", "A", "Đạt 80%", "Báo cáo")));

        assertThat(read.annex().get(0).products()).containsExactly("Báo cáo");
        assertThat(read.annex().get(0).otherCells())
                .extracting("heading", "text")
                .containsExactly(tuple(heading, "Đạt 80%"));
        assertThat(transcript(table(row("TT", "Nhiệm vụ", "Chủ trì", heading), row("1", "Một", "A", "Đạt 80%")))
                        .annex()
                        .get(0)
                        .products())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Kết quả, sản phẩm năm 2026", "Kết quả cần đạt năm 2026", "Kết quả thực hiện"})
    void results_promised_for_a_year_are_products(String heading) {
        Transcript read = transcript(table(row("TT", "Nhiệm vụ", "Chủ trì", heading), row("1", "Một", "A", "Báo cáo")));

        assertThat(read.annex().get(0).products()).containsExactly("Báo cáo");
    }

    @Test
    void a_note_within_the_table_is_no_task() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Thời gian"),
                row("1", "Một", "A", "Quý I"),
                row(cell(0, 4, "Ghi chú: kinh phí do ngân sách xã cấp")),
                row("", "Lưu ý: nộp đúng hạn", "", ""),
                row("2", "Ghi chú sổ theo dõi", "B", "Quý II"),
                row("3", "Lưu ý người dân về thời hạn: dán thông báo", "", "")));

        assertThat(tree(read))
                .containsExactly(
                        "1 1 Một", "2 2 Ghi chú sổ theo dõi", "3 3 Lưu ý người dân về thời hạn: dán thông báo");
        assertThat(untranscribed(read))
                .containsExactly(
                        "NO_TASK null Ghi chú: kinh phí do ngân sách xã cấp", "NO_TASK null Lưu ý: nộp đúng hạn");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TT|CODE",
                "STT|CODE",
                "Số TT|CODE",
                "Nhiệm vụ cụ thể|TITLE",
                "Nội dung công việc|TITLE",
                "Hoạt động|TITLE",
                "Tên nhiệm vụ|TITLE",
                "Nội dung thực hiện|TITLE",
                "Bộ phận chủ trì tham mưu|LEAD",
                "Cơ quan thực hiện|LEAD",
                "Người phụ trách|LEAD",
                "Đơn vị chủ trì|LEAD",
                "Cơ quan, đơn vị chịu trách nhiệm|LEAD",
                "Chủ trì, phối hợp|LEAD",
                "Bộ phận phối hợp triển khai thực hiện|COORDINATING",
                "Phối hợp|COORDINATING",
                "Sản phẩm kiểm chứng|PRODUCTS",
                "Kết quả|PRODUCTS",
                "Sản phẩm dự kiến|PRODUCTS",
                "Đầu ra|PRODUCTS",
                "Thời gian thực hiện|TIMING",
                "Tiến độ|TIMING",
                "Thời hạn hoàn thành|TIMING",
                "Kinh phí thực hiện|AMOUNT",
                "Dự toán (triệu đồng)|AMOUNT",
                "Kinh phí (ĐVT: triệu đồng)|AMOUNT",
                "Kinh phí (đơn vị tính: nghìn đồng)|AMOUNT",
                "Kinh phí và nguồn kinh phí|AMOUNT",
                "Kinh phí hỗ trợ|AMOUNT",
                "Tổng kinh phí (nguồn ngân sách xã)|AMOUNT",
                "Thời điểm hoàn thành|TIMING",
                "Thời gian, địa điểm|TIMING",
                "Tiến độ thực hiện nhiệm vụ|TIMING",
                "Kết quả (chỉ tiêu)|PRODUCTS",
                "Đơn vị thực hiện, phối hợp|LEAD",
                "Cơ quan phối hợp thực hiện|COORDINATING",
                "Lãnh đạo phụ trách|LEAD",
                "Mục tiêu, nhiệm vụ|TITLE",
                "Nội dung chi tiết|TITLE",
                "Nội dung tổ chức thực hiện|TITLE",
                "Việc cần làm|TITLE",
                "Lĩnh vực|AREA",
                "Số thứ tự|CODE",
                "Mã số nhiệm vụ|CODE",
                "Chỉ tiêu, nhiệm vụ|TITLE",
                "Chỉ tiêu/Nhiệm vụ|TITLE",
                "Mục tiêu, chỉ tiêu, nhiệm vụ cụ thể|TITLE",
                "Nhiệm vụ, chỉ tiêu|TITLE",
                "Nhiệm vụ và giải pháp|TITLE",
                "Nội dung|TITLE",
                "Danh mục nội dung|TITLE",
                "Nội dung, nhiệm vụ|TITLE",
                "Nội dung và công việc|TITLE",
                "Lĩnh vực/Nhiệm vụ|TITLE",
                "Lĩnh vực, nội dung công việc|TITLE",
                "Chương trình, đề án, nhiệm vụ|TITLE",
                "Đầu việc|TITLE",
                "Các nhiệm vụ trọng tâm|TITLE",
                "Công việc|TITLE",
                "Đơn vị thực hiện|LEAD",
                "Đơn vị|LEAD",
                "Cơ quan, đơn vị|LEAD",
                "Đơn vị đầu mối|LEAD",
                "Phân công|LEAD",
                "Phân công thực hiện|LEAD",
                "Phân công trách nhiệm|LEAD",
                "Trách nhiệm thực hiện|LEAD",
                "Đầu mối|LEAD",
                "Các ngành thực hiện|LEAD",
                "Phòng, ban thực hiện|LEAD",
                "Cán bộ phụ trách|LEAD",
                "Đơn vị thực hiện, đơn vị liên quan|LEAD",
                "Cơ quan liên quan|COORDINATING",
                "Đơn vị tham gia|COORDINATING",
                "Đơn vị tham gia thực hiện|COORDINATING",
                "Cơ quan phối hợp|COORDINATING",
                "Sản phẩm|PRODUCTS",
                "Tài liệu kiểm chứng|PRODUCTS",
                "Minh chứng|PRODUCTS",
                "Sản phẩm hoàn thành|PRODUCTS",
                "Hạn|TIMING",
                "Hạn hoàn thành|TIMING",
                "Hạn cuối|TIMING",
                "Hạn chót|TIMING",
                "Hạn báo cáo|TIMING",
                "Thời hạn|TIMING",
                "Mốc thời gian|TIMING",
                "Mốc hoàn thành|TIMING",
                "Năm hoàn thành|TIMING",
                "Hoàn thành trước ngày|TIMING",
                "Thời gian|TIMING",
                "Kinh phí (triệu đồng)|AMOUNT",
                "Kinh phí dự kiến|AMOUNT",
                "Dự trù kinh phí|AMOUNT",
                "Ngân sách|AMOUNT",
                "Ngân sách (triệu đồng)|AMOUNT",
                "Chi phí dự kiến (đồng)|AMOUNT",
                "Tổng ngân sách|AMOUNT",
                "Hạn nộp báo cáo|TIMING",
                "Phải hoàn thành trước ngày|TIMING",
                "Sản phẩm, thời gian hoàn thành|PRODUCTS",
                "Nhiệm vụ, kết quả cần đạt|TITLE",
                "Nội dung công việc, sản phẩm|TITLE",
                "Đơn vị được giao nhiệm vụ|LEAD",
                "Giao đơn vị|LEAD",
                "Cơ quan thực hiện, thời gian|TIMING",
                "Mức chi|AMOUNT",
                "Lĩnh vực hoạt động|AREA",
                "Nhóm nhiệm vụ|AREA"
            })
    void a_heading_names_a_role(String heading, ColumnRole role) {
        assertThat(ColumnRole.named(Words.of(heading)).map(ColumnRole.Named::role))
                .contains(role);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ghi chú",
                "Lực lượng hỗ trợ",
                "Đối tượng",
                "Số lượng",
                "Nguồn kinh phí",
                "Đơn vị tính",
                "2026",
                "Tình hình thực hiện nhiệm vụ",
                "Nội dung chi (đồng)",
                "Kết luận về nhiệm vụ",
                "Tên đơn vị",
                "Tự chấm điểm kết quả",
                "Chỉ tiêu",
                "Chỉ tiêu năm 2026",
                "Chỉ tiêu nhiệm vụ 2026",
                "Nội dung chỉ tiêu",
                "Hạn chế",
                "Tồn tại, hạn chế",
                "Hồ sơ quá hạn giải quyết",
                "Đơn vị nhận",
                "Cơ quan ban hành",
                "Đơn vị giám sát",
                "Nguồn vốn",
                "Ngân sách xã",
                "Nội dung chi phí",
                "Kinh phí đã giải ngân",
                "Kinh phí quyết toán",
                "Phân công theo dõi",
                "Đầu mối theo dõi",
                "Tỷ lệ hoàn thành trước hạn (%)",
                "Tỷ lệ hoàn thành đúng tiến độ",
                "Số nhiệm vụ hoàn thành trước hạn",
                "Hoàn thành trước hạn",
                "Đơn vị/Người kiểm chứng",
                "Cơ quan nhận sản phẩm",
                "Nơi nhận kết quả",
                "Đơn vị theo dõi tiến độ",
                "Cơ quan cấp kinh phí",
                "Cơ quan giao nhiệm vụ",
                "Kinh phí còn thiếu",
                "Kinh phí đã bố trí",
                "Kinh phí còn lại",
                "Kinh phí đã phân bổ",
                "Chương trình"
            })
    void a_heading_of_another_kind_names_none(String heading) {
        assertThat(ColumnRole.named(Words.of(heading))).isEmpty();
    }

    @Test
    void columns_stand_in_any_order() {
        Transcript read = transcript(table(
                row("Thời hạn", "Cơ quan thực hiện", "Nội dung công việc", "STT", "Kết quả"),
                row("Quý I", "Tư pháp", "Rà soát văn bản", "1", "- Kế hoạch;\n- Báo cáo")));

        assertThat(read.annex())
                .containsExactly(new PlanDocument.Row(
                        1,
                        null,
                        "1",
                        "Rà soát văn bản",
                        "Tư pháp",
                        List.of(),
                        List.of("Kế hoạch", "Báo cáo"),
                        "Quý I",
                        null,
                        List.of()));
    }

    @Test
    void a_heading_of_two_rows_has_merged_cells_and_numbers() {
        Transcript read = transcript(table(
                row(cell(0, 1, "TT"), cell(1, 1, "Nhiệm vụ"), cell(2, 2, "Phân công"), cell(4, 1, "Tiến độ")),
                row(goesOn(0), goesOn(1), cell(2, 1, "Chủ trì"), cell(3, 1, "Phối hợp"), goesOn(4)),
                row("(1)", "(2)", "(3)", "(4)", "(5)"),
                row("1", "Rà soát", "Tư pháp", "Văn phòng\nCông an", "Quý I")));

        assertThat(read.annex()).hasSize(1);
        assertThat(read.annex().get(0).lead()).isEqualTo("Tư pháp");
        assertThat(read.annex().get(0).coordinating()).containsExactly("Văn phòng", "Công an");
    }

    @Test
    void a_repeated_heading_is_no_row_and_a_broken_table_goes_on() {
        Transcript read = transcript(
                table(
                        row("TT", "Nhiệm vụ", "Chủ trì"),
                        row("1", "Một", "A"),
                        row("TT", "Nhiệm vụ", "Chủ trì"),
                        row("2", "Hai", "B")),
                line("2"),
                table(row("3", "Ba", "C"), row("4", "Bốn", "D")));

        assertThat(tree(read)).containsExactly("1 1 Một", "2 2 Hai", "3 3 Ba", "4 4 Bốn");
        assertThat(doubts(read)).contains(Doubt.Code.TABLE_CONTINUED);
    }

    @Test
    void several_annexes_are_read_in_order() {
        Transcript read = transcript(
                table(row("TT", "Nhiệm vụ", "Chủ trì"), row("1", "Một", "A")),
                line("PHỤ LỤC II"),
                table(row("STT", "Hoạt động", "Thời gian"), row("1", "Hai", "Quý I")));

        assertThat(tree(read)).containsExactly("1 1 Một", "2 1 Hai");
        assertThat(read.annex().get(1).timing()).isEqualTo("Quý I");
    }

    @Test
    void cells_of_other_columns_are_kept_with_their_row() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Ghi chú", ""),
                row("1", "Một", "A", "", ""),
                row("2", "Hai", "B", "Theo mẫu\nđã ban hành", "x")));

        assertThat(otherCells(read, 0)).isEmpty();
        assertThat(otherCells(read, 1)).containsExactly("Ghi chú: Theo mẫu; đã ban hành", "null: x");
        assertThat(read.untranscribed()).isEmpty();
    }

    @Test
    void a_column_of_a_group_is_named_with_it() {
        Transcript read = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 1, "Chủ trì"), cell(2, 3, "Chỉ tiêu")),
                row(goesOn(0), goesOn(1), cell(2, 1, "2026"), cell(3, 1, "2030"), cell(4, 1, "2045")),
                row("Một", "A", "60%", "", "100%")));

        assertThat(otherCells(read, 0)).containsExactly("Chỉ tiêu – 2026: 60%", "Chỉ tiêu – 2045: 100%");
    }

    @Test
    void other_cells_of_a_task_over_several_rows_are_one_by_column() {
        Transcript read = transcript(table(
                row("Nhiệm vụ", "Chủ trì", "Ghi chú", "Số lượng"),
                row("Một", "A", "Theo mẫu", "02"),
                row("^", "B", "Gửi bản giấy", "")));

        assertThat(read.annex()).hasSize(1);
        assertThat(otherCells(read, 0)).containsExactly("Ghi chú: Theo mẫu; Gửi bản giấy", "Số lượng: 02");
    }

    @Test
    void a_second_cell_beneath_one_column_is_listed_with_its_row() {
        Transcript read = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Chủ trì")),
                row(cell(0, 1, "Một"), cell(1, 1, "A"), cell(2, 1, "B"))));

        assertThat(read.annex().get(0).lead()).isEqualTo("A");
        assertThat(untranscribed(read)).containsExactly("NO_COLUMN Chủ trì B");
        assertThat(read.untranscribed().get(0).place()).isEqualTo(new Place(1, 2, "Chủ trì", 1, CellColumn.LEAD));
    }

    private static List<String> otherCells(Transcript read, int row) {
        return read.annex().get(row).otherCells().stream()
                .map(cell -> cell.heading() + ": " + cell.text())
                .toList();
    }

    @Test
    void a_table_that_names_no_tasks_is_listed() {
        Transcript read = transcript(table(row("Họ tên", "Chức vụ"), row("Nguyễn Văn A", "Công chức")));

        assertThat(read.annex()).isEmpty();
        assertThat(untranscribed(read))
                .containsExactly("NO_ANNEX null Họ tên | Chức vụ", "NO_ANNEX null Nguyễn Văn A | Công chức");
        assertThat(doubts(read)).contains(Doubt.Code.ANNEX_MISSING);
    }

    @Test
    void merged_cells_hold_for_each_row_except_money() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Thời gian", "Kinh phí (đồng)"),
                row("1", "Một", "A", "Quý I", "5.000.000"),
                row("2", "Hai", "^", "^", "^"),
                row("3", "Ba", "B", "^", "")));

        assertThat(read.annex()).extracting(PlanDocument.Row::lead).containsExactly("A", "A", "B");
        assertThat(read.annex()).extracting(PlanDocument.Row::timing).containsExactly("Quý I", "Quý I", "Quý I");
        assertThat(read.annex()).extracting(PlanDocument.Row::amount).containsExactly(5_000_000L, null, null);
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_SHARED);
    }

    @Test
    void a_task_over_several_rows_is_one() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Sản phẩm", "Thời gian"),
                row("1", "Kiểm tra", "Kế hoạch", "Quý I"),
                row("^", "^", "Báo cáo", "Quý II")));

        assertThat(tree(read)).containsExactly("1 1 Kiểm tra");
        assertThat(read.annex().get(0).products()).containsExactly("Kế hoạch", "Báo cáo");
        assertThat(read.annex().get(0).timing()).isEqualTo("Quý I; Quý II");
        assertThat(doubts(read)).contains(Doubt.Code.ROWS_JOINED);
    }

    @Test
    void the_unit_of_money_stands_above_the_table_or_in_a_caption() {
        Transcript above = transcript(
                line("Đơn vị tính: triệu đồng"), table(row("TT", "Nhiệm vụ", "Kinh phí"), row("1", "Một", "12,9")));
        Transcript caption = transcript(
                table(row(cell(0, 3, "(ĐVT: nghìn đồng)")), row("TT", "Nhiệm vụ", "Kinh phí"), row("1", "Một", "500")));

        assertThat(above.annex().get(0).amount()).isEqualTo(12_900_000);
        assertThat(untranscribed(above)).isEmpty();
        assertThat(caption.annex().get(0).amount()).isEqualTo(500_000);
    }

    @Test
    void totals_are_of_the_plan_and_no_tasks() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Kinh phí (đồng)"),
                row("1", "Một", "A", "5.000.000"),
                row(cell(0, 3, "Tổng cộng"), cell(3, 1, "5.000.000"))));

        assertThat(tree(read)).containsExactly("1 1 Một");
        assertThat(read.head().statedTotal()).isEqualTo(5_000_000);
    }

    @Test
    void of_several_columns_of_money_the_total_is_transcribed() {
        Transcript total = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Kinh phí (triệu đồng)"), cell(3, 1, "Chủ trì")),
                row(goesOn(0), cell(1, 1, "Tổng số"), cell(2, 1, "Cấp xã"), goesOn(3)),
                row("Một", "12", "10", "A")));
        Transcript parts = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Kinh phí (triệu đồng)"), cell(3, 1, "Chủ trì")),
                row(goesOn(0), cell(1, 1, "Cấp tỉnh"), cell(2, 1, "Cấp xã"), goesOn(3)),
                row("Một", "12", "10", "A")));

        assertThat(total.annex().get(0).amount()).isEqualTo(12_000_000);
        assertThat(otherCells(total, 0)).containsExactly("Kinh phí (triệu đồng) – Cấp xã: 10");
        assertThat(parts.annex().get(0).amount()).isNull();
        assertThat(doubts(parts)).contains(Doubt.Code.AMOUNT_COLUMNS);
        assertThat(otherCells(parts, 0)).hasSize(2);
    }

    /** A row that Word repeats on each page. */
    private static Row flagged(Row row) {
        return new Row(true, row.cells());
    }

    @Test
    void tasks_marked_to_repeat_on_each_page_are_no_heading() {
        Transcript read = transcript(table(
                flagged(row(cell(0, 1, "TT"), cell(1, 1, "Nhiệm vụ"), cell(2, 2, "Phân công"))),
                flagged(row(cell(0, 1, ""), cell(1, 1, ""), cell(2, 1, "Chủ trì"), cell(3, 1, "Phối hợp"))),
                flagged(row("1", "Một", "A", "B")),
                flagged(row("2", "Hai", "A", "B"))));

        assertThat(tree(read)).containsExactly("1 1 Một", "2 2 Hai");
        assertThat(read.annex().get(0).lead()).isEqualTo("A");
    }

    @Test
    void the_first_row_of_a_heading_repeated_alone_is_no_task() {
        Transcript read = transcript(table(
                row(cell(0, 1, "TT"), cell(1, 1, "Nhiệm vụ"), cell(2, 2, "Phân công")),
                row(goesOn(0), goesOn(1), cell(2, 1, "Chủ trì"), cell(3, 1, "Phối hợp")),
                row("1", "Một", "A", "B"),
                row(cell(0, 1, "TT"), cell(1, 1, "Nhiệm vụ"), cell(2, 2, "Phân công")),
                row("2", "Hai", "A", "B")));

        assertThat(tree(read)).containsExactly("1 1 Một", "2 2 Hai");
    }

    @Test
    void a_task_in_the_words_of_a_heading_is_a_task() {
        Transcript read = transcript(table(
                row("Nhiệm vụ", "Đơn vị thực hiện", "Kết quả", "Thời gian"),
                row("Hoạt động tuyên truyền", "Đơn vị được giao", "Báo cáo kết quả", ""),
                row("Hai", "A", "B", "Quý I")));

        assertThat(tree(read)).containsExactly("1 Hoạt động tuyên truyền", "2 Hai");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Tình hình thực hiện nhiệm vụ", "Nội dung chi (đồng)"})
    void a_column_about_tasks_is_not_theirs(String about) {
        Transcript read =
                transcript(table(row("TT", "Nội dung", "Chủ trì", about), row("1", "Rà soát", "Tư pháp", "Đang làm")));

        assertThat(tree(read)).containsExactly("1 1 Rà soát");
        assertThat(otherCells(read, 0)).containsExactly(about + ": Đang làm");
    }

    @Test
    void several_columns_that_name_tasks_are_in_doubt() {
        Transcript read =
                transcript(table(row("Nội dung", "Nhiệm vụ", "Chủ trì"), row("Thể chế", "Rà soát", "Tư pháp")));

        assertThat(tree(read)).containsExactly("1 Thể chế", "2<1 Rà soát");
        assertThat(doubts(read)).contains(Doubt.Code.COLUMNS_UNCLEAR);
        assertThat(read.doubts().get(0).text()).isEqualTo("Nội dung; Nhiệm vụ");
    }

    @Test
    void of_equal_columns_none_is_transcribed() {
        Transcript spans = transcript(table(
                row("Nhiệm vụ", "Chủ trì", "Thời gian bắt đầu", "Thời gian kết thúc"),
                row("Một", "A", "3/2026", "5/2026")));
        Transcript units = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Đơn vị thực hiện"), cell(3, 2, "Sản phẩm")),
                row(goesOn(0), cell(1, 1, "Tư pháp"), cell(2, 1, "Nội vụ"), cell(3, 1, "2021"), cell(4, 1, "2022")),
                row("Một", "x", "", "Kế hoạch", "Báo cáo")));

        assertThat(spans.annex().get(0).timing()).isNull();
        assertThat(otherCells(spans, 0)).containsExactly("Thời gian bắt đầu: 3/2026", "Thời gian kết thúc: 5/2026");
        assertThat(doubts(spans)).contains(Doubt.Code.COLUMNS_UNCLEAR);
        assertThat(units.annex().get(0).lead()).isNull();
        assertThat(units.annex().get(0).products()).isEmpty();
        assertThat(otherCells(units, 0)).hasSize(3);
        assertThat(doubts(units)).filteredOn(Doubt.Code.COLUMNS_UNCLEAR::equals).hasSize(2);
    }

    @Test
    void a_unit_leads_rather_than_a_person() {
        Transcript read = transcript(table(
                row("Nhiệm vụ", "Lãnh đạo phụ trách", "Đơn vị thực hiện"), row("Một", "Phó Chủ tịch", "Tư pháp")));

        assertThat(read.annex().get(0).lead()).isEqualTo("Tư pháp");
        assertThat(otherCells(read, 0)).containsExactly("Lãnh đạo phụ trách: Phó Chủ tịch");
        assertThat(doubts(read)).contains(Doubt.Code.COLUMNS_UNCLEAR);
    }

    @Test
    void those_who_do_and_take_part_in_one_column_are_in_doubt() {
        Transcript read = transcript(table(row("Nhiệm vụ", "Đơn vị thực hiện, phối hợp"), row("Một", "Tư pháp")));

        assertThat(read.annex().get(0).coordinating()).isEmpty();
        assertThat(doubts(read)).contains(Doubt.Code.COMBINED_COLUMN);
    }

    @Test
    void of_two_columns_beneath_the_heading_of_tasks_the_first_groups_them() {
        Transcript read = transcript(table(
                row(cell(0, 1, "TT"), cell(1, 2, "Nội dung công việc"), cell(3, 1, "Chủ trì")),
                row("1", "Thể chế", "Rà soát", "A"),
                row("2", "^", "Kiểm tra", "B")));
        Transcript coded = transcript(table(
                row(cell(0, 2, "Nội dung công việc"), cell(2, 1, "Chủ trì")),
                row("1", "Rà soát", "A"),
                row("2", "Kiểm tra", "B")));

        assertThat(tree(read)).containsExactly("1 Thể chế", "2<1 1 Rà soát", "3<1 2 Kiểm tra");
        assertThat(doubts(read)).contains(Doubt.Code.COLUMNS_UNCLEAR);
        assertThat(tree(coded)).noneMatch(row -> row.contains("<"));
    }

    @Test
    void targets_and_tasks_in_one_column_with_their_deadline_are_an_annex() {
        Transcript read = transcript(table(
                row("TT", "Chỉ tiêu, nhiệm vụ", "Phân công", "Hạn", "Kinh phí (triệu đồng)"),
                row("1", "100% hồ sơ được số hóa", "Văn phòng", "30/6", "12,9")));

        assertThat(read.annex())
                .containsExactly(new PlanDocument.Row(
                        1,
                        null,
                        "1",
                        "100% hồ sơ được số hóa",
                        "Văn phòng",
                        List.of(),
                        List.of(),
                        "30/6",
                        12_900_000L,
                        "12,9 (triệu đồng)",
                        List.of()));
        assertThat(doubts(read))
                .doesNotContain(Doubt.Code.COLUMNS_UNCLEAR, Doubt.Code.COMBINED_COLUMN, Doubt.Code.ANNEX_MISSING);
    }

    @Test
    void areas_and_tasks_in_one_column_before_the_tasks_group_them() {
        Transcript read = transcript(
                table(row("Lĩnh vực, nhiệm vụ", "Nhiệm vụ cụ thể", "Chủ trì"), row("Thể chế", "Rà soát", "Tư pháp")));

        assertThat(tree(read)).containsExactly("1 Thể chế", "2<1 Rà soát");
    }

    @Test
    void a_person_or_unit_beneath_what_is_assigned_leads_and_the_doubt_is_told() {
        Transcript read = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Phân công"), cell(3, 1, "Hạn cuối")),
                row(goesOn(0), cell(1, 1, "Đơn vị"), cell(2, 1, "Cá nhân"), goesOn(3)),
                row("Một", "Tư pháp", "Nguyễn Văn A", "Quý I")));

        assertThat(read.annex().get(0).lead()).isEqualTo("Tư pháp");
        assertThat(read.annex().get(0).timing()).isEqualTo("Quý I");
        assertThat(otherCells(read, 0)).containsExactly("Phân công – Cá nhân: Nguyễn Văn A");
        assertThat(doubts(read)).contains(Doubt.Code.COLUMNS_UNCLEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hạn báo cáo", "Hạn nộp", "Hạn gửi", "Hạn trình", "Thời hạn nộp báo cáo"})
    void the_day_of_a_report_is_not_the_time_of_a_task(String heading) {
        Transcript read = transcript(
                table(row("Nhiệm vụ", "Chủ trì", "Thời gian thực hiện", heading), row("Một", "A", "Quý I", "Ngày 15")));
        Transcript alone = transcript(table(row("Nhiệm vụ", "Chủ trì", heading), row("Một", "A", "Ngày 15")));

        assertThat(read.annex().get(0).timing()).isEqualTo("Quý I");
        assertThat(otherCells(read, 0)).containsExactly(heading + ": Ngày 15");
        assertThat(alone.annex().get(0).timing()).isEqualTo("Ngày 15");
    }

    @Test
    void the_source_of_money_beneath_it_is_no_money() {
        Transcript source = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Kinh phí (triệu đồng)"), cell(3, 1, "Chủ trì")),
                row(goesOn(0), cell(1, 1, "Số tiền"), cell(2, 1, "Nguồn kinh phí"), goesOn(3)),
                row("Một", "12", "Ngân sách xã", "A")));
        Transcript prices = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 3, "Kinh phí (triệu đồng)"), cell(4, 1, "Chủ trì")),
                row(goesOn(0), cell(1, 1, "Mức chi"), cell(2, 1, "Đơn giá"), cell(3, 1, "Thành tiền"), goesOn(4)),
                row("Một", "2", "3", "12", "A")));
        Transcript granted = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Kinh phí (triệu đồng)"), cell(3, 1, "Chủ trì")),
                row(goesOn(0), cell(1, 1, "Dự toán"), cell(2, 1, "Đã bố trí"), goesOn(3)),
                row("Một", "12", "10", "A")));

        assertThat(source.annex().get(0).amount()).isEqualTo(12_000_000);
        assertThat(prices.annex().get(0).amount()).isEqualTo(12_000_000);
        assertThat(granted.annex().get(0).amount()).isEqualTo(12_000_000);
    }

    @Test
    void a_unit_beside_quantities_does_not_lead() {
        Transcript read = transcript(
                table(row("Nhiệm vụ", "Đơn vị", "Số lượng", "Bộ phận thực hiện"), row("Một", "cuộc", "2", "Tư pháp")));
        Transcript beneath = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Phân công"), cell(3, 1, "Số lượng")),
                row(goesOn(0), cell(1, 1, "Đơn vị"), cell(2, 1, "Cá nhân"), goesOn(3)),
                row("Một", "Tư pháp", "Nguyễn Văn A", "2")));

        assertThat(read.annex().get(0).lead()).isEqualTo("Tư pháp");
        assertThat(beneath.annex().get(0).lead()).isEqualTo("Tư pháp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sản phẩm, thời gian hoàn thành", "Sản phẩm/Hạn", "Sản phẩm và tiến độ"})
    void two_things_in_one_column_are_in_doubt(String heading) {
        Transcript read = transcript(table(row("Nhiệm vụ", "Chủ trì", heading), row("Một", "A", "Báo cáo, Quý I")));

        assertThat(read.doubts())
                .filteredOn(doubt -> doubt.code() == Doubt.Code.COMBINED_COLUMN)
                .extracting(Doubt::text)
                .containsExactly(heading);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sản phẩm, kết quả", "Thời gian, tiến độ thực hiện", "Cơ quan, đơn vị phối hợp"})
    void one_thing_in_two_words_is_not_in_doubt(String heading) {
        Transcript read = transcript(table(row("Nhiệm vụ", "Chủ trì", heading), row("Một", "A", "Báo cáo")));

        assertThat(doubts(read)).doesNotContain(Doubt.Code.COMBINED_COLUMN);
    }

    @Test
    void parts_of_the_money_are_not_taken_for_all_of_it() {
        Transcript read = transcript(table(
                row(cell(0, 1, "Nhiệm vụ"), cell(1, 2, "Kinh phí (triệu đồng)"), cell(3, 1, "Chủ trì")),
                row(goesOn(0), cell(1, 1, "Ngân sách"), cell(2, 1, "Xã hội hóa"), goesOn(3)),
                row("Một", "12", "10", "A")));

        assertThat(read.annex().get(0).amount()).isNull();
        assertThat(otherCells(read, 0)).hasSize(2);
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_COLUMNS);
    }
}
