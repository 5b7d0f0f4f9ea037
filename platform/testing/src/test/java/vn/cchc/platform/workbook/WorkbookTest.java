package vn.cchc.platform.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Omission;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Remark;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;
import vn.cchc.platform.separated.KnownTables;
import vn.cchc.platform.separated.TableFile;
import vn.cchc.platform.testing.Xlsx;

/** Sheets as people see them. */
class WorkbookTest {

    private static final KnownTables NONE = new KnownTables() {
        @Override
        public int columns(Sheet sheet) {
            return 0;
        }

        @Override
        public boolean isCode(String cell) {
            return false;
        }
    };

    @TempDir
    private Path folder;

    private PrintedDocument read(Xlsx file) {
        return TableFile.read(file.write(folder), NONE);
    }

    private UnreadableFile refusal(byte[] file) throws IOException {
        Path written = Files.write(folder.resolve("file"), file);
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> TableFile.read(written, NONE));
        assertThat(refused).isNotNull();
        return refused;
    }

    private static List<Cell> cells(PrintedDocument document, int row) {
        return ((Sheet) document.blocks().get(0)).rows().get(row - 1).cells();
    }

    private static String text(Cell cell) {
        return String.join("|", cell.paragraphs().stream().map(Paragraph::text).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "12900000; #,##0; 12.900.000; 12900000",
                "12900000; 3!; 12.900.000; 12900000",
                "12.94; #,##0.0; 12,94; 12.94",
                "12.9; 0.00; 12,90; 12.9",
                "1.1; General; 1,1; 1.1",
                "0.1; General; 0,1; 0.1",
                "0.30000000000000004; General; 0,3; 0.3",
                "12900000; '#,##0 \"đ\"'; 12.900.000 đ; 12900000",
                "12900000; '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-'; '12.900.000 '; 12900000",
                "12900000; '#,##0\\ [$₫-42A]'; 12.900.000 ₫; 12900000",
                "12900000; '#,##0,'; 12.900; 12900",
                "-5; #,##0; -5; -5",
                "7; 00; 07; 7",
                "1E3; General; 1000; 1000",
                "0.9; 0%; 90%;",
                "0.925; 10!; '92,50%';",
                "44469; 14!; 30/09/2021;",
                "44469; 'yyyy\\-mm\\-dd'; 30/09/2021;",
                "44469; mmm-yy; 09/2021;",
                "44469; d-mmm; 30/09;",
                "44469.5; 'dd/mm/yyyy hh:mm'; 30/09/2021 12:00;",
                "44469; '\"ngày\" dd \"tháng\" mm \"năm\" yyyy'; ngày 30 tháng 09 năm 2021;",
                "44469; '[$-F800]dddd, mmmm dd, yyyy'; 30/09/2021;",
                "0.5; h:mm; 12:00;",
                "59; 14!; 28/02/1900;",
                "-1200; '#,##0;(#,##0)'; (1.200); -1200",
                "-1200; '#,##0;[Red]#,##0'; -1.200; -1200",
                "-1200; '#,##0;[Red]-#,##0'; -1.200; -1200",
                "-1200; 38!; (1.200); -1200",
                "1200; '#,##0;(#,##0);\"-\"'; 1.200; 1200",
                "0; '#,##0;(#,##0);\"-\"'; -;",
                "0; 41!; -;",
                "0; '_-* #,##0\\ _₫_-;\\-* #,##0\\ _₫_-;_-* \"-\"??\\ _₫_-;_-@_-'; -;",
                "-5; '0;;'; -5; -5",
                "-5; ';;;'; -5; -5",
                "1500000; '[>=1000000]#,##0,,\" triệu\";#,##0'; 1,5 triệu; 1.5",
                "-1; '[&lt;0]\"giảm \"0;0'; -giảm 1; -1",
                "1500; '[>=1000000]#,##0,,\" triệu\";#,##0'; 1.500; 1500",
                "1; '\"có\";;\"không\"'; có;",
                "0; '\"có\";;\"không\"'; không;",
                "12; '@'; 12; 12",
                "12; '0\" ; \"'; '12 ; '; 12"
            })
    void a_number_is_shown_as_people_see_it_and_loses_nothing(
            String value, String format, String shown, String number) {
        Xlsx file = Xlsx.empty();
        Cell cell = cells(read(file.sheet("A", file.row(1, file.number(value, format)))), 1)
                .get(0);

        assertThat(text(cell)).isEqualTo(shown.strip());
        assertThat(cell.number() == null ? null : cell.number().stripTrailingZeros())
                .isEqualTo(number == null ? null : new BigDecimal(number).stripTrailingZeros());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "44469; 14!; 2021-09-30T00:00",
                "44469; mm/dd/yyyy; 2021-09-30T00:00",
                "44469.5; 'dd/mm/yy hh:mm'; 2021-09-30T12:00",
                "44469; '\"ngày\" dd \"tháng\" mm \"năm\" yyyy'; 2021-09-30T00:00",
                "44469; mm/yyyy;",
                "44469; d-mmm;",
                "44469; '\"dd\" mm/yyyy';",
                "0.5; h:mm;",
                "44469; General;"
            })
    void a_date_of_which_the_format_shows_all_is_a_moment(String value, String format, LocalDateTime moment) {
        Xlsx file = Xlsx.empty();
        Cell cell = cells(read(file.sheet("A", file.row(1, file.number(value, format)))), 1)
                .get(0);

        assertThat(cell.moment()).isEqualTo(moment);
    }

    @Test
    void a_zero_that_the_format_hides_is_an_empty_cell() {
        Xlsx file = Xlsx.empty();
        PrintedDocument read = read(file.sheet(
                "A", file.row(1, "a", file.number(0, "0;-0;"), file.number(0, "#,###"), file.number(0, "0;-0"))));

        assertThat(cells(read, 1).stream().map(WorkbookTest::text)).containsExactly("a", "0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Họp | 0;-0;0;\"Việc: \"@ | Việc: Họp",
                "Họp | @\" xã\" | Họp xã",
                "Họp | #,##0 | Họp",
                "Họp | ;;; | Họp",
                "Họp | 0;0;0;\"x\" | Họp"
            })
    void a_text_is_shown_by_the_section_of_texts_and_never_hidden(String text, String format, String shown) {
        Xlsx file = Xlsx.empty();
        String cell = "<c t='str' s='%s'><v>%s</v></c>".formatted(file.style(format), text);

        assertThat(cells(read(file.sheet("A", file.row(1, cell))), 1).stream().map(WorkbookTest::text))
                .containsExactly(shown);
    }

    @Test
    void comments_on_cells_are_listed_with_their_cell() {
        Xlsx file = Xlsx.empty();
        PrintedDocument read = read(file.sheet("Bìa", file.row(1, "a"))
                .sheet("Phụ lục", file.row(1, "b"))
                .comments(2, "B5", "<r><t>Chị Hoa:</t></r><r><t>&#10;xem lại hạn</t></r>", "C6", "<t> </t>"));

        assertThat(read.omissions())
                .containsExactly(new Omission(Omission.Kind.COMMENT, "B5: Chị Hoa: xem lại hạn", 1));
    }

    @Test
    void of_many_comments_the_first_are_listed_and_all_counted() {
        Xlsx file = Xlsx.empty();
        String[] comments = new String[500];
        for (int i = 0; i < comments.length; i += 2) {
            comments[i] = "A" + (i + 1);
            comments[i + 1] = "<t>ý kiến " + i + "</t>";
        }
        PrintedDocument read = read(file.sheet("A", file.row(1, "a")).comments(1, comments));

        assertThat(read.omissions()).hasSize(200);
        assertThat(read.furtherOmissions()).isEqualTo(50);
    }

    @Test
    void days_of_the_system_of_1904_are_counted_from_there() {
        Xlsx file = Xlsx.empty().from1904();
        assertThat(text(cells(read(file.sheet("A", file.row(1, file.number(43007, "14!")))), 1)
                        .get(0)))
                .isEqualTo("30/09/2021");
    }

    @Test
    void texts_are_read_with_their_lines_whatever_their_kind() {
        Xlsx file = Xlsx.empty();
        PrintedDocument read = read(file.sheet(
                "A",
                file.row(
                        1,
                        "Văn phòng\nTư pháp_x000D_",
                        file.rich("<r><t>Bãi </t></r><r><rPr><strike/></rPr><t>bỏ</t></r><rPh sb='0'"
                                + " eb='1'><t>x</t></rPh>"),
                        "<c t='inlineStr'><is><t>Trong ô</t></is></c>",
                        "<c t='str'><f>A1</f><v>Kết quả</v></c>",
                        "<c t='b'><v>1</v></c>",
                        "<c><f>1+1</f><v>2</v></c>")));

        assertThat(cells(read, 1).stream().map(WorkbookTest::text))
                .containsExactly("Văn phòng|Tư pháp", "Bãi bỏ", "Trong ô", "Kết quả", "TRUE", "2");
    }

    @Test
    void formulas_without_a_value_or_with_an_error_are_remarked_on() {
        Xlsx file = Xlsx.empty();
        PrintedDocument read = read(file.sheet(
                "A",
                file.row(1, "a"),
                file.row(
                        2,
                        null,
                        "<c><f>SUM(B1)</f></c>",
                        "<c t='e'><f>1/0</f><v>#DIV/0!</v></c>",
                        "<c><f>A1</f><v/></c>",
                        "<c t='str'><f>A9</f><v/></c>")));

        assertThat(read.remarks())
                .containsExactly(
                        new Remark(Remark.Kind.FORMULA_WITHOUT_VALUE, "B2", 0, 2),
                        new Remark(Remark.Kind.FORMULA_ERROR, "C2 #DIV/0!", 0, 2),
                        new Remark(Remark.Kind.FORMULA_WITHOUT_VALUE, "D2", 0, 2));
    }

    @Test
    void what_is_hidden_is_read_and_remarked_on() {
        Xlsx file = Xlsx.empty();
        String seen = file.row(1, "a", "b");
        String hidden = "<row r='3' hidden='1'>" + file.cells(3, "c") + "</row>";
        PrintedDocument read = read(file.sheet("Trang trống")
                .sheetWith(
                        "Ẩn",
                        "state='veryHidden'",
                        "<cols><col min='2' max='9' hidden='1'/></cols>",
                        "",
                        seen,
                        hidden));

        assertThat(cells(read, 3)).hasSize(1);
        assertThat(read.remarks())
                .containsExactly(
                        new Remark(Remark.Kind.HIDDEN_SHEET, "Ẩn", 0, 0),
                        new Remark(Remark.Kind.HIDDEN_ROW, "3", 0, 3),
                        new Remark(Remark.Kind.HIDDEN_COLUMN, "B", 0, 0));
    }

    @Test
    void a_merged_cell_goes_on_in_its_rows_and_hides_what_it_covers() {
        Xlsx file = Xlsx.empty();
        PrintedDocument read = read(file.sheetWith(
                "A",
                "",
                "",
                Xlsx.merges("A1:B2") + "<drawing r:id='rId1'/>",
                file.row(1, "a", "bị che", "c"),
                file.row(2, null, null, "d")));

        Paragraph a = new Paragraph(null, "a");
        assertThat(cells(read, 1).get(0)).isEqualTo(new Cell(0, 2, false, List.of(a)));
        assertThat(cells(read, 2).get(0)).isEqualTo(new Cell(0, 2, true, List.of()));
        assertThat(read.omissions())
                .containsExactly(
                        new Omission(Omission.Kind.DRAWING, "", 0),
                        new Omission(Omission.Kind.HIDDEN_TEXT, "bị che", 0));
    }

    @Test
    void a_workbook_with_macros_is_refused() throws IOException {
        String macros = "application/vnd.ms-excel.sheet.macroEnabled.main+xml";
        Xlsx file = Xlsx.empty().sheet("A").part("[Content_Types].xml", Xlsx.types(macros));
        assertThat(refusal(file.bytes()).reason()).isEqualTo(Reason.MACROS);
        assertThat(refusal(Xlsx.empty()
                                .sheet("A")
                                .part("xl/vbaProject.bin", "x")
                                .bytes())
                        .reason())
                .isEqualTo(Reason.MACROS);
        String binary = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";
        assertThat(refusal(Xlsx.empty()
                                .sheet("A")
                                .part("[Content_Types].xml", Xlsx.types(binary))
                                .bytes())
                        .reason())
                .isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<c r='A1' t='s'><v>7</v></c>",
                "<c r='A1'><v>NaN</v></c>",
                "<c r='A1'><v>1E9999</v></c>",
                "<c r='B7'><v>1</v></c>",
                "<c r='1A'><v>1</v></c>",
                "<c r='AAAAAAAAAAAA1'><v>1</v></c>",
                "<c r='A1'><v>1</v></c><c r='A1'><v>1</v></c>",
                "<c r='A1'>"
            })
    void cells_that_no_workbook_has_are_damage(String cells) throws IOException {
        assertThat(refusal(Xlsx.empty()
                                .sheet("A", "<row r='1'>" + cells + "</row>")
                                .bytes())
                        .reason())
                .isEqualTo(Reason.DAMAGED);
    }

    @Test
    void entities_are_not_read() throws IOException {
        Xlsx file = Xlsx.empty()
                .sheet("A")
                .part("xl/worksheets/sheet1.xml", "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><w>&x;</w>");
        assertThat(refusal(file.bytes()).reason()).isEqualTo(Reason.DOCTYPE);
    }

    @Test
    void what_passes_a_limit_is_refused() throws IOException {
        Xlsx far = Xlsx.empty();
        assertThat(refusal(far.sheet("A", far.row(5_001, "x")).bytes()).limit()).contains(Limit.ROWS);
        Xlsx wide = Xlsx.empty().sheet("A", "<row r='1'><c r='IV1'><v>1</v></c></row>");
        assertThat(refusal(wide.bytes()).limit()).contains(Limit.COLUMNS);
        Xlsx merged = Xlsx.empty();
        String[] rows = new String[4_000];
        for (int r = 0; r < rows.length; r++) {
            rows[r] = "<row r='%1$s'><c r='A%1$s'><v>1</v></c><c r='AZ%1$s'><v>1</v></c></row>".formatted(r + 1);
        }
        String[] areas = new String[40];
        Arrays.setAll(areas, c -> CellName.letters(c + 1) + "1:" + CellName.letters(c + 1) + "1048576");
        rows[0] = "<row r='1'>" + merged.cells(1, (Object[]) "x".repeat(41).split("")) + "</row>";
        assertThat(refusal(merged.sheetWith("A", "", "", Xlsx.merges(areas), rows)
                                .bytes())
                        .limit())
                .contains(Limit.CELLS);
        Xlsx long1 = Xlsx.empty();
        assertThat(refusal(long1.sheet("A", long1.row(1, "x".repeat(20_001))).bytes())
                        .limit())
                .contains(Limit.PARAGRAPH_CHARACTERS);
    }

    /** One long text that many cells show is small in the file, and would be large in a transcript. */
    @Test
    void a_shared_text_counts_as_often_as_it_is_shown() throws IOException {
        Xlsx file = Xlsx.empty();
        String first = file.row(1, "x".repeat(20_000));
        StringBuilder others = new StringBuilder();
        for (int r = 2; r <= 300; r++) {
            others.append("<row r='%1$s'><c r='A%1$s' t='s'><v>0</v></c></row>".formatted(r));
        }
        assertThat(refusal(file.sheet("A", first, others.toString()).bytes()).limit())
                .contains(Limit.CHARACTERS);
    }

    /** Whatever bytes are changed or lost: the same content, or a refusal, never another error. */
    @Test
    void a_file_with_wrong_bytes_is_read_as_it_was_or_refused() throws IOException {
        Xlsx file = Xlsx.empty();
        byte[] whole = file.sheetWith(
                        "A",
                        "",
                        "",
                        Xlsx.merges("A1:A2"),
                        file.row(1, "Kế hoạch", 5),
                        file.row(2, null, file.number(44469, "14!")))
                .bytes();
        PrintedDocument content = TableFile.read(Files.write(folder.resolve("whole"), whole), NONE);
        Random random = new Random(7);
        for (int i = 0; i < 600; i++) {
            byte[] changed = whole.clone();
            int at = random.nextInt(whole.length);
            int other = random.nextInt(whole.length);
            byte kept = changed[at];
            changed[at] = changed[other];
            changed[other] = kept;
            byte[] sent = i % 3 == 0 ? Arrays.copyOf(changed, at) : changed;
            isRefusedOrEqual(sent, content);
        }
    }

    private void isRefusedOrEqual(byte[] bytes, PrintedDocument content) throws IOException {
        Path written = Files.write(folder.resolve("changed"), bytes);
        try {
            assertThat(TableFile.read(written, NONE)).isEqualTo(content);
        } catch (UnreadableFile e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    @Test
    void headers_and_footers_of_pages_are_listed_without_their_codes_each_text_once() throws IOException {
        String pages =
                "<headerFooter><oddHeader>&amp;L&amp;\"Arial,Bold\"&amp;12Mật&amp;C&amp;K01+000Nghiên cứu &amp;&amp; triển khai"
                        + "</oddHeader><oddFooter>&amp;CTrang &amp;P/&amp;N</oddFooter></headerFooter>";
        Xlsx file = Xlsx.empty();
        PrintedDocument read = read(
                file.sheetWith("A", "", "", pages, file.row(1, "a")).sheetWith("B", "", "", pages, file.row(1, "b")));

        assertThat(read.omissions())
                .containsExactly(
                        new Omission(Omission.Kind.PAGE_MARGIN, "Mật Nghiên cứu & triển khai", 0),
                        new Omission(Omission.Kind.PAGE_MARGIN, "Trang /", 0));
    }
}
