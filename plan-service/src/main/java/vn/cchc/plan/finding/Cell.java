package vn.cchc.plan.finding;

import java.util.Optional;

/**
 * A location in a plan document: in the annex if it has a row, in the body if it has an area; otherwise in the header, or, of a column
 * of the annex, that column as a whole.
 *
 * @param row order of the annex row
 * @param area number of the area in the body
 * @param target position of the printed target within its area, from 1
 */
public record Cell(Optional<Integer> row, Optional<Integer> area, Optional<Integer> target, CellColumn column) {

    public static Cell ofRow(int order, CellColumn column) {
        return new Cell(Optional.of(order), Optional.empty(), Optional.empty(), column);
    }

    public static Cell ofTarget(int area, int target) {
        return new Cell(Optional.empty(), Optional.of(area), Optional.of(target), CellColumn.TARGET);
    }

    /** The column of the annex as a whole, of which no row has anything. */
    public static Cell ofColumn(CellColumn column) {
        return new Cell(Optional.empty(), Optional.empty(), Optional.empty(), column);
    }

    public static Cell ofHeader(CellColumn column) {
        return new Cell(Optional.empty(), Optional.empty(), Optional.empty(), column);
    }
}
