package vn.cchc.plan.importing.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RowMatchingTest {

    /** A row "order/parent code | title | timing"; parent 0 at the top level, code - where there is none. */
    private static ComparedRow row(int order, int parent, String code, String title, String timing) {
        Map<ComparedColumn, String> cells = new EnumMap<>(ComparedColumn.class);
        if (!"-".equals(code)) {
            cells.put(ComparedColumn.CODE, code);
        }
        cells.put(ComparedColumn.TITLE, title);
        if (timing != null) {
            cells.put(ComparedColumn.TIMING, timing);
        }
        return new ComparedRow(order, parent == 0 ? null : parent, cells);
    }

    private static final List<ComparedRow> PLAN = List.of(
            row(1, 0, "1", "Chỉ đạo điều hành", null),
            row(2, 1, "1.1", "Ban hành kế hoạch", "Trước 30/01"),
            row(3, 1, "1.2", "Báo cáo", "Hàng quý"),
            row(4, 0, "2", "Thể chế", null),
            row(5, 4, "2.1", "Rà soát văn bản", "Tháng 6"),
            row(6, 4, "-", "Báo cáo", "Tháng 12"));

    /** What changed, as "before>after: cells". */
    private static List<String> changes(List<ComparedRow> before, List<ComparedRow> after) {
        return RowMatching.of(before, after).stream()
                .filter(pair -> !pair.changedCells().isEmpty())
                .map(pair -> order(pair.before()) + ">" + order(pair.after()) + ": "
                        + pair.changedCells().stream()
                                .map(RowPair.ChangedCell::column)
                                .toList())
                .toList();
    }

    private static String order(Optional<ComparedRow> row) {
        return row.map(each -> String.valueOf(each.order())).orElse("");
    }

    @Test
    void a_document_is_its_own_without_a_change() {
        assertThat(changes(PLAN, PLAN)).isEmpty();
    }

    @Test
    void a_cell_that_was_written_anew_is_told_with_both_texts() {
        List<ComparedRow> after = new ArrayList<>(PLAN);
        after.set(4, row(5, 4, "2.1", "Rà soát văn bản", "Trước 25/6"));

        assertThat(RowMatching.of(PLAN, after).get(4).changedCells())
                .containsExactly(new RowPair.ChangedCell(
                        ComparedColumn.TIMING, Optional.of("Tháng 6"), Optional.of("Trước 25/6")));
        assertThat(changes(PLAN, after)).containsExactly("5>5: [TIMING]");
    }

    @Test
    void a_row_that_was_inserted_is_one_row_although_others_are_numbered_anew() {
        List<ComparedRow> after = List.of(
                PLAN.get(0),
                row(2, 1, "1.1", "Quyết định phân công", "Tháng 1"),
                row(3, 1, "1.2", "Ban hành kế hoạch", "Trước 30/01"),
                row(4, 1, "1.3", "Báo cáo", "Hàng quý"),
                row(5, 0, "2", "Thể chế", null),
                row(6, 5, "2.1", "Rà soát văn bản", "Tháng 6"),
                row(7, 5, "-", "Báo cáo", "Tháng 12"));

        assertThat(changes(PLAN, after)).containsExactly(">2: [CODE, TITLE, TIMING]", "2>3: [CODE]", "3>4: [CODE]");
    }

    @Test
    void a_row_that_was_removed_stands_at_the_end() {
        List<ComparedRow> after = List.of(
                PLAN.get(0),
                row(2, 1, "1.1", "Báo cáo", "Hàng quý"),
                row(3, 0, "2", "Thể chế", null),
                row(4, 3, "2.1", "Rà soát văn bản", "Tháng 6"),
                row(5, 3, "-", "Báo cáo", "Tháng 12"));

        assertThat(changes(PLAN, after)).containsExactly("3>2: [CODE]", "2>: [CODE, TITLE, TIMING]");
    }

    @Test
    void a_row_with_another_title_is_the_same_by_its_code() {
        List<ComparedRow> after = new ArrayList<>(PLAN);
        after.set(1, row(2, 1, "1.1", "Xây dựng, ban hành kế hoạch năm", "Trước 30/01"));

        assertThat(changes(PLAN, after)).containsExactly("2>2: [TITLE]");
    }

    @Test
    void a_row_without_a_code_and_with_another_title_is_another_row() {
        List<ComparedRow> after = new ArrayList<>(PLAN);
        after.set(5, row(6, 4, "-", "Tổng kết", "Tháng 12"));

        assertThat(changes(PLAN, after)).containsExactly(">6: [TITLE, TIMING]", "6>: [TITLE, TIMING]");
    }

    @Test
    void a_code_that_is_printed_twice_is_told_apart_by_the_title() {
        List<ComparedRow> before = List.of(row(1, 0, "5.1.2", "A", "x"), row(2, 0, "5.1.2", "B", "y"));
        List<ComparedRow> after = List.of(row(1, 0, "5.1.2", "B", "y"), row(2, 0, "5.1.3", "A", "x"));

        assertThat(changes(before, after)).containsExactly("1>2: [CODE]");
    }

    @Test
    void titles_are_the_same_however_they_are_spelled_but_the_change_is_told() {
        List<ComparedRow> after = new ArrayList<>(PLAN);
        after.set(4, row(5, 4, "2.2", "RÀ SOÁT  VĂN BẢN", "Tháng 6"));

        assertThat(changes(PLAN, after)).containsExactly("5>5: [CODE, TITLE]");
    }

    /** Titles and codes of few values, so that many rows are alike. */
    private static List<ComparedRow> document(List<Integer> numbers) {
        return IntStream.range(0, numbers.size())
                .mapToObj(i -> row(
                        i + 1,
                        numbers.get(i) % 3 == 0 ? 0 : Math.max(0, i - numbers.get(i) % 4),
                        numbers.get(i) % 5 == 0 ? "-" : String.valueOf(numbers.get(i) % 7),
                        "Việc " + numbers.get(i) % 6,
                        null))
                .toList();
    }

    @Property
    void every_row_stands_in_one_pair(
            @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> before,
            @ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> after) {
        List<RowPair> pairs = RowMatching.of(document(before), document(after));

        assertThat(pairs.stream().flatMap(pair -> pair.before().stream()).toList())
                .containsExactlyInAnyOrderElementsOf(document(before));
        assertThat(pairs.stream().flatMap(pair -> pair.after().stream()).toList())
                .isEqualTo(document(after));
    }

    @Property
    void a_document_compared_with_itself_has_no_change(@ForAll @Size(max = 40) List<@IntRange(max = 99) Integer> rows) {
        assertThat(changes(document(rows), document(rows))).isEmpty();
    }
}
