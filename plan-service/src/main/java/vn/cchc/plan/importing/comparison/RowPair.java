package vn.cchc.plan.importing.comparison;

import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * Whether the row stands below another row than before.
     *
     * @param orders of each row that is in both documents, by its order before
     */
    public boolean moved(Map<Integer, Integer> orders) {
        return before.isPresent()
                && after.isPresent()
                && !Objects.equals(
                        before.map(ComparedRow::parent).map(parent -> orders.getOrDefault(parent, 0)),
                        after.map(ComparedRow::parent));
    }

    /** The cells that differ; all that are printed, of a row that was added or removed. */
    public List<ChangedCell> changedCells() {
        return Stream.of(ComparedColumn.values())
                .map(column -> new ChangedCell(
                        column, before.flatMap(row -> row.cell(column)), after.flatMap(row -> row.cell(column))))
                .filter(cell -> !cell.before().equals(cell.after()))
                .toList();
    }
}
