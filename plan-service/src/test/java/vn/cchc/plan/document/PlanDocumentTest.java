package vn.cchc.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
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

    private static PlanDocument.Row place(int order, Integer parent) {
        return row(order, "Việc", null, null).at(order, parent);
    }

    /** Rows 1 to 3 and 4 to 5 in two annexes; 2 and 3 beneath 1, 5 beneath 4; a target linked to 3 and 5; notes on 3 and 4. */
    private static PlanDocument ofTwoAnnexes() {
        FileNotes notes = new FileNotes(
                List.of(TEXT, doubt("NO_COLUMN", 3, null)),
                2,
                List.of(doubt("AMOUNT_SHARED", 4, CellColumn.AMOUNT)),
                1);
        PlanDocument one = document(notes);
        return new PlanDocument(
                one.format(),
                one.header(),
                List.of(),
                List.of(),
                List.of(new PlanDocument.Area(
                        1, "Thể chế", List.of(new PlanDocument.Target(null, "100%", List.of(3, 5))), List.of())),
                List.of(),
                List.of(),
                List.of(place(1, null), place(2, 1), place(3, 1), place(4, null), place(5, 4)),
                List.of(
                        new PlanDocument.AnnexHeading(1, "PHỤ LỤC I", null),
                        new PlanDocument.AnnexHeading(4, "PHỤ LỤC II", "Thủ tục")),
                notes);
    }

    private static List<Integer> parents(PlanDocument document) {
        return document.annex().stream().map(PlanDocument.Row::parent).toList();
    }

    private static List<Integer> annexes(PlanDocument document) {
        return document.annexHeadings().stream()
                .map(PlanDocument.AnnexHeading::firstRow)
                .toList();
    }

    @Property
    void a_row_that_is_inserted_and_removed_leaves_the_document_as_it_was(
            @ForAll @IntRange(min = 1, max = 6) int order, @ForAll @IntRange(min = 0, max = 5) int parent) {
        PlanDocument before = ofTwoAnnexes();
        PlanDocument with = before.withInserted(place(order, parent == 0 || parent >= order ? null : parent));

        assertThat(with.annex()).extracting(PlanDocument.Row::order).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(with.annex().stream().filter(row -> row.parent() != null))
                .allSatisfy(row -> assertThat(row.parent()).isLessThan(row.order()));
        assertThat(with.notes().untranscribed()).hasSize(2);
        assertThat(with.without(order)).contains(before);
    }

    @Test
    void what_names_rows_goes_along_with_them() {
        PlanDocument with = ofTwoAnnexes().withInserted(place(2, 1));

        assertThat(parents(with)).containsExactly(null, 1, 1, 1, null, 5);
        assertThat(annexes(with)).containsExactly(1, 5);
        assertThat(with.areas().get(0).targets().get(0).linkedRows()).containsExactly(4, 6);
        assertThat(with.notes().untranscribed().get(1).place().order()).isEqualTo(4);
        assertThat(with.notes().doubts().get(0).place().order()).isEqualTo(5);
    }

    @Test
    void a_row_in_the_place_of_the_first_one_begins_the_annex_unless_it_is_beneath_one_of_the_annex_before() {
        assertThat(annexes(ofTwoAnnexes().withInserted(place(4, null)))).containsExactly(1, 4);
        assertThat(annexes(ofTwoAnnexes().withInserted(place(4, 1)))).containsExactly(1, 5);
        assertThat(annexes(ofTwoAnnexes().withInserted(place(1, null)))).containsExactly(1, 5);
    }

    @Test
    void rows_beneath_one_that_is_removed_come_beneath_its_parent() {
        PlanDocument left = ofTwoAnnexes().without(1).orElseThrow();

        assertThat(parents(left)).containsExactly(null, null, null, 3);
        assertThat(annexes(left)).containsExactly(1, 3);
        assertThat(left.areas().get(0).targets().get(0).linkedRows()).containsExactly(2, 4);
    }

    @Test
    void what_is_about_a_row_that_is_removed_goes_with_it() {
        PlanDocument left = ofTwoAnnexes().without(3).orElseThrow();

        assertThat(left.areas().get(0).targets().get(0).linkedRows()).containsExactly(4);
        assertThat(left.notes().untranscribed()).containsExactly(TEXT);
        assertThat(left.notes().untranscribedTotal()).isEqualTo(1);
        assertThat(ofTwoAnnexes().without(6)).isEmpty();
    }

    @Test
    void an_annex_without_rows_loses_its_heading() {
        PlanDocument left = ofTwoAnnexes().without(5).orElseThrow().without(4).orElseThrow();
        assertThat(annexes(left)).containsExactly(1);

        PlanDocument second = ofTwoAnnexes()
                .without(3)
                .flatMap(rest -> rest.without(2))
                .flatMap(rest -> rest.without(1))
                .orElseThrow();
        assertThat(second.annexHeadings()).containsExactly(new PlanDocument.AnnexHeading(1, "PHỤ LỤC II", "Thủ tục"));
    }

    @Test
    void areas_are_replaced_added_and_removed_by_their_numbers() {
        PlanDocument.Area third = new PlanDocument.Area(3, "Bộ máy", List.of(), List.of());
        PlanDocument.Area second = new PlanDocument.Area(2, "Thủ tục", List.of(), List.of());
        PlanDocument with = ofTwoAnnexes().withArea(third).withArea(second);

        assertThat(with.areas()).extracting(PlanDocument.Area::number).containsExactly(1, 2, 3);
        PlanDocument.Area renamed = new PlanDocument.Area(2, "TTHC", List.of(), List.of());
        assertThat(with.withArea(renamed).areas()).contains(renamed, third).doesNotContain(second);
        assertThat(with.withoutArea(1).orElseThrow().areas()).containsExactly(second, third);
        assertThat(with.withoutArea(7)).isEmpty();
    }

    private static PlanDocument withAnnex(
            List<PlanDocument.Row> rows, List<PlanDocument.AnnexHeading> headings, List<PlanDocument.Area> areas) {
        PlanDocument one = ofTwoAnnexes();
        return new PlanDocument(
                one.format(), one.header(), List.of(), List.of(), areas, List.of(), List.of(), rows, headings, null);
    }

    @Test
    void orders_may_have_gaps() {
        List<PlanDocument.Row> rows = List.of(place(1, null), place(3, null), place(5, null), place(6, 5));
        PlanDocument.AnnexHeading first = new PlanDocument.AnnexHeading(1, "PHỤ LỤC I", null);
        PlanDocument.AnnexHeading second = new PlanDocument.AnnexHeading(3, "PHỤ LỤC II", null);
        PlanDocument.AnnexHeading third = new PlanDocument.AnnexHeading(5, "PHỤ LỤC III", null);

        PlanDocument left =
                withAnnex(rows, List.of(first, second), List.of()).without(3).orElseThrow();
        assertThat(left.annex()).extracting(PlanDocument.Row::order).containsExactly(1, 4, 5);
        assertThat(annexes(left)).containsExactly(1, 4);
        assertThat(annexes(withAnnex(rows, List.of(first, second, third), List.of())
                        .without(3)
                        .orElseThrow()))
                .containsExactly(1, 4);
        assertThat(annexes(withAnnex(rows, List.of(first, second), List.of()).withInserted(place(2, null))))
                .containsExactly(1, 4);
    }

    @Test
    void areas_stay_in_the_order_of_the_document() {
        PlanDocument.Area fourth = new PlanDocument.Area(4, "Thủ tục", List.of(), List.of());
        PlanDocument.Area first = new PlanDocument.Area(1, "Thể chế", List.of(), List.of());
        PlanDocument before = withAnnex(List.of(place(1, null)), List.of(), List.of(fourth, first));

        assertThat(before.withArea(fourth)).isEqualTo(before);
        PlanDocument.Area renamed = new PlanDocument.Area(1, "Cải cách thể chế", List.of(), List.of());
        assertThat(before.withArea(renamed).areas()).containsExactly(fourth, renamed);
    }

    @Test
    void another_stated_total_settles_what_is_noted_on_it() {
        FileNote total = new FileNote(
                "AMOUNT_AMBIGUOUS", new PlaceInFile(9, null, null, null, null), CellColumn.STATED_TOTAL, "12.9");
        PlanDocument before = document(new FileNotes(List.of(TEXT), 1, List.of(total), 1));
        PlanDocument.Header header = before.header();

        PlanDocument.Header withTotal = new PlanDocument.Header(
                header.number(), header.title(), header.issuer(), null, header.signedOn(), header.year(), 12_900_000L);
        assertThat(before.withHeader(withTotal).notes().doubts()).isEmpty();
        assertThat(before.withHeader(withTotal).notes().untranscribed()).containsExactly(TEXT);
        assertThat(before.withHeader(header)).isEqualTo(before);
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
        assertThat(json.treeToValue(stored, PlanDocument.class).fileNotes().untranscribed())
                .extracting(FileNote::code)
                .containsExactly("OF_THE_NEXT_VERSION");
        ((ObjectNode) stored.get("notes").get("untranscribed").get(0)).put("cell", "OF_THE_NEXT_VERSION");
        assertThat(json.treeToValue(stored, PlanDocument.class).fileNotes().untranscribed())
                .extracting(FileNote::cell)
                .containsOnlyNulls();
        stored.remove("notes");
        assertThat(json.treeToValue(stored, PlanDocument.class).fileNotes()).isEqualTo(FileNotes.none());
    }
}
