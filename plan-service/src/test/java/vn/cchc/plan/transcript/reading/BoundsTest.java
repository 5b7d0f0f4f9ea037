package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.body;
import static vn.cchc.plan.transcript.reading.Documents.doubts;
import static vn.cchc.plan.transcript.reading.Documents.row;
import static vn.cchc.plan.transcript.reading.Documents.table;
import static vn.cchc.plan.transcript.reading.Documents.transcript;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.platform.printed.PrintedDocument.Row;

/** What exceeds the bounds of a plan document is noted, never cut in silence. */
class BoundsTest {

    private static final Row HEADING = row("TT", "Nhiệm vụ", "Chủ trì", "Phối hợp", "Sản phẩm", "Thời gian");

    private static Transcript annex(String... cells) {
        return transcript(table(HEADING, row(cells)));
    }

    @Test
    void cells_that_are_too_long_are_listed() {
        String text = "x".repeat(Printed.CELL + 1);
        Transcript read = annex("1", "Một", text, text, text, text);

        assertThat(read.annex())
                .containsExactly(
                        new PlanDocument.Row(1, null, "1", "Một", null, List.of(), List.of(), null, null, List.of()));
        assertThat(Collections.frequency(doubts(read), Doubt.Code.TEXT_TOO_LONG))
                .isEqualTo(4);
        assertThat(read.untranscribed()).hasSize(4).allSatisfy(each -> {
            assertThat(each.why()).isEqualTo(Untranscribed.Why.TOO_LONG);
            assertThat(each.text()).hasSize(Excerpt.LONGEST);
            assertThat(each.place().order()).isEqualTo(1);
        });
    }

    @Test
    void other_cells_too_long_or_too_many_are_listed() {
        List<String> heading = new ArrayList<>(List.of("Nhiệm vụ", "Chủ trì"));
        List<String> cells = new ArrayList<>(List.of("Một", "A"));
        for (int i = 0; i <= Printed.OTHER_CELLS; i++) {
            heading.add("Đợt " + i);
            cells.add("x" + i);
        }
        heading.add("Ghi chú");
        cells.add("x".repeat(Printed.CELL + 1));
        Transcript read = transcript(table(row(heading.toArray(String[]::new)), row(cells.toArray(String[]::new))));

        assertThat(read.annex().get(0).otherCells()).hasSize(Printed.OTHER_CELLS);
        assertThat(read.untranscribed())
                .extracting(Untranscribed::why)
                .containsExactly(Untranscribed.Why.TOO_MANY, Untranscribed.Why.TOO_LONG);
    }

    @Test
    void a_title_too_long_keeps_its_beginning_and_lists_the_rest() {
        Transcript read = annex("1", "từ ".repeat(400) + "cuối", "", "", "", "");

        assertThat(read.annex().get(0).title())
                .hasSizeLessThanOrEqualTo(Printed.CELL)
                .startsWith("từ từ")
                .endsWith("từ");
        assertThat(read.untranscribed().get(0).text()).endsWith("cuối");
    }

    @Test
    void entries_beyond_the_most_are_listed() {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < 25; i++) {
            units.append("Đơn vị ").append(i).append(';');
        }
        Transcript read = annex("1", "Một", "", units.toString(), "", "");

        assertThat(read.annex().get(0).coordinating()).hasSize(Printed.COORDINATING);
        assertThat(read.untranscribedInAll()).isEqualTo(5);
    }

    @Test
    void rows_beyond_the_most_are_counted_and_the_first_listed() {
        List<Row> rows = new ArrayList<>(List.of(row("TT", "Nhiệm vụ", "Chủ trì")));
        for (int i = 1; i <= Printed.ROWS + 1_000; i++) {
            rows.add(row("" + i % 999, "Nhiệm vụ " + i, "A"));
        }
        Transcript read = transcript(table(rows.toArray(Row[]::new)));

        assertThat(read.annex()).hasSize(Printed.ROWS);
        assertThat(read.untranscribed()).hasSize(Transcript.MOST_NOTES);
        assertThat(read.untranscribedInAll()).isEqualTo(1_000);
        assertThat(read.doubts()).hasSize(Transcript.MOST_NOTES);
    }

    @Test
    void a_merged_cell_is_one_for_all_its_rows() {
        Row first = row("1", "Một", "A; B", "A; B", "A; B", "Quý I; Quý II");
        Row next = row("2", "Hai", "^", "^", "^", "^");
        List<AnnexColumns.Column> columns =
                AnnexColumns.of(table(HEADING, first, next)).orElseThrow().columns();
        Map<ColumnRole, CellText> above = new EnumMap<>(ColumnRole.class);
        PrintedRow one = PrintedRow.of(first, columns, above);
        PrintedRow two = PrintedRow.of(next, columns, above);

        assertThat(List.of(ColumnRole.LEAD, ColumnRole.COORDINATING, ColumnRole.PRODUCTS, ColumnRole.TIMING))
                .allSatisfy(role -> {
                    CellText cell = two.cells().get(role);
                    assertThat(cell).isSameAs(one.cells().get(role));
                    assertThat(cell.entries()).isSameAs(cell.entries());
                    assertThat(cell.clauses()).isSameAs(cell.clauses());
                    assertThat(cell.joined()).isSameAs(cell.joined());
                });
    }

    @Test
    void a_merged_cell_too_long_is_in_doubt_in_each_of_its_rows() {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < 3_200; i++) {
            units.append('x').append(i).append(';');
        }
        String cell = units.toString();
        Transcript read = transcript(
                table(HEADING, row("1", "Một", cell, cell, cell, cell), row("2", "Hai", "^", "^", "^", "^")));

        assertThat(read.annex()).hasSize(2).allSatisfy(each -> {
            assertThat(each.lead()).isNull();
            assertThat(each.coordinating()).hasSize(Printed.COORDINATING);
            assertThat(each.products()).hasSize(20);
            assertThat(each.timing()).isNull();
        });
        assertThat(read.untranscribedInAll()).isEqualTo(2 * (2 + 2 * (CellText.ENTRIES - 20)));
    }

    @Test
    void rows_beyond_the_most_are_listed_with_all_their_cells() {
        List<Row> rows = new ArrayList<>(List.of(row("TT", "Nhiệm vụ", "Chủ trì", "Thời gian")));
        for (int i = 1; i <= Printed.ROWS; i++) {
            rows.add(row("" + i % 999, "Nhiệm vụ " + i, "A", "Quý I"));
        }
        rows.add(row("", "^", "B", ""));
        rows.add(row("1", "Quá", "C", "Quý II"));
        rows.add(row("", "^", "D", ""));
        Transcript read = transcript(table(rows.toArray(Row[]::new)));

        assertThat(read.annex().get(Printed.ROWS - 1).lead()).isEqualTo("A; B");
        assertThat(Documents.untranscribed(read))
                .containsExactly("TOO_MANY Nhiệm vụ 1 | Quá | C | Quý II", "TOO_MANY Nhiệm vụ D");
    }

    @Test
    void a_title_is_not_cut_within_a_character() {
        String title = annex("1", "x" + "\uD840\uDC00".repeat(600), "", "", "", "")
                .annex()
                .get(0)
                .title();

        assertThat(title).isEqualTo("x" + "\uD840\uDC00".repeat(499));
    }

    @Test
    void a_long_merged_code_is_no_total() {
        String code = "Tổng cộng " + "x".repeat(Printed.CELL);
        Transcript read = transcript(table(
                row("TT", "Nhiệm vụ", "Chủ trì", "Kinh phí (đồng)"),
                row("1", "Một", "A", "1.000.000"),
                row(code, "Hai", "A", "1.000.000"),
                row("^", "", "B", "2.000.000"),
                row("2", "Ba", "A", "1.000.000")));

        assertThat(read.head().statedTotal()).isNull();
        assertThat(Documents.untranscribed(read)).contains("NO_TASK Chủ trì B", "NO_TASK Kinh phí (đồng) 2.000.000");
    }

    @Test
    void paragraphs_beyond_the_most_are_listed() {
        String[] lines = new String[102];
        lines[0] = "I. MỤC TIÊU";
        for (int i = 1; i < lines.length; i++) {
            lines[i] = "- Mục tiêu " + i + ".";
        }
        Transcript read = body(lines);

        assertThat(read.body().objectives()).hasSize(100);
        assertThat(read.untranscribedInAll()).isEqualTo(1);
        assertThat(body("I. MỤC TIÊU", "x".repeat(Printed.LONG + 1)).body().objectives())
                .isEmpty();
    }
}
