package vn.cchc.plan.transcript.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static vn.cchc.plan.transcript.word.Docx.cell;
import static vn.cchc.plan.transcript.word.Docx.p;
import static vn.cchc.plan.transcript.word.Docx.r;
import static vn.cchc.plan.transcript.word.Docx.row;
import static vn.cchc.plan.transcript.word.Docx.table;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.plan.transcript.file.DocumentFile;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Table;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** Files that are small, and would be large once read: each is refused at a limit, or what is kept of it is bounded. */
class WordFileLimitTest {

    @TempDir
    private Path folder;

    private Limit passed(Docx file) {
        return passed(file.write(folder));
    }

    private static Limit passed(Path file) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> DocumentFile.read(file));
        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isIn(Reason.TOO_LARGE, Reason.TOO_DEEP);
        return refused.limit().orElseThrow();
    }

    private Limit passed(String body) {
        return passed(Docx.of(body));
    }

    private PrintedDocument read(String body) {
        return DocumentFile.read(Docx.of(body).write(folder));
    }

    private static byte[] blanks(Limit limit) {
        byte[] blanks = new byte[(int) limit.most() + 1];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static byte[] blanksAfter(String xml, Limit limit) {
        byte[] start = xml.getBytes(StandardCharsets.UTF_8);
        byte[] part = blanks(limit);
        System.arraycopy(start, 0, part, 0, start.length);
        return part;
    }

    @Test
    void a_file_that_is_too_long_is_not_opened() throws IOException {
        Path file = folder.resolve("plan.docx");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(Limit.FILE_BYTES.most() + 1);
        }
        assertThat(passed(file)).isEqualTo(Limit.FILE_BYTES);
    }

    @Test
    void the_document_is_inflated_to_its_limit() {
        assertThat(passed(Docx.of("").part("word/document.xml", blanksAfter(Docx.document(""), Limit.DOCUMENT_BYTES))))
                .isEqualTo(Limit.DOCUMENT_BYTES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/styles.xml",
                "word/numbering.xml",
                "word/footnotes.xml",
                "word/_rels/document.xml.rels",
                "_rels/.rels",
                "[Content_Types].xml"
            })
    void every_other_part_is_inflated_to_its_limit(String part) {
        assertThat(passed(Docx.of("")
                        .styles("")
                        .numbering("")
                        .footnotes("")
                        .part(part, blanksAfter("<x/>", Limit.PART_BYTES))))
                .isEqualTo(Limit.PART_BYTES);
    }

    @Test
    void parts_that_are_not_read_are_not_inflated() {
        assertThat(DocumentFile.read(Docx.of(p("a"))
                                .part("word/media/image1.png", blanks(Limit.DOCUMENT_BYTES))
                                .write(folder))
                        .blocks())
                .hasSize(1);
    }

    @Test
    void entries_are_counted() {
        Docx file = Docx.of("");
        for (int i = 0; i <= Limit.ENTRIES.most(); i++) {
            file.part("x" + i, "");
        }
        assertThat(passed(file)).isEqualTo(Limit.ENTRIES);
    }

    @ParameterizedTest
    @CsvSource({"<!--, -->", "<?x y, ?>", "<![CDATA[, ]]>", "<w:p w:x=', '/>"})
    void what_the_parser_holds_in_memory_is_limited(String start, String end) {
        assertThat(passed(start + ">x".repeat((int) Limit.MARKUP_CHARACTERS.most() / 2 + 1) + end))
                .isEqualTo(Limit.MARKUP_CHARACTERS);
    }

    @Test
    void attributes_and_namespaces_are_counted() {
        StringBuilder attributes = new StringBuilder();
        StringBuilder namespaces = new StringBuilder();
        StringBuilder nested = new StringBuilder();
        for (int i = 0; i <= Limit.ATTRIBUTES.most(); i++) {
            attributes.append(" a").append(i).append("=''");
            namespaces.append(" xmlns:a").append(i).append("='a'");
        }
        for (int i = 0; i < 150; i++) {
            nested.append("<x xmlns:a").append(i).append("='a' xmlns:b='b'>");
        }
        assertThat(passed("<w:p" + attributes + "/>")).isEqualTo(Limit.ATTRIBUTES);
        assertThat(passed("<w:p" + namespaces + "/>")).isEqualTo(Limit.ATTRIBUTES);
        assertThat(passed(nested.toString())).isEqualTo(Limit.NAMESPACES);
    }

    @Test
    void elements_are_counted() {
        assertThat(passed("<w:p/>".repeat((int) Limit.ELEMENTS.most()))).isEqualTo(Limit.ELEMENTS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:sdt>",
                "<w:smartTag>",
                "<w:tbl><w:tr><w:tc>",
                "<mc:AlternateContent><mc:Choice Requires='wps'>",
                "<mc:AlternateContent><mc:Choice Requires='future'>",
                "<w:drawing>",
                "<w:pPr>",
                "<w:sectPr>",
                "<w:ins>"
            })
    void depth_is_limited(String nested) {
        assertThat(passed(nested.repeat(100_000))).isEqualTo(Limit.DEPTH);
    }

    @Test
    void depth_of_other_parts_is_limited() {
        assertThat(passed(Docx.of("").styles("<w:style>".repeat(10_000)))).isEqualTo(Limit.DEPTH);
        assertThat(passed(Docx.of("").numbering("<w:abstractNum><w:lvl>".repeat(10_000))))
                .isEqualTo(Limit.DEPTH);
        assertThat(passed(Docx.of("").part("_rels/.rels", "<x>".repeat(10_000))))
                .isEqualTo(Limit.DEPTH);
    }

    @Test
    void fields_within_fields_are_limited() {
        assertThat(passed("<w:p>" + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>".repeat(10_000) + "</w:p>"))
                .isEqualTo(Limit.FIELDS);
    }

    @Test
    void a_long_chain_of_styles_is_not_followed_to_its_end_and_their_number_is_limited() {
        StringBuilder styles = new StringBuilder("<w:style w:styleId='0'><w:rPr><w:vanish/></w:rPr></w:style>");
        int most = (int) Limit.STYLES.most();
        StringBuilder body = new StringBuilder();
        for (int i = 1; i < most; i++) {
            styles.append("<w:style w:styleId='" + i + "'><w:basedOn w:val='" + (i - 1) + "'/></w:style>");
            body.append("<w:p><w:pPr><w:pStyle w:val='" + i + "'/></w:pPr>" + r("a") + "</w:p>");
        }
        assertThat(DocumentFile.read(Docx.of(body.toString())
                                .styles(styles.toString())
                                .write(folder))
                        .blocks())
                .hasSize(most - 100);
        styles.append("<w:style w:styleId='a'/><w:style w:styleId='b'/>");
        assertThat(passed(Docx.of("").styles(styles.toString()))).isEqualTo(Limit.STYLES);
    }

    @Test
    void lists_are_counted() {
        StringBuilder lists = new StringBuilder();
        StringBuilder definitions = new StringBuilder();
        for (int i = 0; i <= Limit.LISTS.most(); i++) {
            lists.append("<w:num w:numId='" + i + "'/>");
            definitions.append("<w:abstractNum w:abstractNumId='" + i + "'/>");
        }
        assertThat(passed(Docx.of("").numbering(lists.toString()))).isEqualTo(Limit.LISTS);
        assertThat(passed(Docx.of("").numbering(definitions.toString()))).isEqualTo(Limit.LISTS);
    }

    @Test
    void long_texts_of_levels_are_shortened_for_each_paragraph() {
        String paragraph = "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:p>";
        PrintedDocument read = DocumentFile.read(Docx.of(paragraph.repeat(40_000))
                .numbering("<w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:numFmt w:val='none'/><w:lvlText"
                        + " w:val='"
                        + "x".repeat(900_000)
                        + "'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>")
                .write(folder));
        assertThat(read.blocks()).hasSize(40_000).allSatisfy(block -> assertThat(((Paragraph) block).number())
                .hasSize(ListLevel.LONGEST_TEXT));
    }

    @Test
    void paragraphs_and_their_characters_are_counted() {
        int most = (int) Limit.PARAGRAPH_CHARACTERS.most();
        assertThat(((Paragraph) read(p("x".repeat(most))).blocks().get(0)).text())
                .hasSize(most);
        assertThat(passed(p("x".repeat(most + 1)))).isEqualTo(Limit.PARAGRAPH_CHARACTERS);
        assertThat(passed("<w:p>" + r("x").repeat(most + 1) + "</w:p>")).isEqualTo(Limit.PARAGRAPH_CHARACTERS);
        assertThat(passed("<w:p>" + "<w:r><w:tab/></w:r>".repeat(most + 1) + "</w:p>"))
                .isEqualTo(Limit.PARAGRAPH_CHARACTERS);
        assertThat(passed("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>xx</w:t></w:r></w:p>"
                        .repeat(most / 2 + 1)))
                .isEqualTo(Limit.PARAGRAPH_CHARACTERS);
        assertThat(passed(p("x".repeat(most)).repeat((int) Limit.CHARACTERS.most() / most + 1)))
                .isEqualTo(Limit.CHARACTERS);
        assertThat(passed(p("x").repeat((int) Limit.PARAGRAPHS.most() + 1))).isEqualTo(Limit.PARAGRAPHS);
        assertThat(passed(table(row("<w:tc>" + p("x").repeat((int) Limit.PARAGRAPHS.most() + 1) + "</w:tc>"))))
                .isEqualTo(Limit.PARAGRAPHS);
    }

    @Test
    void one_text_of_many_megabytes_is_not_held() {
        assertThat(passed(p("x".repeat(60_000_000)))).isEqualTo(Limit.PARAGRAPH_CHARACTERS);
    }

    @ParameterizedTest
    @CsvSource({"w:gridSpan, 256", "w:gridSpan, 2147483648", "w:gridSpan, 99999999999999999999"})
    void columns_are_limited_by_spans(String property, String columns) {
        assertThat(passed(table(row(cell("<" + property + " w:val='" + columns + "'/>", "a")))))
                .isEqualTo(Limit.COLUMNS);
    }

    @Test
    void columns_rows_and_cells_are_limited() {
        assertThat(passed(table(row("<w:trPr><w:gridBefore w:val='2000000000'/></w:trPr>"))))
                .isEqualTo(Limit.COLUMNS);
        assertThat(passed(table(row("<w:tc/>".repeat(256))))).isEqualTo(Limit.COLUMNS);
        assertThat(passed(table(row("<w:tc><w:tcPr><w:hMerge/></w:tcPr></w:tc>".repeat(300_000)))))
                .isEqualTo(Limit.COLUMNS);
        assertThat(passed(table(row("<w:tc/>").repeat((int) Limit.ROWS.most() + 1))))
                .isEqualTo(Limit.ROWS);
        String merged = "<w:tc><w:tcPr><w:vMerge/></w:tcPr></w:tc>";
        assertThat(passed(table(row(merged.repeat(100)).repeat(1_000), row(merged))))
                .isEqualTo(Limit.CELLS);
        assertThat(passed(table(row("<w:tc/>")).repeat((int) Limit.CELLS.most() + 1)))
                .isEqualTo(Limit.CELLS);
    }

    @Test
    void the_largest_table_is_read() {
        Table table = (Table) read(table(row(cell("", "x").repeat(10)).repeat(5_000)))
                .blocks()
                .get(0);
        assertThat(table.rows()).hasSize(5_000);
    }

    @Test
    void omissions_beyond_those_listed_are_counted() {
        String hidden =
                "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>" + "ẩn ".repeat(1_000) + "</w:t></w:r>" + r("a") + "</w:p>";
        PrintedDocument read = read(hidden.repeat(1_000));
        assertThat(read.omissions()).hasSize(Omissions.MOST).allSatisfy(omission -> assertThat(omission.text())
                .hasSizeLessThanOrEqualTo(OmittedText.MOST));
        assertThat(read.furtherOmissions()).isEqualTo(800);
        assertThat(read("<w:p>" + "<w:r><w:drawing/></w:r>".repeat(100_000) + "</w:p>")
                        .furtherOmissions())
                .isEqualTo(100_000 - Omissions.MOST);
    }

    @Test
    void the_text_of_an_omission_is_shortened() {
        for (String omitted : List.of("w:del", "w:drawing", "m:oMath", "w:tbl")) {
            PrintedDocument read = read("<w:p>" + r("a") + "<" + omitted + ">"
                    + p("x".repeat(1_000)).repeat(10_000) + "</" + omitted + "></w:p>");
            assertThat(read.omissions()).hasSize(1);
            assertThat(read.omissions().get(0).text()).hasSize(OmittedText.MOST);
        }
    }
}
