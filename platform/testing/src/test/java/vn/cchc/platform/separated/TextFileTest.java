package vn.cchc.platform.separated;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.printed.PrintedDocument;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/** CSV, pasted rows, and prose. */
class TextFileTest {

    private static final String HEADING = "STT;Nhiệm vụ;Chủ trì, phối hợp;Thời gian\n";

    /** Tables whose heading has a column "Nhiệm vụ", and whose rows begin with a figure or a Roman numeral. */
    private static final KnownTables TASKS = new KnownTables() {
        @Override
        public int columns(Sheet sheet) {
            return sheet.rows().stream()
                    .map(Row::cells)
                    .filter(cells -> cells.size() > 1
                            && cells.stream()
                                    .flatMap(cell -> cell.paragraphs().stream())
                                    .anyMatch(each -> each.text().equals("Nhiệm vụ")))
                    .mapToInt(List::size)
                    .findFirst()
                    .orElse(0);
        }

        @Override
        public boolean isCode(String cell) {
            return cell.matches("[0-9]+|[IVX]+");
        }
    };

    @TempDir
    private Path folder;

    private PrintedDocument read(byte[] bytes) {
        try {
            return TextFile.read(Files.write(folder.resolve("file"), bytes), TASKS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reason refusal(byte[] bytes) {
        UnreadableFile refused = catchThrowableOfType(UnreadableFile.class, () -> read(bytes));
        assertThat(refused).isNotNull();
        return refused.reason();
    }

    /** The rows with cells, each as "column:line|line …". */
    private List<String> rows(String text) {
        return ((Sheet) read(text.getBytes(UTF_8)).blocks().get(0))
                .rows().stream()
                        .map(row -> String.join(
                                " ",
                                row.cells().stream()
                                        .map(cell -> cell.column() + ":"
                                                + String.join(
                                                        "|",
                                                        cell.paragraphs().stream()
                                                                .map(Paragraph::text)
                                                                .toList()))
                                        .toList()))
                        .toList();
    }

    @Test
    void the_separator_is_that_of_the_heading() {
        assertThat(rows(HEADING + "1;a, b;;\"c;\nd \"\"e\"\"\"\n"))
                .containsExactly("0:STT 1:Nhiệm vụ 2:Chủ trì, phối hợp 3:Thời gian", "0:1 1:a, b 3:c;|d \"e\"");
    }

    @Test
    void a_line_may_state_it() {
        assertThat(rows("sep=|\nx|y;z\n")).containsExactly("0:x 1:y;z");
    }

    @Test
    void quotes_that_are_not_closed_are_text() {
        assertThat(rows("STT\tNhiệm vụ\tThời gian\n1\t\"Một cửa\" điện tử\tHàng quý\n"))
                .contains("0:1 1:\"Một cửa\" điện tử 2:Hàng quý");
    }

    @Test
    void a_quote_that_is_not_closed_leaves_other_cells_quoted() {
        assertThat(rows("""
                        STT,Nhiệm vụ,Chủ trì,Thời gian
                        1,"Rà soát, công bố",Văn phòng,Quý I
                        2,"Một cửa" điện tử,Tư pháp,Quý II
                        3,"mở
                        """))
                .contains(
                        "0:1 1:Rà soát, công bố 2:Văn phòng 3:Quý I",
                        "0:2 1:\"Một cửa\" điện tử 2:Tư pháp 3:Quý II",
                        "0:3 1:\"mở");
    }

    @Test
    void a_section_is_not_joined_to_a_broken_task_beneath() {
        String text = """
                TT|Nhiệm vụ|Chủ trì|Thời gian|Kinh phí
                I|Cải cách thể chế
                1|Ban hành kế hoạch|Văn phòng|Quý I
                trước 15/3|5.000.000
                """.replace('|', '\t');

        assertThat(rows(text))
                .contains(
                        "0:I 1:Cải cách thể chế", "0:1 1:Ban hành kế hoạch 2:Văn phòng 3:Quý I|trước 15/3 4:5.000.000");
    }

    @Test
    void an_annex_with_too_many_rows_is_refused() {
        assertThat(refusal((HEADING + "1;a;b;c\n".repeat(6_000)).getBytes(UTF_8)))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void quoted_cells_pasted_from_excel_keep_their_lines() {
        assertThat(rows("STT\tNhiệm vụ\tThời gian\n1\t\"a\nb\"\tHàng quý\n")).contains("0:1 1:a|b 2:Hàng quý");
    }

    @Test
    void a_row_without_a_merged_cell_is_not_joined_to_the_next() {
        String text =
                "STT\tNhiệm vụ\tChủ trì\tThời gian\nI. Lĩnh vực thể chế\n1\ta\tb\tc\nII\tLĩnh vực hai\n2\td\te\tf\n";

        assertThat(rows(text)).hasSize(5).contains("0:I. Lĩnh vực thể chế", "0:II 1:Lĩnh vực hai");
        assertThat(read(text.getBytes(UTF_8)).remarks()).isEmpty();
    }

    @Test
    void prose_is_read_by_line() {
        assertThat(read("KẾ HOẠCH\r\n\r\nThực hiện, năm 2026; tiếp\r\n".getBytes(UTF_8))
                        .blocks())
                .containsExactly(new Paragraph(null, "KẾ HOẠCH"), new Paragraph(null, "Thực hiện, năm 2026; tiếp"));
    }

    @Test
    void an_encoding_that_is_not_certain_is_refused() {
        assertThat(refusal(HEADING.getBytes(UTF_16LE))).isEqualTo(Reason.UNKNOWN_ENCODING);
        assertThat(refusal("STT;Nhi\u00EA\u00F2m v\u00F9;Th\u01A1\u00F0i".getBytes(Charset.forName("windows-1258"))))
                .isEqualTo(Reason.UNKNOWN_ENCODING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "%PDF-1.7", "{\\rtf1}", "<html><table>", "a\0b\0\0c", "\u0001"})
    void another_file_is_no_text(String content) {
        assertThat(refusal(content.getBytes(UTF_8))).isEqualTo(Reason.UNKNOWN_FORMAT);
    }

    @Test
    void many_commas_are_prose() {
        assertThat(read(",a".repeat(200_000 / 20).getBytes(UTF_8)).blocks()).hasSize(1);
    }

    /** What is allocated is more than what is held: of 10 MB the characters that are read at most, once. */
    @Test
    void a_long_text_is_not_held_more_than_once() {
        byte[] longest = new byte[10 << 20];
        Arrays.fill(longest, (byte) 'a');

        assertThat(allocatedFor(() -> assertThat(refusal(longest)).isEqualTo(Reason.TOO_LARGE)))
                .isLessThan(16 << 20);
    }

    /** Each separator is tried on the text itself: rows that are too many end it. */
    @Test
    void a_text_is_not_copied_for_each_separator() {
        byte[] commas = (HEADING.replace(';', ',') + "1;a\tb,c,d,e\n".repeat(350_000)).getBytes(UTF_8);

        assertThat(allocatedFor(() -> assertThat(refusal(commas)).isEqualTo(Reason.TOO_LARGE)))
                .isLessThan(48 << 20);
    }

    private static long allocatedFor(Runnable work) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        work.run();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
    }

    @Test
    void changed_bytes_are_read_or_refused() {
        byte[] whole = (HEADING + "1;a;\"b\nc\";Hàng quý\n").repeat(5).getBytes(UTF_8);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] = (byte) random.nextInt(256);
            byte[] sent = Arrays.copyOf(changed, 1 + random.nextInt(whole.length));
            try {
                assertThat(read(sent).blocks()).isNotEmpty();
            } catch (UnreadableFile e) {
                assertThat(e.reason()).isNotNull();
            }
        }
    }
}
