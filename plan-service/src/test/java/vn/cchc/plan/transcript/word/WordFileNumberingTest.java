package vn.cchc.plan.transcript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.word.Docx.cell;
import static vn.cchc.plan.transcript.word.Docx.r;
import static vn.cchc.plan.transcript.word.Docx.row;
import static vn.cchc.plan.transcript.word.Docx.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Table;

/** The automatic numbers of paragraphs, as Word prints them. */
class WordFileNumberingTest {

    private static final String OUTLINE = definition(
            1, level(0, 1, "upperRoman", "%1."), level(1, 1, "decimal", "%1.%2."), level(2, 1, "lowerLetter", "%3)"));

    @TempDir
    private Path folder;

    private static String definition(int id, String... levels) {
        return "<w:abstractNum w:abstractNumId='" + id + "'>" + String.join("", levels) + "</w:abstractNum>";
    }

    private static String level(int level, int start, String format, String text, String... more) {
        return "<w:lvl w:ilvl='" + level + "'><w:start w:val='" + start + "'/><w:numFmt w:val='" + format + "'/>"
                + String.join("", more) + "<w:lvlText w:val='" + text + "'/></w:lvl>";
    }

    private static String list(int id, int definition, String... overrides) {
        return "<w:num w:numId='" + id + "'><w:abstractNumId w:val='" + definition + "'/>" + String.join("", overrides)
                + "</w:num>";
    }

    private static String from(int level, int start) {
        return "<w:lvlOverride w:ilvl='" + level + "'><w:startOverride w:val='" + start + "'/></w:lvlOverride>";
    }

    private static String in(int list, int level) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='" + level + "'/><w:numId w:val='" + list + "'/></w:numPr></w:pPr>"
                + r("x") + "</w:p>";
    }

    private static String styled(String style) {
        return "<w:p><w:pPr><w:pStyle w:val='" + style + "'/></w:pPr>" + r("x") + "</w:p>";
    }

    private static String style(String id, String basis, String list) {
        return "<w:style w:type='paragraph' w:styleId='" + id + "'><w:basedOn w:val='" + basis + "'/><w:pPr>" + list
                + "</w:pPr></w:style>";
    }

    private static String numbered(int list) {
        return "<w:numPr><w:numId w:val='" + list + "'/></w:numPr>";
    }

    private List<String> numbers(Docx file) {
        List<String> numbers = new ArrayList<>();
        DocumentFile.read(file.write(folder)).blocks().stream()
                .flatMap(block -> block instanceof Table table ? paragraphs(table) : Stream.of((Paragraph) block))
                .forEach(paragraph -> numbers.add(Objects.toString(paragraph.number(), "none")));
        return numbers;
    }

    private static Stream<Paragraph> paragraphs(Table table) {
        return table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(Cell::paragraphs)
                .flatMap(List::stream);
    }

    private List<String> numbers(String numbering, String... paragraphs) {
        return numbers(Docx.of(String.join("", paragraphs)).numbering(numbering));
    }

    @Test
    void levels_count_within_the_level_above_them() {
        assertThat(numbers(
                        OUTLINE + list(1, 1),
                        in(1, 0),
                        in(1, 1),
                        in(1, 1),
                        in(1, 2),
                        in(1, 2),
                        in(1, 1),
                        in(1, 2),
                        in(1, 0),
                        in(1, 1)))
                .containsExactly("I.", "I.1.", "I.2.", "a)", "b)", "I.3.", "a)", "II.", "II.1.");
    }

    @Test
    void a_level_that_is_passed_over_has_begun() {
        assertThat(numbers(OUTLINE + list(1, 1), in(1, 1), in(1, 1), in(1, 0), in(1, 2)))
                .containsExactly("I.1.", "I.2.", "II.", "a)");
    }

    @Test
    void a_level_of_bullets_has_no_number_in_those_below_it() {
        assertThat(numbers(
                        definition(
                                        1,
                                        level(0, 1, "bullet", "-"),
                                        level(1, 1, "decimal", "%1%2."),
                                        level(2, 1, "decimal", "%1.%2.%3"))
                                + list(1, 1),
                        in(1, 1)))
                .containsExactly("1.");
    }

    @ParameterizedTest
    @CsvSource({
        "decimal, 7, 7",
        "decimalZero, 7, 07",
        "decimalZero, 12, 12",
        "upperRoman, 1994, MCMXCIV",
        "lowerRoman, 4, iv",
        "upperLetter, 26, Z",
        "lowerLetter, 28, bb",
        "lowerLetter, 781, a",
        "ordinal, 3, 3",
        "upperRoman, 0, 0"
    })
    void numbers_are_written_in_their_format(String format, int start, String number) {
        assertThat(numbers(definition(1, level(0, start, format, "%1")) + list(1, 1), in(1, 0)))
                .containsExactly(number);
    }

    @ParameterizedTest
    @CsvSource({"\uF0B7, •", "\uF02D, -", "–, -", "-, -", "+, +", "o, o", "\uF0A7, •", "\uF0D8, •", "*, *"})
    void bullets_are_characters(String printed, String bullet) {
        assertThat(numbers(definition(1, level(0, 1, "bullet", printed)) + list(1, 1), in(1, 0), in(1, 0)))
                .containsExactly(bullet, bullet);
    }

    @Test
    void a_level_without_number_prints_its_text_only() {
        assertThat(numbers(
                        definition(1, level(0, 1, "none", "Phụ lục %1"), level(1, 1, "none", "")) + list(1, 1),
                        in(1, 0),
                        in(1, 1)))
                .containsExactly("Phụ lục", "none");
    }

    @Test
    void a_legal_level_prints_decimals() {
        assertThat(numbers(
                        definition(1, level(0, 1, "upperRoman", "%1."), level(1, 1, "decimal", "%1.%2.", "<w:isLgl/>"))
                                + list(1, 1),
                        in(1, 0),
                        in(1, 0),
                        in(1, 1)))
                .containsExactly("I.", "II.", "2.1.");
    }

    @Test
    void a_level_begins_again_where_it_says() {
        String never = "<w:lvlRestart w:val='0'/>";
        String afterFirst = "<w:lvlRestart w:val='1'/>";
        assertThat(numbers(
                        definition(
                                        1,
                                        level(0, 1, "decimal", "%1."),
                                        level(1, 1, "decimal", "%2)", never),
                                        level(2, 1, "lowerLetter", "%3)", afterFirst))
                                + list(1, 1),
                        in(1, 0),
                        in(1, 1),
                        in(1, 2),
                        in(1, 1),
                        in(1, 2),
                        in(1, 0),
                        in(1, 1),
                        in(1, 2)))
                .containsExactly("1.", "1)", "a)", "2)", "b)", "2.", "3)", "a)");
    }

    @Test
    void lists_of_one_definition_count_on_unless_they_say_where_to_begin() {
        assertThat(numbers(
                        OUTLINE + list(1, 1) + list(2, 1) + list(3, 1, from(0, 1)),
                        in(1, 0),
                        in(2, 0),
                        in(3, 0),
                        in(3, 0),
                        in(1, 0)))
                .containsExactly("I.", "II.", "I.", "II.", "III.");
    }

    @Test
    void a_list_may_state_levels_of_its_own() {
        assertThat(numbers(
                        OUTLINE
                                + list(
                                        1,
                                        1,
                                        "<w:lvlOverride w:ilvl='0'>" + level(0, 5, "decimal", "Mục %1")
                                                + "</w:lvlOverride>"),
                        in(1, 0)))
                .containsExactly("Mục 5");
    }

    @Test
    void a_style_gives_its_paragraphs_their_list_and_level() {
        String linked = "<w:pStyle w:val='Muc'/>";
        Docx file = Docx.of(styled("Phan") + styled("Muc") + styled("Con") + in(0, 0)
                        + "<w:p><w:pPr><w:pStyle w:val='Phan'/><w:numPr><w:numId w:val='0'/></w:numPr></w:pPr>" + r("x")
                        + "</w:p>" + styled("Phan"))
                .styles(style("Phan", "Normal", numbered(1))
                        + style("Muc", "Normal", numbered(1))
                        + style("Con", "Muc", ""))
                .numbering(definition(1, level(0, 1, "decimal", "%1."), level(1, 1, "decimal", "%1.%2.", linked))
                        + list(1, 1));
        assertThat(numbers(file)).containsExactly("1.", "1.1.", "1.2.", "none", "none", "2.");
    }

    @Test
    void a_style_may_state_a_level_of_the_list_of_its_basis() {
        Docx file = Docx.of(styled("Phan") + styled("Muc") + styled("Con"))
                .styles(style("Phan", "Normal", numbered(1))
                        + style("Muc", "Phan", "<w:numPr><w:ilvl w:val='1'/></w:numPr>")
                        + style("Con", "Muc", ""))
                .numbering(definition(
                                1,
                                level(0, 1, "decimal", "%1.", "<w:pStyle w:val='Phan'/>"),
                                level(1, 1, "decimal", "%1.%2."))
                        + list(1, 1));
        assertThat(numbers(file)).containsExactly("1.", "1.1.", "1.2.");
    }

    @Test
    void a_definition_may_refer_to_a_style_of_lists() {
        Docx file = Docx.of(in(1, 0) + in(2, 0))
                .styles("<w:style w:type='numbering' w:styleId='DanhSach'><w:pPr>" + numbered(2) + "</w:pPr></w:style>")
                .numbering(definition(1, "<w:numStyleLink w:val='DanhSach'/>")
                        + definition(2, "<w:styleLink w:val='DanhSach'/>", level(0, 1, "decimal", "%1."))
                        + list(1, 1)
                        + list(2, 2));
        assertThat(numbers(file)).containsExactly("1.", "2.");
    }

    @Test
    void paragraphs_in_tables_count_and_an_empty_one_has_its_number() {
        String empty = "<w:tc><w:p><w:pPr>" + numbered(1) + "</w:pPr></w:p></w:tc>";
        Docx file = Docx.of(table(row(empty, cell("", "a")), row(empty, cell("", "b"))) + in(1, 0))
                .numbering(definition(1, level(0, 1, "decimal", "%1")) + list(1, 1));
        assertThat(numbers(file)).containsExactly("1", "none", "2", "none", "3");
    }

    @Test
    void deleted_paragraphs_do_not_count() {
        String deleted =
                "<w:p><w:pPr>" + numbered(1) + "<w:rPr><w:del/></w:rPr></w:pPr><w:del>" + r("x") + "</w:del></w:p>";
        Docx file = Docx.of(in(1, 0)
                        + deleted
                        + table(row("<w:trPr><w:del/></w:trPr>", "<w:tc>" + in(1, 0) + "</w:tc>"))
                        + in(1, 0))
                .numbering(definition(1, level(0, 1, "decimal", "%1")) + list(1, 1));
        assertThat(numbers(file)).containsExactly("1", "2");
    }

    @Test
    void circles_of_styles_and_of_definitions_end() {
        Docx file = Docx.of(styled("A") + in(1, 0))
                .styles(style("A", "B", "") + style("B", "A", "")
                        + "<w:style w:type='numbering' w:styleId='Vong'><w:pPr>" + numbered(1) + "</w:pPr></w:style>")
                .numbering(definition(1, "<w:numStyleLink w:val='Vong'/>") + list(1, 1));
        assertThat(numbers(file)).containsExactly("none", "none");
    }

    @ParameterizedTest
    @CsvSource({"upperRoman", "lowerLetter", "upperLetter", "decimal"})
    void a_number_has_at_most_forty_characters_for_each_level(String format) {
        for (int start : new int[] {NumberFormat.MOST, 3888, 780, Integer.MAX_VALUE, -1}) {
            List<String> numbers =
                    numbers(definition(1, level(0, start, format, "%1")) + list(1, 1), in(1, 0), in(1, 0), in(1, 8));
            assertThat(numbers).allSatisfy(number -> assertThat(number).hasSizeLessThanOrEqualTo(48));
        }
    }

    @Test
    void numbers_that_are_none_leave_a_list_that_can_be_read() {
        String wild = "99999999999999999999";
        assertThat(numbers(
                        definition(1, level(0, 1, "decimal", "%1."))
                                        .replace("w:start w:val='1'", "w:start w:val='" + wild + "'")
                                + "<w:abstractNum w:abstractNumId='2'><w:lvl w:ilvl='" + wild
                                + "'/><w:lvl w:ilvl='-1'/>"
                                + "<w:lvl/></w:abstractNum>"
                                + list(1, 1, "<w:lvlOverride w:ilvl='9'><w:startOverride w:val='x'/></w:lvlOverride>"),
                        in(1, 0),
                        in(1, 0),
                        in(7, 0),
                        in(1, 0).replace("w:ilvl w:val='0'", "w:ilvl w:val='" + wild + "'")))
                .containsExactly("32767.", "32767.", "none", "none");
    }

    @Test
    void the_text_of_a_level_is_shortened() {
        String long1 = "x".repeat(500_000);
        assertThat(numbers(definition(1, level(0, 1, "decimal", long1)) + list(1, 1), in(1, 0))
                        .get(0))
                .hasSize(ListLevel.LONGEST_TEXT);
        String nine = "%1".repeat(30);
        assertThat(numbers(definition(1, level(0, 3888, "upperRoman", nine)) + list(1, 1), in(1, 0))
                        .get(0))
                .hasSizeLessThanOrEqualTo(30 * 40);
    }
}
