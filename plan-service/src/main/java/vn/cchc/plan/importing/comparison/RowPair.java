package vn.cchc.plan.importing.comparison;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A row before and after: one of both is absent where the row was added or removed.
 *
 * @param before the row in the document before
 * @param after the row in the document now
 */
public record RowPair(Optional<ComparedRow> before, Optional<ComparedRow> after) {

    /** A cell whose texts differ; one of both is absent where the cell was empty. */
    public record ChangedCell(ComparedColumn column, Optional<String> before, Optional<String> after) {}

    /** The cells that differ; all that are printed, of a row that was added or removed. */
    public List<ChangedCell> changedCells() {
        return Stream.of(ComparedColumn.values())
                .map(column -> new ChangedCell(
                        column, before.flatMap(row -> row.cell(column)), after.flatMap(row -> row.cell(column))))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }
}
