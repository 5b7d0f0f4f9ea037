package vn.cchc.plan.importing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.task.OtherCell;
import vn.cchc.platform.database.JsonColumns;

class PlanDocumentTest {

    private static final PlanDocument.Row FIRST = row(1, "Việc", "Văn phòng", 5_000_000L);
    private static final FileNote TEXT =
            new FileNote("NO_PLACE", new PlaceInFile(1, null, null, null, null), null, "PHỤ LỤC");

    private static PlanDocument.Row row(int order, String title, String lead, Long amount) {
        return new PlanDocument.Row(
                order, null, null, title, lead, List.of(), List.of(), null, amount, "5 (triệu đồng)", List.of());
    }

    private static FileNote doubt(String code, int order, CellColumn cell) {
        return new FileNote(code, new PlaceInFile(7, order + 1, null, null, order), cell, "5");
    }

    private static PlanDocument document(FileNotes notes) {
        return new PlanDocument(
                PlanDocument.FORMAT,
                new PlanDocument.Header(
                        "1/KH-UBND", "Kế hoạch", "UBND xã An Bình", null, LocalDate.of(2025, 12, 22), 2026, null),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(FIRST, row(2, "Việc khác", null, null)),
                List.of(),
                notes);
    }

    private static FileNotes afterCorrection(PlanDocument.Row row) {
        FileNotes notes = new FileNotes(
                List.of(TEXT, doubt("NO_COLUMN", 1, null)),
                400,
                List.of(
                        doubt("AMOUNT_SHARED", 1, CellColumn.AMOUNT),
                        doubt("TEXT_TOO_LONG", 1, CellColumn.LEAD),
                        doubt("AMOUNT_SHARED", 2, CellColumn.AMOUNT)),
                3);
        return document(notes).withRow(row).orElseThrow().notes();
    }

    @Test
    void the_correction_of_a_cell_settles_what_is_about_that_cell_alone() {
        FileNotes left = afterCorrection(row(1, "Việc", "Văn phòng", 6_000_000L));

        assertThat(left.doubts())
                .containsExactly(
                        doubt("TEXT_TOO_LONG", 1, CellColumn.LEAD), doubt("AMOUNT_SHARED", 2, CellColumn.AMOUNT));
        assertThat(left.doubtsTotal()).isEqualTo(2);
        assertThat(left.untranscribed()).containsExactly(TEXT, doubt("NO_COLUMN", 1, null));
        assertThat(left.furtherUntranscribed()).isEqualTo(398);
    }

    @Test
    void the_correction_of_a_title_settles_what_is_about_the_whole_row() {
        FileNotes left = afterCorrection(row(1, "Việc đúng", "Văn phòng", 5_000_000L));

        assertThat(left.untranscribed()).containsExactly(TEXT);
        assertThat(left.untranscribedTotal()).isEqualTo(399);
        assertThat(left.doubts()).hasSize(3);
    }

    @Test
    void a_row_that_is_sent_back_without_its_printed_amount_settles_nothing() {
        FileNotes left = afterCorrection(new PlanDocument.Row(
                1, null, null, "Việc", "Văn phòng", List.of(), List.of(), null, 5_000_000L, List.of()));

        assertThat(left.doubts()).hasSize(3);
        assertThat(left.untranscribed()).hasSize(2);
    }

    @Test
    void a_row_that_stays_as_it_is_settles_nothing() {
        FileNotes left = afterCorrection(FIRST);

        assertThat(left.doubts()).hasSize(3);
        assertThat(left.untranscribed()).hasSize(2);
    }

    @Test
    void an_amount_in_doubt_stands_among_the_other_cells_as_printed() {
        assertThat(row(1, "Việc", null, null).otherCellsAndAmountAsPrinted())
                .containsExactly(new OtherCell("Kinh phí (như trong văn bản)", "5 (triệu đồng)"));
        assertThat(FIRST.otherCellsAndAmountAsPrinted()).isEmpty();
        assertThat(document(null).withAmountsAsPrinted().annex())
                .extracting(row -> row.otherCells().size())
                .containsExactly(0, 1);
    }

    @Test
    void what_authors_said_to_each_other_or_did_not_show_is_noted_without_its_text() {
        PlaceInFile place = new PlaceInFile(1, null, null, null, null);

        assertThat(new FileNote("COMMENT", place, null, "Chị Hoa: xem lại hạn").printed())
                .isNull();
        assertThat(new FileNote("HIDDEN_TEXT", place, null, "bị che").printed()).isNull();
        assertThat(new FileNote("DELETED_TEXT", place, null, "Việc đã bỏ").printed())
                .isNull();
        assertThat(new FileNote("FOOTNOTE", place, null, "Theo Luật").printed()).isEqualTo("Theo Luật");
    }

    /** A replica of the version before reads documents of this one, and this one those of the next. */
    @Test
    void a_stored_document_may_have_more_than_its_reader_knows_or_less() throws JsonProcessingException {
        JsonMapper json = JsonColumns.builder().build();
        FileNotes notes = new FileNotes(List.of(TEXT), 1, List.of(), 0);
        ObjectNode stored = json.valueToTree(document(notes));

        assertThat(json.treeToValue(stored, PlanDocument.class)).isEqualTo(document(notes));
        stored.put("ofTheNextVersion", true);
        ((ObjectNode) stored.get("notes").get("untranscribed").get(0)).put("code", "OF_THE_NEXT_VERSION");
        assertThat(json.treeToValue(stored, PlanDocument.class).heldBeside().untranscribed())
                .extracting(FileNote::code)
                .containsExactly("OF_THE_NEXT_VERSION");
        ((ObjectNode) stored.get("notes").get("untranscribed").get(0)).put("cell", "OF_THE_NEXT_VERSION");
        assertThat(json.treeToValue(stored, PlanDocument.class).heldBeside().untranscribed())
                .extracting(FileNote::cell)
                .containsOnlyNulls();
        stored.remove("notes");
        assertThat(json.treeToValue(stored, PlanDocument.class).heldBeside()).isEqualTo(FileNotes.none());
    }
}
