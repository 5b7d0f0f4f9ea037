package vn.cchc.plan.transcript.reading;

import vn.cchc.plan.finding.CellColumn;

/**
 * Where something stands in the file.
 *
 * @param block which paragraph, table or sheet of the document, from 1, those without text not counted
 * @param row row of the table or sheet, from 1; null outside of them
 * @param column heading of the column as printed; null where there is none
 * @param order order of the row of the annex that was transcribed from there; null where there is none
 * @param cell cell of that row; null where it is the whole row, or not known
 */
public record Place(int block, Integer row, String column, Integer order, CellColumn cell) {

    public Place(int block, Integer row, String column, Integer order) {
        this(block, row, column, order, null);
    }

    /** Whether it is in a row of the annex, or beneath a heading. */
    boolean concernsAnnex() {
        return order != null || column != null;
    }

    static Place at(int block) {
        return new Place(block, null, null, null);
    }

    static Place at(int block, int row) {
        return new Place(block, row, null, null);
    }

    Place under(String heading) {
        boolean none = heading == null || heading.isEmpty();
        return new Place(block, row, none ? null : Excerpt.of(heading), order, cell);
    }

    Place of(CellColumn ofItsRow) {
        return new Place(block, row, column, order, ofItsRow);
    }

    Place ofRow(int annexOrder) {
        return new Place(block, row, column, annexOrder, cell);
    }
}
