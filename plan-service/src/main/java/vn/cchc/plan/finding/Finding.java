package vn.cchc.plan.finding;

import java.util.List;
import java.util.Optional;

/**
 * Something in a plan document that people should look at. The import never corrects it.
 *
 * @param cells   those concerned; rows of the annex in printed order, then the body
 * @param figures what was compared, of the kind that the code has
 */
public record Finding(FindingCode code, List<Cell> cells, Figures figures) {

    public Finding {
        cells = List.copyOf(cells);
        if (!code.figures().isInstance(figures)) {
            throw new IllegalArgumentException(code + " has no figures of " + figures.getClass());
        }
    }

    /** In one annex row, in the column of the code. */
    public static Finding inRow(FindingCode code, int order, Figures figures) {
        return inRows(code, List.of(order), figures);
    }

    /** In annex rows, in the column of the code. */
    public static Finding inRows(FindingCode code, List<Integer> orders, Figures figures) {
        CellColumn column = code.column().orElseThrow();
        return new Finding(
                code, orders.stream().map(order -> Cell.ofRow(order, column)).toList(), figures);
    }

    /** In the header, in the column of the code. */
    public static Finding inHeader(FindingCode code, Figures figures) {
        return new Finding(code, List.of(Cell.ofHeader(code.column().orElseThrow())), figures);
    }

    public Severity severity() {
        return code.severity();
    }

    /** The order of the annex rows concerned; none where it concerns the whole or the body. */
    public List<Integer> rows() {
        return cells.stream()
                .map(Cell::row)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }
}
