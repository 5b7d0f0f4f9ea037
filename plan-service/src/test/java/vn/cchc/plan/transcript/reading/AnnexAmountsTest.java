package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.doubts;
import static vn.cchc.plan.transcript.reading.Documents.line;
import static vn.cchc.plan.transcript.reading.Documents.row;
import static vn.cchc.plan.transcript.reading.Documents.table;
import static vn.cchc.plan.transcript.reading.Documents.transcript;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Table;

/** Amounts of the annex by the unit that is named near them. */
class AnnexAmountsTest {

    private static Table annex(String heading, String... amounts) {
        List<Row> rows = new ArrayList<>(List.of(row("TT", "Nhiệm vụ", "Chủ trì", heading)));
        for (String amount : amounts) {
            rows.add(row("" + rows.size(), "Một", "A", amount));
        }
        return table(rows.toArray(Row[]::new));
    }

    private static List<Long> amounts(Transcript read) {
        return read.annex().stream().map(PlanDocument.Row::amount).toList();
    }

    @Test
    void figures_on_two_lines_of_a_cell_are_in_doubt() {
        Transcript read = transcript(annex(
                "Kinh phí (đồng)", "500\n000", "12.900.000\nđồng", "500.000\n(năm trăm nghìn)", "1.500\n000.000"));

        assertThat(amounts(read)).containsExactly(null, 12_900_000L, null, null);
        assertThat(doubts(read).stream().filter(Doubt.Code.AMOUNT_AMBIGUOUS::equals))
                .hasSize(2);
        assertThat(read.untranscribed()).extracting(Untranscribed::text).contains("500 | 000", "1.500 | 000.000");
    }

    @Test
    void one_cell_in_dong_puts_the_cells_of_thousands_in_doubt() {
        Transcript read = transcript(annex("Kinh phí (nghìn đồng)", "3960000", "500.000", "500"));

        assertThat(amounts(read)).containsExactly(null, null, 500_000L);
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_AMBIGUOUS);
    }

    @Test
    void the_unit_may_stand_anywhere_in_a_line_above_the_table() {
        Transcript read = transcript(
                line("Phụ lục: Dự toán kinh phí (ĐVT: nghìn đồng)"), annex("Kinh phí", "1.250.000", "50.000"));
        Transcript brackets = transcript(line("Dự toán (triệu đồng)"), annex("Kinh phí", "12,9"));

        assertThat(read.annex().get(0).amount()).isNull();
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_AMBIGUOUS);
        assertThat(amounts(brackets)).containsExactly(12_900_000L);
        assertThat(brackets.untranscribed()).extracting(Untranscribed::text).containsExactly("Dự toán (triệu đồng)");
    }

    @Test
    void no_amount_is_in_dong_untold_where_another_unit_is_named_elsewhere() {
        Transcript beneath =
                transcript(annex("Kinh phí", "1.250.000", "500.000"), line("Ghi chú: kinh phí tính bằng nghìn đồng"));
        Transcript first =
                transcript(annex("Kinh phí nghìn đồng", "12.000"), line("Phụ lục II"), annex("Kinh phí", "1.200.000"));

        assertThat(amounts(beneath)).containsExactly(null, null);
        assertThat(doubts(beneath)).contains(Doubt.Code.AMOUNT_AMBIGUOUS);
        assertThat(amounts(first)).containsExactly(12_000_000L, null);
    }

    @Test
    void a_unit_holds_for_the_next_table_only() {
        Transcript read = transcript(
                line("Đơn vị tính: nghìn đồng"),
                table(row("Nguồn", "Số tiền"), row("Ngân sách", "500")),
                line("Phụ lục"),
                annex("Kinh phí", "500.000"));

        assertThat(amounts(read)).containsExactly((Long) null);
        assertThat(read.untranscribed()).extracting(Untranscribed::text).contains("Đơn vị tính: nghìn đồng");
    }

    @Test
    void a_unit_far_above_the_table_is_in_doubt() {
        Transcript read = transcript(
                line("Kinh phí tính bằng nghìn đồng"),
                line("Một"),
                line("Hai"),
                line("Ba"),
                line("Bốn"),
                line("Năm"),
                annex("Kinh phí", "500.000"));

        assertThat(amounts(read)).containsExactly((Long) null);
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_AMBIGUOUS);
    }

    @Test
    void lines_that_name_different_units_are_in_doubt() {
        Transcript read =
                transcript(line("Dự toán (nghìn đồng)"), line("Đơn vị tính: triệu đồng"), annex("Kinh phí", "12"));

        assertThat(amounts(read)).containsExactly((Long) null);
    }

    @Test
    void a_line_and_a_heading_that_name_different_units_are_in_doubt() {
        Transcript read = transcript(line("Đơn vị tính: triệu đồng"), annex("Kinh phí (đồng)", "500.000"));
        Transcript same = transcript(line("Đơn vị tính: đồng"), annex("Kinh phí (đồng)", "500.000"));

        assertThat(amounts(read)).containsExactly((Long) null);
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_AMBIGUOUS);
        assertThat(amounts(same)).containsExactly(500_000L);
    }

    private static Row total(String amount) {
        return row("", "Tổng cộng", "", amount);
    }

    private static Table annexWithTotal(String total, String... amounts) {
        List<Row> rows = new ArrayList<>(annex("Kinh phí", amounts).rows());
        rows.add(total(total));
        return table(rows.toArray(Row[]::new));
    }

    @Test
    void one_cell_in_dong_tells_nothing_of_a_column_without_a_unit() {
        Transcript read = transcript(annex("Kinh phí", "1.200.000", "12.900", "720.000"));

        assertThat(amounts(read)).containsExactly(null, null, null);
        assertThat(doubts(read).stream().filter(Doubt.Code.AMOUNT_WITHOUT_UNIT::equals))
                .hasSize(3);
        assertThat(read.untranscribed()).extracting(Untranscribed::text).contains("1.200.000", "12.900", "720.000");
    }

    @Test
    void figures_that_may_be_thousands_are_in_doubt_however_round_they_are() {
        assertThat(amounts(transcript(annex("Kinh phí", "1.200.000", "500.000", "3.960.000"))))
                .containsExactly(null, null, null);
        assertThat(amounts(transcript(annexWithTotal("5.660.000", "1.200.000", "500.000", "3.960.000"))))
                .containsExactly(null, null, null);
    }

    @Test
    void a_column_printed_in_full_is_in_dong() {
        Transcript read = transcript(annexWithTotal("14.900.000", "12.900.000", "1.500.000", "500.000"));

        assertThat(amounts(read)).containsExactly(12_900_000L, 1_500_000L, 500_000L);
        assertThat(doubts(read))
                .filteredOn(Doubt.Code.AMOUNT_ASSUMED_DONG::equals)
                .hasSize(1);
    }

    @Test
    void a_single_amount_is_no_column_printed_in_full() {
        assertThat(amounts(transcript(annex("Kinh phí", "12.900.000")))).containsExactly((Long) null);
        assertThat(amounts(transcript(annex("Kinh phí", "12.900.000", "", "0"))))
                .containsExactly(null, null, 0L);
    }

    @Test
    void a_column_beside_another_one_in_thousands_is_not_taken_to_be_in_dong() {
        Transcript read = transcript(
                annex("Kinh phí (nghìn đồng)", "12.000"),
                line("Phụ lục II"),
                annex("Kinh phí", "12.900.000", "1.500.000"));

        assertThat(amounts(read)).containsExactly(12_000_000L, null, null);
    }

    @Test
    void a_heading_does_not_count_beside_the_amounts_beneath_it() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Kinh phí"),
                row("I", "CẢI CÁCH THỂ CHẾ", "", "6.000.000"),
                row("1", "Một", "A", "4.000.000"),
                row("2", "Hai", "A", "2.000.000")));

        assertThat(amounts(read)).containsExactly(null, null, null);
        assertThat(doubts(read)).doesNotContain(Doubt.Code.AMOUNT_ASSUMED_DONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12.900",
                "12,9",
                "500",
                "99.000",
                "150.500.123",
                "12,9 triệu",
                "5.000.000 đồng",
                "≤ 500.000",
                "2 x 500.000"
            })
    void one_cell_of_another_size_or_kind_puts_a_column_in_full_in_doubt(String cell) {
        Transcript read = transcript(annex("Kinh phí", "12.900.000", cell, "18.000.000"));

        assertThat(amounts(read).get(0)).isNull();
        assertThat(amounts(read).get(2)).isNull();
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_WITHOUT_UNIT);
    }

    @Test
    void a_total_of_another_size_puts_a_column_in_full_in_doubt() {
        assertThat(amounts(transcript(annexWithTotal("13.500.000.000 đồng", "12.900.000", "500.000"))))
                .containsExactly(null, null);
        assertThat(amounts(transcript(annexWithTotal("13.500.000 đồng", "12.900.000", "500.000"))))
                .containsExactly(12_900_000L, 500_000L);
    }

    @Test
    void cells_that_name_their_unit_are_read_beside_cells_in_doubt() {
        Transcript read = transcript(annex("Kinh phí", "5.000.000 đồng", "12,9 triệu", "500.000", "0"));

        assertThat(amounts(read)).containsExactly(5_000_000L, 12_900_000L, null, 0L);
        assertThat(doubts(read)).contains(Doubt.Code.AMOUNT_WITHOUT_UNIT);
    }

    @Test
    void a_total_that_names_its_unit_tells_that_of_the_amounts_which_sum_to_it() {
        Transcript dong = transcript(annexWithTotal("1.700.000 đồng", "1.200.000", "500.000"));
        Transcript thousands = transcript(annexWithTotal("1.700.000.000 đ", "1.200.000", "500.000"));
        Transcript millions = transcript(annexWithTotal("13,4 triệu đồng", "12,9", "0,5"));
        Transcript mixed = transcript(annexWithTotal("13.400.000 đồng", "12,9 triệu", "500.000"));

        assertThat(amounts(dong)).containsExactly(1_200_000L, 500_000L);
        assertThat(dong.head().statedTotal()).isEqualTo(1_700_000);
        assertThat(dong.untranscribed()).isEmpty();
        // A number of nghìn from a million on is taken for đồng by mistake, so that nothing sums to the total.
        assertThat(amounts(thousands)).containsExactly(null, null);
        assertThat(amounts(millions)).containsExactly(12_900_000L, 500_000L);
        assertThat(amounts(mixed)).containsExactly(12_900_000L, 500_000L);
    }

    @Test
    void a_total_to_which_the_amounts_do_not_sum_tells_nothing() {
        Transcript off = transcript(annexWithTotal("1.710.000 đồng", "1.200.000", "500.000"));
        Transcript mixed = transcript(annexWithTotal("1.212.900 đồng", "1.200.000", "12,9"));

        assertThat(amounts(off)).containsExactly(null, null);
        assertThat(off.head().statedTotal()).isEqualTo(1_710_000);
        assertThat(doubts(off)).contains(Doubt.Code.AMOUNT_WITHOUT_UNIT);
        assertThat(amounts(mixed)).containsExactly(null, null);
    }

    @Test
    void amounts_of_headings_are_summed_apart_from_those_beneath_them() {
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Kinh phí"),
                row("I", "CẢI CÁCH THỂ CHẾ", "", "900"),
                row("1", "Một", "A", "400"),
                row("2", "Hai", "A", "500"),
                row("II", "CẢI CÁCH THỦ TỤC", "", "200"),
                row("1", "Ba", "A", "200"),
                total("1.100.000 đồng")));

        assertThat(amounts(read)).containsExactly(900_000L, 400_000L, 500_000L, 200_000L, 200_000L);
    }
}
