package vn.cchc.plan.importing;

import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import vn.cchc.plan.document.FileNote;
import vn.cchc.plan.document.FileNotes;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.importing.comparison.RowMatching;

/**
 * Notes that a document has from the one that it replaces. They name rows by the orders of then: rows may have been inserted before
 * them since, or be gone, and cells may be corrected.
 */
final class CarriedNotes {

    private final PlanDocument before;
    private final PlanDocument now;
    private final Map<Integer, PlanDocument.Row> rowsBefore;
    private final Map<Integer, PlanDocument.Row> rowsNow;
    private final Map<Integer, Integer> orders;

    private CarriedNotes(PlanDocument before, PlanDocument now) {
        this.before = before;
        this.now = now;
        rowsBefore = byOrder(before);
        rowsNow = byOrder(now);
        orders = DraftComparisons.orders(RowMatching.of(DraftComparisons.rows(before), DraftComparisons.rows(now)));
    }

    /**
     * A document with each note that the one before has, too, at the row that it is about now, and without those whose row is gone or
     * whose cell has another text. Notes that only the new document has stay as they are.
     *
     * @param now may be ill structured
     */
    static PlanDocument in(PlanDocument now, PlanDocument before) {
        if (now.notes() == null || before.notes() == null) {
            return now;
        }
        Set<FileNote> known = new HashSet<>(before.notes().untranscribed());
        known.addAll(before.notes().doubts());
        CarriedNotes carried = new CarriedNotes(before, now);
        return now.withNotes(now.notes().each(note -> known.contains(note) ? carried.carry(note) : Optional.of(note)));
    }

    private static Map<Integer, PlanDocument.Row> byOrder(PlanDocument document) {
        return document.annex().stream()
                .collect(Collectors.toMap(PlanDocument.Row::order, row -> row, (first, again) -> first));
    }

    private Optional<FileNote> carry(FileNote note) {
        if (note.cell() == CellColumn.STATED_TOTAL) {
            return Objects.equals(before.header().statedTotal(), now.header().statedTotal())
                    ? Optional.of(note)
                    : Optional.empty();
        }
        Integer order = note.place().order();
        if (order == null || !rowsBefore.containsKey(order)) {
            return Optional.of(note.ofRow(null));
        }
        PlanDocument.Row row = asNumberedNow(rowsBefore.get(order));
        return Optional.ofNullable(orders.get(order))
                .map(rowsNow::get)
                .filter(same -> !FileNotes.isChanged(note, row, same))
                .map(same -> note.ofRow(same.order()));
    }

    /** A row of the document before, beneath its parent by the parent's order now. */
    private PlanDocument.Row asNumberedNow(PlanDocument.Row row) {
        return row.at(row.order(), row.parent() == null ? null : orders.get(row.parent()));
    }
}
