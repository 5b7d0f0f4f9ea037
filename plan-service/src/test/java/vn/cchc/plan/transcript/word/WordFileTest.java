package vn.cchc.plan.transcript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.word.Docx.cell;
import static vn.cchc.plan.transcript.word.Docx.p;
import static vn.cchc.plan.transcript.word.Docx.r;
import static vn.cchc.plan.transcript.word.Docx.row;
import static vn.cchc.plan.transcript.word.Docx.table;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Omission;
import vn.cchc.platform.printed.PrintedDocument.Omission.Kind;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Table;

/** What is read of paragraphs and tables, and what is listed as not read. */
class WordFileTest {

    private static final String TEXT_BOX =
            "<mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>" + p("Trong khung")
                    + "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>"
                    + "<w:txbxContent>" + p("Trong khung") + "</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
                    + "</mc:AlternateContent>";

    @TempDir
    private Path folder;

    private PrintedDocument read(Docx file) {
        return DocumentFile.read(file.write(folder));
    }

    private PrintedDocument read(String body) {
        return read(Docx.of(body));
    }

    private List<String> texts(String body) {
        return read(body).blocks().stream()
                .map(block -> ((Paragraph) block).text())
                .toList();
    }

    private Table onlyTable(String body) {
        return (Table) read(body).blocks().get(0);
    }

    private static Cell of(int column, int span, boolean continued, String... texts) {
        return new Cell(
                column,
                span,
                continued,
                List.of(texts).stream().map(text -> new Paragraph(null, text)).toList());
    }

    @Test
    void paragraphs_are_in_printed_order_and_empty_ones_are_left_out() {
        assertThat(texts(p("Kế hoạch") + p(" ") + "<w:p/>" + p("Điều 1"))).containsExactly("Kế hoạch", "Điều 1");
    }

    @Test
    void text_is_composed_and_breaks_are_blanks() {
        assertThat(texts("<w:p><w:r><w:t>Ke\u0302\u0301</w:t><w:tab/><w:t>hoa\u0323ch</w:t><w:br/><w:t>năm</w:t><w:cr/>"
                        + "<w:t>2026</w:t><w:noBreakHyphen/><w:t>20</w:t><w:softHyphen/><w:t>30</w:t></w:r></w:p>"))
                .containsExactly("Kế hoạch năm 2026-2030");
    }

    @Test
    void blanks_at_the_ends_of_a_text_count_where_it_keeps_them() {
        assertThat(texts("<w:p><w:r><w:t>quý </w:t></w:r><w:r><w:t>I</w:t></w:r>" + r(" năm") + "</w:p>"))
                .containsExactly("quýI năm");
    }

    @ParameterizedTest
    @CsvSource({
        "<w:ins>, </w:ins>",
        "<w:moveTo>, </w:moveTo>",
        "<w:hyperlink>, </w:hyperlink>",
        "<w:smartTag><w:smartTagPr/>, </w:smartTag>",
        "<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>, </w:sdtContent></w:sdt>",
        "<w:customXml>, </w:customXml>",
        "<w:fldSimple w:instr='PAGE'>, </w:fldSimple>",
        "<future:mark>, </future:mark>"
    })
    void text_within_other_elements_is_shown(String start, String end) {
        PrintedDocument read = read("<w:p>" + start + r("Ủy ban") + end + "</w:p>");
        assertThat(read).isEqualTo(new PrintedDocument(List.of(new Paragraph(null, "Ủy ban")), List.of(), 0));
    }

    @Test
    void of_a_field_the_result_is_shown_even_within_another_field() {
        assertThat(texts("<w:p>" + mark("begin") + instruction("IF ") + mark("begin") + instruction("PAGE")
                        + mark("separate") + mark("end") + mark("separate") + r("12") + mark("end") + r(" trang")
                        + "</w:p>"))
                .containsExactly("12 trang");
    }

    @Test
    void a_field_without_end_does_not_hide_what_follows() {
        assertThat(texts("<w:p>" + mark("begin") + instruction("TOC") + "</w:p>" + p("Điều 1")))
                .containsExactly("Điều 1");
    }

    private static String mark(String type) {
        return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>";
    }

    private static String instruction(String text) {
        return "<w:r><w:instrText>" + text + "</w:instrText></w:r>";
    }

    @Test
    void symbols_of_fonts_become_characters_and_unknown_ones_are_listed() {
        PrintedDocument read = read("<w:p><w:r><w:sym w:font='Symbol' w:char='F0B3'/><w:t> 5 </w:t></w:r>"
                + "<w:r><w:rPr><w:rFonts w:ascii='Wingdings'/></w:rPr><w:t>\uF0FC</w:t></w:r>"
                + "<w:r><w:sym w:font='Webdings' w:char='f041'/></w:r></w:p>");
        assertThat(read.blocks()).containsExactly(new Paragraph(null, "≥5✓"));
        assertThat(read.omissions()).containsExactly(new Omission(Kind.UNKNOWN, "Webdings F041", 0));
    }

    @Test
    void deleted_text_is_listed_once_for_a_place() {
        PrintedDocument read = read(
                p("Trước") + "<w:p>" + r("a") + "<w:del><w:r><w:delText xml:space='preserve'>Hạn </w:delText></w:r>"
                        + "</w:del><w:moveFrom>" + r("cũ") + "</w:moveFrom>" + r("b") + "</w:p>");
        assertThat(read.blocks()).containsExactly(new Paragraph(null, "Trước"), new Paragraph(null, "ab"));
        assertThat(read.omissions()).containsExactly(new Omission(Kind.DELETED_TEXT, "Hạn cũ", 1));
    }

    @Test
    void a_paragraph_whose_mark_is_deleted_is_continued_by_the_next_one() {
        String deleted = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>";
        assertThat(texts("<w:p>" + deleted + r("Hằng ") + "</w:p>" + p("quý") + "<w:p>" + deleted + r("cuối")
                        + "</w:p>"))
                .containsExactly("Hằng quý", "cuối");
    }

    @Test
    void hidden_text_is_listed_whether_the_run_or_its_styles_hide_it() {
        PrintedDocument read = read(Docx.of("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>một</w:t></w:r>" + r("1")
                        + "<w:r><w:rPr><w:rStyle w:val='An'/></w:rPr><w:t>hai</w:t></w:r>" + r("2")
                        + "</w:p><w:p><w:pPr><w:pStyle w:val='AnCon'/></w:pPr>" + r("ba")
                        + "<w:r><w:rPr><w:vanish w:val='0'/></w:rPr><w:t>3</w:t></w:r></w:p>")
                .styles("<w:style w:type='character' w:styleId='An'><w:rPr><w:vanish/></w:rPr></w:style>"
                        + "<w:style w:type='paragraph' w:styleId='AnCon'><w:basedOn w:val='An'/></w:style>"));
        assertThat(read.blocks()).containsExactly(new Paragraph(null, "12"), new Paragraph(null, "3"));
        assertThat(read.omissions())
                .containsExactly(
                        new Omission(Kind.HIDDEN_TEXT, "một", 0),
                        new Omission(Kind.HIDDEN_TEXT, "hai", 0),
                        new Omission(Kind.HIDDEN_TEXT, "ba", 1));
    }

    @Test
    void text_boxes_pictures_formulas_and_notes_are_listed_once_each() {
        PrintedDocument read = read(Docx.of("<w:p>" + r("a") + "<w:r>" + TEXT_BOX + "</w:r><w:r><w:drawing/></w:r>"
                        + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>"
                        + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:object/></w:r></w:p>")
                .footnotes("<w:footnote w:id='2'>" + p("Theo Quyết định số 1") + "</w:footnote>"));
        assertThat(read.blocks()).containsExactly(new Paragraph(null, "a"));
        assertThat(read.omissions())
                .containsExactly(
                        new Omission(Kind.TEXT_BOX, "Trong khung", 0),
                        new Omission(Kind.PICTURE, "", 0),
                        new Omission(Kind.FORMULA, "x=1", 0),
                        new Omission(Kind.FOOTNOTE, "Theo Quyết định số 1", 0),
                        new Omission(Kind.UNKNOWN, "", 0));
    }

    @Test
    void of_alternate_content_the_fallback_is_read_where_the_choice_is_not_known() {
        assertThat(texts("<w:p><mc:AlternateContent><mc:Choice Requires='future'>" + r("mới")
                        + "</mc:Choice><mc:Fallback>" + r("cũ") + "</mc:Fallback></mc:AlternateContent></w:p>"))
                .containsExactly("cũ");
    }

    @Test
    void an_omission_after_the_last_block_stands_beside_it() {
        assertThat(read(p("a") + "<w:p><w:r><w:pict/></w:r></w:p>").omissions())
                .containsExactly(new Omission(Kind.PICTURE, "", 0));
    }

    @Test
    void cells_have_their_column_in_the_grid() {
        Table table = onlyTable(table(
                row(cell("", "TT"), cell("<w:gridSpan w:val='2'/>", "Nội dung"), cell("", "Hạn")),
                row("<w:trPr><w:gridBefore w:val='1'/></w:trPr>", cell("", "a"), cell("", ""), cell("", "b"))));
        assertThat(table)
                .isEqualTo(new Table(List.of(
                        new Row(
                                false,
                                List.of(of(0, 1, false, "TT"), of(1, 2, false, "Nội dung"), of(3, 1, false, "Hạn"))),
                        new Row(false, List.of(of(1, 1, false, "a"), of(2, 1, false), of(3, 1, false, "b"))))));
    }

    @Test
    void a_cell_continues_the_one_above_it_only_where_that_is_merged() {
        String first = "<w:vMerge w:val='restart'/>";
        String next = "<w:vMerge/>";
        Table table = onlyTable(table(
                row(cell(next, "a"), cell(first, "b"), cell("", "c")),
                row(cell(next, ""), cell("<w:vMerge w:val='continue'/>", ""), cell(next, "d")),
                row(cell("", "e"), cell(first, "f"), cell(next, ""))));
        assertThat(table.rows().stream()
                        .map(row -> row.cells().stream().map(Cell::continued).toList()))
                .containsExactly(List.of(false, false, false), List.of(true, true, false), List.of(false, false, true));
    }

    @Test
    void cells_merged_by_word_97_are_one() {
        Table table = onlyTable(table(row(
                cell("<w:hMerge w:val='restart'/>", "a"), cell("<w:hMerge w:val='continue'/>", ""), cell("", "b"))));
        assertThat(table.rows().get(0).cells()).containsExactly(of(0, 2, false, "a"), of(2, 1, false, "b"));
    }

    @Test
    void a_line_break_in_a_cell_begins_another_paragraph() {
        String broken = "<w:r><w:br/><w:t>- Văn phòng</w:t><w:br/><w:t>- Tư pháp</w:t><w:cr/><w:cr/></w:r>";

        assertThat(texts("<w:p>" + broken + "</w:p>")).containsExactly("- Văn phòng - Tư pháp");
        assertThat(onlyTable(table(row("<w:tc><w:p>" + broken + "</w:p>" + p("Công an") + "</w:tc>")))
                        .rows()
                        .get(0)
                        .cells())
                .containsExactly(of(0, 1, false, "- Văn phòng", "- Tư pháp", "Công an"));
    }

    @ParameterizedTest
    @CsvSource({
        "500, 1, 500, 1",
        "1.510, 1, 1.510, 1",
        "Văn phòng, (*), Văn phòng, (*)",
        "100 m, 2, 100 m², ",
        "km, 2, km², ",
        "Việt Nam, 2, Việt Nam, 2",
        "10, 6, 10⁶, ",
        "ngày 1, st, ngày 1st, "
    })
    void a_raised_figure_is_the_mark_of_a_note_except_behind_a_measure(
            String text, String raised, String read, String note) {
        PrintedDocument document = read("<w:p>" + r(text)
                + "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>" + raised + "</w:t></w:r></w:p>");

        assertThat(document.blocks()).containsExactly(new Paragraph(null, read));
        assertThat(document.omissions())
                .isEqualTo(note == null ? List.of() : List.of(new Omission(Kind.FOOTNOTE, note, 0)));
    }

    @Test
    void a_figure_raised_by_its_character_style_is_the_mark_of_a_note_too() {
        String styled = "<w:p>" + r("500") + "<w:r><w:rPr><w:rStyle w:val='%s'/>%s</w:rPr><w:t>1</w:t></w:r></w:p>";
        PrintedDocument document = read(Docx.of(styled.formatted("Mark", "")
                        + styled.formatted("Mark", "<w:vertAlign w:val='baseline'/>")
                        + styled.formatted("Other", ""))
                .styles(
                        "<w:style w:type='character' w:styleId='Raised'><w:rPr><w:vertAlign w:val='superscript'/></w:rPr></w:style>"
                                + "<w:style w:type='character' w:styleId='Mark'><w:basedOn w:val='Raised'/></w:style>"
                                + "<w:style w:type='character' w:styleId='Other'/>"));

        assertThat(document.blocks())
                .containsExactly(new Paragraph(null, "500"), new Paragraph(null, "5001"), new Paragraph(null, "5001"));
        assertThat(document.omissions()).containsExactly(new Omission(Kind.FOOTNOTE, "1", 0));
    }

    @Test
    void comments_are_listed() {
        PrintedDocument document = read(Docx.of("<w:p>" + r("Việc") + "<w:r><w:commentReference w:id='0'/></w:r></w:p>")
                .comments("<w:comment w:id='0' w:author='A'>" + p("xem lại hạn") + "</w:comment>"));

        assertThat(document.blocks()).containsExactly(new Paragraph(null, "Việc"));
        assertThat(document.omissions()).containsExactly(new Omission(Kind.COMMENT, "xem lại hạn", 0));
    }

    @Test
    void rows_and_cells_may_be_wrapped_and_a_deleted_row_is_listed() {
        PrintedDocument read = read(table(
                "<w:sdt><w:sdtPr/><w:sdtContent>"
                        + row("<w:sdt><w:sdtContent>" + cell("", "a") + "</w:sdtContent></w:sdt>")
                        + "</w:sdtContent></w:sdt>",
                row("<w:trPr><w:ins/></w:trPr>", cell("", "b")),
                row("<w:trPr><w:del/></w:trPr>", cell("", "Việc"), cell("", "đã bỏ"))));
        assertThat(read.blocks())
                .containsExactly(new Table(List.of(
                        new Row(false, List.of(of(0, 1, false, "a"))), new Row(false, List.of(of(0, 1, false, "b"))))));
        assertThat(read.omissions()).containsExactly(new Omission(Kind.DELETED_TEXT, "Việc đã bỏ", 0));
    }

    @Test
    void only_the_first_rows_are_headings() {
        String heading = "<w:trPr><w:tblHeader/></w:trPr>";
        Table table = onlyTable(table(
                row(heading, cell("", "a")),
                row("<w:trPr><w:tblHeader w:val='true'/></w:trPr>", cell("", "b")),
                row("<w:trPr><w:tblHeader w:val='0'/></w:trPr>", cell("", "c")),
                row(heading, cell("", "d"))));
        assertThat(table.rows().stream().map(Row::heading)).containsExactly(true, true, false, false);
    }

    @Test
    void a_nested_table_is_listed_and_a_table_without_cells_is_none() {
        PrintedDocument read =
                read(table(row("<w:tc>" + table(row(cell("", "trong"), cell("", "bảng"))) + p("ngoài") + "</w:tc>"))
                        + table(row()));
        assertThat(read.blocks())
                .containsExactly(new Table(List.of(new Row(false, List.of(of(0, 1, false, "ngoài"))))));
        assertThat(read.omissions()).containsExactly(new Omission(Kind.NESTED_TABLE, "trong bảng", 0));
    }

    @Test
    void parts_are_found_in_strict_files_of_utf_16_under_absolute_names_of_any_case() {
        String strict = "http://purl.oclc.org/ooxml/officeDocument/relationships";
        Docx file = Docx.of("")
                .without("word/document.xml")
                .part(
                        "_rels/.rels",
                        Docx.relationships(Docx.relationship("officeDocument", "/Word\\Document.xml"))
                                .replace(Docx.RELATIONSHIPS, strict))
                .part(
                        "word/document.xml",
                        "\uFEFF"
                                + Docx.document(p("Chặt chẽ"))
                                        .replace(Docx.WORD, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
                        StandardCharsets.UTF_16LE);
        assertThat(read(file).blocks()).containsExactly(new Paragraph(null, "Chặt chẽ"));
    }

    @Test
    void headers_and_footers_of_pages_are_listed_each_text_once() {
        PrintedDocument read = read(Docx.of(p("a"))
                .header(p("Tài liệu ") + p("nội bộ"))
                .footer("<w:p><w:fldSimple w:instr='PAGE'>" + r("2") + "</w:fldSimple></w:p>"));

        assertThat(read.omissions())
                .containsExactly(
                        new Omission(Kind.PAGE_MARGIN, "Tài liệu nội bộ", 0), new Omission(Kind.PAGE_MARGIN, "2", 0));
        assertThat(read.blocks()).hasSize(1);
    }

    @Test
    void empty_headers_are_nothing() {
        assertThat(read(Docx.of(p("a")).header("<w:p/>").footer(p(" "))).omissions())
                .isEmpty();
    }
}
