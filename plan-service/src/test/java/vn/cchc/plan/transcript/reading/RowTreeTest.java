package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.cell;
import static vn.cchc.plan.transcript.reading.Documents.doubts;
import static vn.cchc.plan.transcript.reading.Documents.row;
import static vn.cchc.plan.transcript.reading.Documents.table;
import static vn.cchc.plan.transcript.reading.Documents.transcript;
import static vn.cchc.plan.transcript.reading.Documents.tree;
import static vn.cchc.plan.transcript.reading.Documents.untranscribed;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Row;

/** The tree of rows by schemes of codes. */
class RowTreeTest {

    /** Each row "code|title|lead". */
    private static Transcript coded(String... rows) {
        List<Row> all = new ArrayList<>();
        all.add(row("TT", "Nhiệm vụ", "Chủ trì"));
        for (String each : rows) {
            String[] cells = each.split("\\|", -1);
            all.add(row(cells));
        }
        return transcript(table(all.toArray(Row[]::new)));
    }

    private static Transcript uncoded(Row... rows) {
        List<Row> all = new ArrayList<>(List.of(row("Nhiệm vụ", "Chủ trì", "Thời gian")));
        all.addAll(List.of(rows));
        return transcript(table(all.toArray(Row[]::new)));
    }

    /** Titles of the rows whose place in the tree is in doubt. */
    private static List<String> inDoubt(Transcript transcript) {
        return transcript.doubts().stream()
                .filter(doubt -> doubt.code() == Doubt.Code.ROW_PLACE)
                .map(Doubt::text)
                .toList();
    }

    @Test
    void numbers_nest_by_their_parts() {
        assertThat(tree(coded(
                        "1|A|",
                        "1.1.|B|",
                        "1.1.1|C|x",
                        "|D|x",
                        "1.2|E|",
                        "|F|x",
                        "|G|x",
                        "2|H|",
                        "2,2,1|I|x",
                        "2.2.2|J|x")))
                .containsExactly(
                        "1 1 A",
                        "2<1 1.1 B",
                        "3<2 1.1.1 C",
                        "4<2 D",
                        "5<1 1.2 E",
                        "6<5 F",
                        "7<5 G",
                        "8 2 H",
                        "9<8 2,2,1 I",
                        "10<8 2.2.2 J");
    }

    @Test
    void roman_numbers_numbers_letters_and_dashes_nest_in_their_order() {
        assertThat(tree(coded("I|A|", "1|B|", "a)|C|x", "-|D|x", "+|E|x", "b)|F|x", "2|G|x", "II|H|", "1|I|x")))
                .containsExactly(
                        "1 I A", "2<1 1 B", "3<2 a) C", "4<3 D", "5<4 E", "6<2 b) F", "7<1 2 G", "8 II H", "9<8 1 I");
    }

    @Test
    void composed_codes_nest() {
        assertThat(tree(coded("I|A|", "I.1|B|", "I.1.a|C|x", "I.1.b|D|x", "I.2|E|x", "II|F|")))
                .containsExactly("1 I A", "2<1 I.1 B", "3<2 I.1.a C", "4<2 I.1.b D", "5<1 I.2 E", "6 II F");
    }

    @Test
    void capitals_go_on_behind_h() {
        assertThat(tree(coded("A|1|", "1|x|x", "H|2|", "I|3|", "1|y|y")))
                .containsExactly("1 A 1", "2<1 1 x", "3 H 2", "4 I 3", "5<4 1 y");
    }

    @Test
    void bracketed_numbers_are_of_their_own() {
        assertThat(tree(coded("a)|A|", "1)|B|x", "2)|C|x", "b)|D|")))
                .containsExactly("1 a) A", "2<1 1) B", "3<1 2) C", "4 b) D");
    }

    @Test
    void a_flat_annex_has_no_tree() {
        assertThat(tree(coded("1|A|x", "2|B|x", "3|C|x"))).containsExactly("1 1 A", "2 2 B", "3 3 C");
        assertThat(tree(uncoded(row("A", "x", "y"), row("B", "x", "y")))).containsExactly("1 A", "2 B");
    }

    @Test
    void a_long_flat_annex_has_no_tree() {
        assertThat(tree(coded("999|A|x", "1000|B|x", "1001|C|x"))).containsExactly("1 999 A", "2 1000 B", "3 1001 C");
    }

    @Test
    void a_merged_row_heads_those_beneath() {
        Transcript read = coded("1|A|x", "2|B|x");
        assertThat(tree(read)).hasSize(2);

        Row first = row(new Cell[] {cell(0, 3, "Lĩnh vực cải cách thể chế")});
        Row second = row(new Cell[] {cell(0, 3, "B. CẢI CÁCH TTHC")});
        assertThat(tree(transcript(
                        table(row("TT", "Nhiệm vụ", "Chủ trì"), first, row("1", "A", "x"), row("2", "B", "x")))))
                .containsExactly("1 Lĩnh vực cải cách thể chế", "2<1 1 A", "3<1 2 B");
        assertThat(tree(transcript(table(row("TT", "Nhiệm vụ", "Chủ trì"), second, row("1", "A", "x")))))
                .containsExactly("1 B CẢI CÁCH TTHC", "2<1 1 A");
    }

    @Test
    void codes_stand_in_front_of_titles_where_no_column_has_them() {
        assertThat(tree(uncoded(
                        row("1. Cải cách", "", ""),
                        row("1.1. Ban hành kế hoạch", "x", "y"),
                        row("- Báo cáo", "x", "y"),
                        row("100% hồ sơ", "x", "y"))))
                .containsExactly("1 1 Cải cách", "2<1 1.1 Ban hành kế hoạch", "3<2 Báo cáo", "4<2 100% hồ sơ");
    }

    @Test
    void an_area_column_heads_its_tasks() {
        Transcript read = transcript(table(
                row("STT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì"),
                row("1", "Thể chế", "A", "x"),
                row("2", "^", "B", "x"),
                row("3", "TTHC", "C", "x"),
                row("4", "TTHC", "D", "x")));

        assertThat(tree(read)).containsExactly("1 Thể chế", "2<1 1 A", "3<1 2 B", "4 TTHC", "5<4 3 C", "6<4 4 D");
    }

    @Test
    void a_code_merged_with_the_area_is_the_areas() {
        Transcript read = transcript(table(
                row("STT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì"),
                row("I", "Thể chế", "A", "x"),
                row("^", "^", "B", "x"),
                row("II", "TTHC", "C", "x"),
                row("^", "^", "D", "x")));

        assertThat(tree(read)).containsExactly("1 I Thể chế", "2<1 A", "3<1 B", "4 II TTHC", "5<4 C", "6<4 D");
    }

    @Test
    void a_number_stands_beneath_the_row_whose_code_it_begins_with() {
        Transcript read = coded("1|A|", "1.1|B|x", "2.1|C|x", "2.2|D|x", "3|E|", "3.2|F|", "4.1.1|G|x");

        assertThat(tree(read))
                .containsExactly("1 1 A", "2<1 1.1 B", "3 2.1 C", "4 2.2 D", "5 3 E", "6<5 3.2 F", "7 4.1.1 G");
        assertThat(inDoubt(read)).containsExactly("C", "G");
        assertThat(inDoubt(coded("I|A|", "1.1|B|x", "1.2|C|x", "II|D|", "2.1|E|x")))
                .isEmpty();
    }

    @Test
    void a_kind_that_does_not_begin_with_its_first_value_is_in_doubt() {
        Transcript bracketed = coded("1|A|", "2)|B|x", "3|C|x");
        assertThat(tree(bracketed)).containsExactly("1 1 A", "2 2) B", "3 3 C");
        assertThat(inDoubt(bracketed)).containsExactly("B");

        Transcript roman = coded("1|A|", "2|B|x", "II|C|", "1|D|x", "III|E|");
        assertThat(tree(roman)).containsExactly("1 1 A", "2 2 B", "3 II C", "4<3 1 D", "5 III E");
        assertThat(inDoubt(roman)).containsExactly("C");

        Transcript letters = coded("1|A|", "a)|B|x", "b)|C|x", "2|D|", "c)|E|x");
        assertThat(tree(letters)).containsExactly("1 1 A", "2<1 a) B", "3<1 b) C", "4 2 D", "5<4 c) E");
        assertThat(inDoubt(letters)).isEmpty();
    }

    @Test
    void numbers_may_go_on_from_the_section_before() {
        Transcript read = coded("I|A|", "1|B|x", "2|C|x", "II|D|", "3|E|x", "III|F|", "7|G|x");

        assertThat(tree(read)).contains("5<4 3 E", "7<6 7 G");
        assertThat(inDoubt(read)).containsExactly("G");
    }

    @Test
    void a_row_without_a_code_stands_beside_one_that_was_raised() {
        Transcript read =
                coded("A|1|", "I|2|", "1|3|", "1.1|4|", "1.1.1|5|", "a)|6|", "1)|7|", "-|8|", "+|9|x", "|10|x");

        assertThat(tree(read)).endsWith("9<7 9", "10<7 10");
    }

    @Test
    void areas_with_merged_codes_stand_at_one_level() {
        Transcript read = transcript(table(
                row("STT", "Lĩnh vực", "Nhiệm vụ", "Chủ trì"),
                row("1", "Thể chế", "A", "x"),
                row("^", "^", "B", "x"),
                row("2", "Thủ tục", "C", "x"),
                row("3", "Bộ máy", "D", "x"),
                row("^", "^", "E", "x")));

        assertThat(tree(read))
                .containsExactly(
                        "1 1 Thể chế", "2<1 A", "3<1 B", "4 2 Thủ tục", "5<4 C", "6 3 Bộ máy", "7<6 D", "8<6 E");
    }

    @Test
    void a_title_alone_heads_the_coded_rows_behind_it() {
        Transcript read = coded("|Cải cách thể chế|", "1|A|x", "2|B|x", "|Cải cách thủ tục|", "1|C|x", "|D|x");

        assertThat(tree(read))
                .containsExactly("1 Cải cách thể chế", "2<1 1 A", "3<1 2 B", "4 Cải cách thủ tục", "5<4 1 C", "6<4 D");
        assertThat(inDoubt(read)).isEmpty();

        Transcript goingOn = coded("1|A|x", "|Cải cách thủ tục|", "2|B|x");
        assertThat(tree(goingOn)).containsExactly("1 1 A", "2 Cải cách thủ tục", "3<2 2 B");
        assertThat(inDoubt(goingOn)).containsExactly("Cải cách thủ tục");
    }

    @Test
    void the_code_of_a_row_that_is_joined_with_the_one_above_is_listed() {
        Transcript read = transcript(table(row("TT", "Nhiệm vụ", "Chủ trì"), row("1", "A", "x"), row("2", "^", "y")));

        assertThat(tree(read)).containsExactly("1 1 A");
        assertThat(untranscribed(read)).containsExactly("NO_TASK TT 2");
    }

    @Test
    void rows_deeper_than_an_import_takes_are_raised() {
        Transcript read = coded("A|1|", "I|2|", "1|3|", "1.1|4|", "1.1.1|5|", "a)|6|", "1)|7|", "-|8|", "+|9|x");

        assertThat(tree(read)).last().isEqualTo("9<7 9");
        assertThat(doubts(read)).contains(Doubt.Code.ROW_TOO_DEEP);
    }
}
