package vn.cchc.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlaceInFile;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;

/** Notes of a document of three rows, a heading and two tasks, after the document is replaced. */
class CarriedNotesTest {

    private static final FileNote TOTAL = note("TOTAL_TWICE", null, CellColumn.STATED_TOTAL);
    private static final FileNote TEXT = note("NO_PLACE", null, null);
    private static final FileNote AMOUNT = note("AMOUNT_AMBIGUOUS", 2, CellColumn.AMOUNT);
    private static final FileNote CODE = note("ROW_PLACE", 3, CellColumn.CODE);

    private static final PlanDocument BEFORE = document(
            1_000L,
            new FileNotes(List.of(TEXT), 5, List.of(AMOUNT, CODE, TOTAL), 3),
            row(1, null, "1", "Mục", null),
            row(2, 1, "1.1", "Việc", null),
            row(3, 1, "1.2", "Việc khác", null));

    private static FileNote note(String code, Integer order, CellColumn cell) {
        return new FileNote(code, new PlaceInFile(7, 4, null, "Cột", order), cell, "12.9");
    }

    private static PlanDocument.Row row(int order, Integer parent, String code, String title, Long amount) {
        return new PlanDocument.Row(order, parent, code, title, null, List.of(), List.of(), null, amount, List.of());
    }

    private static PlanDocument document(Long statedTotal, FileNotes notes, PlanDocument.Row... rows) {
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
                List.of(rows),
                List.of(),
                notes);
    }

    private static FileNotes carried(Long statedTotal, PlanDocument.Row... rows) {
        return CarriedNotes.in(document(statedTotal, BEFORE.notes(), rows), BEFORE)
                .notes();
    }

    @Test
    void a_note_goes_along_with_its_row_when_others_are_inserted_before_it() {
        FileNotes notes = carried(
                1_000L,
                row(1, null, "0", "Mục mới", null),
                row(2, null, "1", "Mục", null),
                row(3, 2, "1.1", "Việc", null),
                row(4, 2, "1.2", "Việc khác", null));

        assertThat(notes.doubts()).containsExactly(AMOUNT.ofRow(3), CODE.ofRow(4), TOTAL);
        assertThat(notes.untranscribed()).containsExactly(TEXT);
        assertThat(notes.untranscribedTotal()).isEqualTo(5);
        assertThat(notes.doubtsTotal()).isEqualTo(3);
    }

    @Test
    void a_note_is_dropped_with_its_row() {
        FileNotes notes = carried(1_000L, row(1, null, "1", "Mục", null), row(2, 1, "1.2", "Việc khác", null));

        assertThat(notes.doubts()).containsExactly(CODE.ofRow(2), TOTAL);
        assertThat(notes.doubtsTotal()).isEqualTo(2);
    }

    @Test
    void a_note_is_settled_where_its_cell_or_the_total_is_corrected() {
        FileNotes notes = carried(
                2_000L,
                row(1, null, "1", "Mục", null),
                row(2, 1, "1.1", "Việc", 12_900_000L),
                row(3, 1, "1.2", "Việc khác", null));

        assertThat(notes.doubts()).containsExactly(CODE);
    }

    @Test
    void a_note_that_only_the_new_document_has_stays_as_it_is() {
        FileNote other = note("TOO_MANY", 2, CellColumn.PRODUCTS);
        PlanDocument now = document(
                1_000L,
                new FileNotes(List.of(), 0, List.of(other), 1),
                row(1, null, "0", "Mục mới", null),
                row(2, null, "1", "Mục", null));

        assertThat(CarriedNotes.in(now, BEFORE).notes().doubts()).containsExactly(other);
    }

    @Test
    void a_document_that_names_an_order_twice_is_left_for_its_structure_to_be_refused() {
        FileNotes notes = carried(1_000L, row(1, null, "1", "Mục", null), row(1, null, "1", "Mục", null));

        assertThat(notes.untranscribed()).containsExactly(TEXT);
    }

    @Test
    void a_document_without_notes_stays_without() {
        PlanDocument typed = document(1_000L, null, row(1, null, "1", "Mục", null));

        assertThat(CarriedNotes.in(typed, BEFORE)).isEqualTo(typed);
    }
}
