package vn.cchc.plan.importing.comparison;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * A row as printed, for comparison.
 *
 * @param order unique in its document
 * @param parent order of the row above it; null at the top level
 * @param cells text of each printed cell; a cell that is empty in print is absent. There is a title
 */
public record ComparedRow(int order, Integer parent, Map<ComparedColumn, String> cells) {

    public ComparedRow {
        cells = Collections.unmodifiableMap(
                cells.isEmpty() ? new EnumMap<>(ComparedColumn.class) : new EnumMap<>(cells));
    }

    Optional<String> cell(ComparedColumn column) {
        return Optional.ofNullable(cells.get(column));
    }
}
