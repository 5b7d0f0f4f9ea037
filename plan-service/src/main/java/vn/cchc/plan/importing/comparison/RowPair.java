package vn.cchc.plan.importing.comparison;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Whether both documents have the row. */
    public boolean isKept() {
        return before.isPresent() && after.isPresent();
    }

    /**
     * Whether the row stands below another row than before.
     *
     * @param orders of each row that is in both documents, by its order before
     */
    boolean isElsewhere(Map<Integer, Integer> orders) {
        return isKept()
                && !Objects.equals(
                        before.map(ComparedRow::parent).map(parent -> orders.getOrDefault(parent, 0)),
                        after.map(ComparedRow::parent));
    }

    /**
     * The rows that stand below another row than before, or elsewhere among those of their row: as few of these as explain their order.
     *
     * @param pairs in the order of the rows now
     */
    public static Set<RowPair> moved(List<RowPair> pairs, Map<Integer, Integer> orders) {
        Set<RowPair> moved = new HashSet<>();
        Map<Optional<Integer>, List<RowPair>> stayed = new HashMap<>();
        for (RowPair pair : pairs) {
            if (pair.isElsewhere(orders)) {
                moved.add(pair);
            } else if (pair.isKept()) {
                stayed.computeIfAbsent(pair.after.map(ComparedRow::parent), none -> new ArrayList<>())
                        .add(pair);
            }
        }
        stayed.values()
                .forEach(siblings -> moved.addAll(Sequence.moved(
                        siblings, pair -> pair.before.orElseThrow().order())));
        return moved;
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
