package vn.cchc.plan.finding;

import java.util.List;
import java.util.Optional;

/**
 * Something in a plan document that needs human attention. The import never corrects it.
 *
 * @param cells cells concerned; annex rows in printed order, then the body
 * @param figures the compared values, of the type given by the code
 */
public record Finding(FindingCode code, List<Cell> cells, Figures figures) {

    public Finding {
        cells = List.copyOf(cells);
        if (!code.figures().isInstance(figures)) {
            throw new IllegalArgumentException(code + " has no figures of " + figures.getClass());
        }
    }

    /** In one annex row, in the code's column. */
    public static Finding inRow(FindingCode code, int order, Figures figures) {
        return inRows(code, List.of(order), figures);
    }

    /** In several annex rows, in the code's column. */
    public static Finding inRows(FindingCode code, List<Integer> orders, Figures figures) {
        CellColumn column = code.column().orElseThrow();
        return new Finding(
                code, orders.stream().map(order -> Cell.ofRow(order, column)).toList(), figures);
    }

    /** In the header, in the code's column. */
    public static Finding inHeader(FindingCode code, Figures figures) {
        return new Finding(code, List.of(Cell.ofHeader(code.column().orElseThrow())), figures);
    }

    public Severity severity() {
        return code.severity();
    }

    /** Where it stands in lists. */
    public FindingOrder order() {
        return cells.stream()
                .findFirst()
                .map(cell -> FindingOrder.of(code, cell.row(), cell.area(), cell.target()))
                .orElseGet(() -> FindingOrder.of(code, Optional.empty(), Optional.empty(), Optional.empty()));
    }

    /** Order of the annex rows concerned; empty when it concerns the whole plan or the body. */
    public List<Integer> rows() {
        return cells.stream()
                .map(Cell::row)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
