package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.plan.transcript.reading.Documents.numbered;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.platform.printed.PrintedDocument.Cell;

/** How the text of a cell is divided. */
class CellTextTest {

    private static CellText text(String lines) {
        return CellText.of(Documents.cell(0, 1, lines.replace("//", "\n")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Đ/c Chủ tịch UBND xã",
                "P. Tư pháp",
                "H. Nam Đông",
                "T.Ư Đoàn",
                "C.A xã",
                "V.P Đảng ủy",
                "V/v ban hành",
                "B/c tháng",
                "N/A",
                "Q.Đ thành lập",
                "I. Văn phòng",
                "1.000 tờ rơi",
                "Các ngành (A; B)"
            })
    void an_entry_keeps_its_beginning(String entry) {
        assertThat(text(entry).entries()).containsExactly(entry);
        assertThat(text("- " + entry).entries()).containsExactly(entry);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "P. Tư pháp; H. Nam Đông; | P. Tư pháp/H. Nam Đông",
                "1. Tờ trình; 2) Báo cáo//a) Quyết định//b. Quy chế | Tờ trình/Báo cáo/Quyết định/Quy chế",
                "- Văn phòng//+ Tư pháp | Văn phòng/Tư pháp",
                "Các ngành (A; B); C | Các ngành (A; B)/C",
                "a) Các ngành; b) C | Các ngành/C",
                "Các ngành (A; B | Các ngành (A/B",
                "tư pháp//tài chính//công an xã | tư pháp/tài chính/công an xã",
                "Văn phòng –//thống kê//Tư pháp | Văn phòng – thống kê/Tư pháp",
                "Văn hóa,//xã hội | Văn hóa, xã hội",
                "Văn hóa và//xã hội | Văn hóa và xã hội",
                "Phòng Văn hóa//và Thông tin | Phòng Văn hóa và Thông tin",
                "A; A; B//A | A/B"
            })
    void entries_stand_in_lines_and_between_semicolons(String lines, String entries) {
        assertThat(text(lines).entries()).containsExactly(entries.split("/"));
    }

    @Test
    void automatic_numbers_are_no_part_of_entries() {
        Cell cell = new Cell(0, 1, false, List.of(numbered("I.", "Văn phòng"), numbered("A)", "Tư pháp")));

        assertThat(CellText.of(cell).entries()).containsExactly("Văn phòng", "Tư pháp");
        assertThat(CellText.of(cell).joined()).isEqualTo("I. Văn phòng A) Tư pháp");
    }

    @Test
    void more_entries_than_any_bound_are_not_told_apart() {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i < 3_200; i++) {
            units.append('x').append(i).append(';');
        }
        CellText cell = text(units + "//cuối");

        assertThat(cell.entries()).hasSize(CellText.ENTRIES).contains("x0", "x198");
        assertThat(cell.entries().get(CellText.ENTRIES - 1))
                .startsWith("x199;x200")
                .endsWith("x3199;; cuối");
    }
}
