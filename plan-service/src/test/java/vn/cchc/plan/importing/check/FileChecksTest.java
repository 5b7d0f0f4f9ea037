package vn.cchc.plan.importing.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlaceInFile;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Figures;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;

/** Findings of what a file held beside its document, which has rows of the orders 1 and 2; the second states an amount. */
class FileChecksTest {

    private static FileNote ofRow(String code, int order, CellColumn cell, String printed) {
        return new FileNote(code, new PlaceInFile(7, order + 1, null, "Cột", order), cell, printed);
    }

    private static FileNote ofParagraph(String code, int block, String printed) {
        return new FileNote(code, new PlaceInFile(block, null, null, null, null), null, printed);
    }

    private static PlanDocument document(Long statedTotal, FileNotes notes) {
        return new PlanDocument(
                PlanDocument.FORMAT,
                new PlanDocument.Header(
                        "1/KH-UBND",
                        "Kế hoạch",
                        "UBND xã An Bình",
                        null,
                        LocalDate.of(2025, 12, 22),
                        2026,
                        statedTotal),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(row(1, null), row(2, 5_000_000L)),
                List.of(),
                notes);
    }

    private static PlanDocument.Row row(int order, Long amount) {
        return new PlanDocument.Row(
                order, null, null, "Việc " + order, null, List.of(), List.of(), null, amount, List.of());
    }

    private static List<Finding> found(List<FileNote> untranscribed, List<FileNote> doubts) {
        return Checks.ofTheFile(document(null, new FileNotes(untranscribed, null, doubts, null)));
    }

    private static List<FileNote> paragraphs(int count) {
        List<FileNote> paragraphs = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            paragraphs.add(ofParagraph("NO_PLACE", i, "Căn cứ " + i));
        }
        return paragraphs;
    }

    @Test
    void a_document_that_was_typed_has_none() {
        assertThat(Checks.ofTheFile(document(null, null))).isEmpty();
    }

    @Test
    void a_doubt_is_a_warning_at_its_cell_and_what_was_left_for_it_is_not_told_twice() {
        assertThat(found(
                        List.of(ofRow("NO_AMOUNT", 1, CellColumn.AMOUNT, "12.9")),
                        List.of(ofRow("AMOUNT_AMBIGUOUS", 1, CellColumn.AMOUNT, "12.9"))))
                .containsExactly(new Finding(
                        FindingCode.FILE_DOUBT,
                        List.of(Cell.ofRow(1, CellColumn.AMOUNT)),
                        new Figures.NotedInFile(
                                "AMOUNT_AMBIGUOUS",
                                List.of(new Figures.InFile(
                                        "12.9", 7, Optional.of(2), Optional.empty(), Optional.of("Cột"))))));
    }

    @Test
    void a_doubt_on_a_whole_row_is_at_its_title() {
        assertThat(found(List.of(), List.of(ofRow("TEXT_TOO_LONG", 2, null, "x"))))
                .extracting(Finding::cells)
                .containsExactly(List.of(Cell.ofRow(2, CellColumn.TITLE)));
    }

    @Test
    void doubts_of_one_kind_at_one_cell_or_in_no_row_are_joined() {
        assertThat(found(
                        List.of(),
                        List.of(
                                ofRow("TOO_MANY", 1, CellColumn.PRODUCTS, "a"),
                                ofRow("TOO_MANY", 1, CellColumn.PRODUCTS, "b"),
                                ofRow("TOO_MANY", 2, CellColumn.PRODUCTS, "c"),
                                ofParagraph("SHEET_HIDDEN", 3, "Cũ"),
                                ofParagraph("SHEET_HIDDEN", 4, "Nháp"),
                                // No row of the document has this order.
                                ofRow("SHEET_HIDDEN", 9, null, "Nữa"))))
                .extracting(Finding::cells, finding -> places(finding).size())
                .containsExactly(
                        tuple(List.of(), 3),
                        tuple(List.of(Cell.ofRow(1, CellColumn.PRODUCTS)), 2),
                        tuple(List.of(Cell.ofRow(2, CellColumn.PRODUCTS)), 1));
    }

    @Test
    void an_amount_that_was_left_empty_and_is_stated_now_is_no_finding() {
        FileNote amount = ofRow("AMOUNT_AMBIGUOUS", 2, CellColumn.AMOUNT, "12.9");
        FileNote total = new FileNote(
                "TOTAL_TWICE", new PlaceInFile(7, 9, null, null, null), CellColumn.STATED_TOTAL, "5.000.000");

        assertThat(found(List.of(), List.of(amount, total)))
                .extracting(Finding::cells)
                .containsExactly(List.of(Cell.ofHeader(CellColumn.STATED_TOTAL)));
    }

    @Test
    void an_amount_that_is_printed_and_not_stated_is_found_without_a_note_and_not_twice_with_one() {
        List<PlanDocument.Row> rows = List.of(
                printed(1, null, "12.9 (triệu đồng)"),
                printed(2, null, "Theo dự toán"),
                printed(3, 5_000_000L, "5 (triệu đồng)"),
                printed(4, null, "1.200"));
        FileNotes notes =
                new FileNotes(List.of(), 0, List.of(ofRow("AMOUNT_AMBIGUOUS", 4, CellColumn.AMOUNT, "1.200")), 1);
        PlanDocument.Header header = document(null, null).header();

        assertThat(Checks.ofTheFile(new PlanDocument(
                        PlanDocument.FORMAT,
                        header,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        rows,
                        List.of(),
                        notes)))
                .extracting(Finding::code, Finding::cells)
                .containsExactly(
                        tuple(FindingCode.AMOUNT_UNREAD, List.of(Cell.ofRow(1, CellColumn.AMOUNT))),
                        tuple(FindingCode.FILE_DOUBT, List.of(Cell.ofRow(4, CellColumn.AMOUNT))));
    }

    private static PlanDocument.Row printed(int order, Long amount, String printedAmount) {
        return new PlanDocument.Row(
                order, null, null, "Việc " + order, null, List.of(), List.of(), null, amount, printedAmount, List.of());
    }

    @Test
    void a_total_in_doubt_is_found_although_another_one_was_read() {
        FileNote total = new FileNote(
                "TOTAL_TWICE", new PlaceInFile(7, 9, null, null, null), CellColumn.STATED_TOTAL, "5.000.000");

        assertThat(Checks.ofTheFile(document(5_000_000L, new FileNotes(List.of(), 0, List.of(total), 1))))
                .extracting(Finding::cells)
                .containsExactly(List.of(Cell.ofHeader(CellColumn.STATED_TOTAL)));
    }

    @Test
    void a_second_amount_of_a_row_is_found_although_the_row_states_one() {
        assertThat(found(List.of(ofRow("NO_COLUMN", 2, CellColumn.AMOUNT, "6.000.000")), List.of()))
                .extracting(Finding::code, Finding::cells)
                .containsExactly(tuple(FindingCode.FILE_CELL_LEFT, List.of(Cell.ofRow(2, CellColumn.AMOUNT))));
    }

    @Test
    void hundreds_of_paragraphs_without_a_place_are_one_notice_that_lists_them() {
        assertThat(found(paragraphs(FileNotes.MOST), List.of())).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(FindingCode.FILE_TEXT_LEFT);
            assertThat(finding.cells()).isEmpty();
            assertThat(places(finding))
                    .hasSize(FileNotes.MOST)
                    .extracting(Figures.InFile::printed)
                    .contains("Căn cứ 150");
        });
    }

    @Test
    void cells_of_the_annex_are_warnings_and_other_content_is_told_by_its_kind() {
        assertThat(found(
                        List.of(
                                ofParagraph("NO_PLACE", 1, "PHỤ LỤC"),
                                ofParagraph("PICTURE", 2, null),
                                ofRow("NO_AMOUNT", 1, CellColumn.AMOUNT, "theo dự toán"),
                                ofRow("NO_COLUMN", 1, null, "Công an"),
                                ofParagraph("NO_TASK", 5, "Cộng mục I")),
                        List.of()))
                .extracting(Finding::code, Finding::cells)
                .containsExactly(
                        tuple(FindingCode.FILE_CELL_LEFT, List.of()),
                        tuple(FindingCode.FILE_CELL_LEFT, List.of(Cell.ofRow(1, CellColumn.AMOUNT))),
                        tuple(FindingCode.FILE_CELL_LEFT, List.of(Cell.ofRow(1, CellColumn.TITLE))),
                        tuple(FindingCode.FILE_TEXT_LEFT, List.of()),
                        tuple(FindingCode.FILE_TEXT_LEFT, List.of()));
    }

    @Test
    void what_is_not_listed_is_counted() {
        assertThat(Checks.ofTheFile(document(null, new FileNotes(paragraphs(2), 412, List.of(), 3))))
                .filteredOn(finding -> finding.code() == FindingCode.FILE_FURTHER)
                .extracting(Finding::figures)
                .containsExactly(new Figures.FurtherInFile(3, 410));
    }

    private static List<Figures.InFile> places(Finding finding) {
        return ((Figures.NotedInFile) finding.figures()).places();
    }
}
