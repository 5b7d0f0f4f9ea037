package vn.cchc.plan.finding;

import java.util.Optional;

/**
 * A place in a plan document. It is in the annex where it has a row, in the body where it has an area, else in the header.
 *
 * @param row    the order of the annex row
 * @param area   the number of the area of the body
 * @param target the place of the printed target among those of its area, from 1
 */
public record Cell(Optional<Integer> row, Optional<Integer> area, Optional<Integer> target, CellColumn column) {

    public static Cell ofRow(int order, CellColumn column) {
        return new Cell(Optional.of(order), Optional.empty(), Optional.empty(), column);
    }

    public static Cell ofTarget(int area, int target) {
        return new Cell(Optional.empty(), Optional.of(area), Optional.of(target), CellColumn.TARGET);
    }

    public static Cell ofHeader(CellColumn column) {
        return new Cell(Optional.empty(), Optional.empty(), Optional.empty(), column);
    }
}
