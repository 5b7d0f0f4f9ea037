package vn.cchc.plan.transcript.reading;

/**
 * Where something stands in the file.
 *
 * @param block which paragraph, table or sheet of the document, from 1, those without text not counted
 * @param row row of the table or sheet, from 1; null outside of them
 * @param column heading of the column as printed; null where there is none
 * @param order order of the row of the annex that was transcribed from there; null where there is none
 */
public record Place(int block, Integer row, String column, Integer order) {

    static Place at(int block) {
        return new Place(block, null, null, null);
    }

    static Place at(int block, int row) {
        return new Place(block, row, null, null);
    }

    Place under(String heading) {
        boolean none = heading == null || heading.isEmpty();
        return new Place(block, row, none ? null : Excerpt.of(heading), order);
    }

    Place ofRow(int annexOrder) {
        return new Place(block, row, column, annexOrder);
    }
}
