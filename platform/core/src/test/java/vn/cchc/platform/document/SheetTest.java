package vn.cchc.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SheetTest {

    private static String cells(byte[] file) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (part.getName().equals("xl/worksheets/sheet1.xml")) {
                    return new String(parts.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError("No sheet");
    }

    private static byte[] file(Sheet.Filling filling) {
        return Sheet.file("Sheet", List.of(10, 20), Sheet.Paper.PLAIN, filling);
    }

    @Test
    void whatever_a_text_begins_with_it_is_no_formula() throws IOException {
        for (String text : List.of("=1+1", "+84 912", "-5", "@SUM(A1)")) {
            String cells = cells(file(sheet -> sheet.text(0, text, false)));

            assertThat(cells).doesNotContain("<f>").contains("t=\"inlineStr\"><is><t>" + text);
        }
    }

    @Test
    void days_and_moments_are_numbers_that_can_be_sorted() throws IOException {
        String cells = cells(file(sheet -> {
            sheet.day(0, LocalDate.parse("2021-01-15"));
            sheet.moment(1, LocalDateTime.parse("2021-01-15T12:00"));
        }));

        assertThat(cells).contains("<v>44211.0</v>", "<v>44211.5</v>");
    }

    @Test
    void a_row_has_room_for_the_lines_of_its_cells() throws IOException {
        String cells = cells(file(sheet -> {
            sheet.text(0, "mot\nhai\nba", false);
            sheet.nextRow();
            sheet.text(0, "x".repeat(35), false);
            sheet.nextRow();
            sheet.text(0, "ngan", false);
            sheet.nextRow();
            sheet.text(0, "CHỈ ĐẠO", true);
            sheet.nextRow();
        }));

        assertThat(cells)
                .contains("<row r=\"1\" ht=\"48.0\"", "<row r=\"2\" ht=\"64.0\"")
                .contains("<row r=\"3\">", "<row r=\"4\" ht=\"32.0\"");
    }

    @Test
    void rows_that_were_written_early_are_all_there() throws IOException {
        String cells = cells(file(sheet -> {
            sheet.headings(List.of("A", "B"));
            for (int i = 1; i <= 1_000; i++) {
                sheet.number(0, i, false);
                sheet.nextRow();
            }
        }));

        assertThat(Pattern.compile("<row ").matcher(cells).results()).hasSize(1_001);
        assertThat(cells).contains("<v>1</v>", "<v>1000</v>");
    }
}
