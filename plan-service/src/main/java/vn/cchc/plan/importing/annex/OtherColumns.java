package vn.cchc.plan.importing.annex;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.task.OtherCell;

/**
 * The columns of an annex that have no other place, as its rows name them. Rows have no empty cells, so that no row need have all
 * columns: one that a row has between two others stands between them. Where rows name more columns than fit a page, the cells of
 * the others stand in a last one, each behind its heading.
 */
record OtherColumns(List<OtherColumn> columns) {

    /** Columns that have a place of their own. */
    private static final int MOST = Printed.OTHER_CELLS;

    private static final OtherColumn FURTHER = new OtherColumn("Nội dung khác", -1);

    /**
     * A column.
     *
     * @param heading null where none is printed
     * @param occurrence of columns with the same heading in one row, from 0
     */
    record OtherColumn(String heading, int occurrence) {}

    static OtherColumns of(List<PlanDocument.Row> rows) {
        List<OtherColumn> columns = new ArrayList<>();
        boolean further = false;
        for (PlanDocument.Row row : rows) {
            int behind = 0;
            for (OtherColumn column : of(row)) {
                int at = columns.indexOf(column);
                if (at < 0 && columns.size() == MOST) {
                    further = true;
                    continue;
                }
                if (at < 0) {
                    columns.add(behind, column);
                    at = behind;
                }
                behind = Math.max(behind, at + 1);
            }
        }
        if (further) {
            columns.add(FURTHER);
        }
        return new OtherColumns(List.copyOf(columns));
    }

    private static List<OtherColumn> of(PlanDocument.Row row) {
        List<OtherColumn> columns = new ArrayList<>();
        for (OtherCell cell : row.otherCells()) {
            int same = (int) columns.stream()
                    .filter(column -> Objects.equals(column.heading(), cell.heading()))
                    .count();
            columns.add(new OtherColumn(cell.heading(), same));
        }
        return columns;
    }

    /** The texts of a row by their columns. */
    Map<OtherColumn, List<String>> cells(PlanDocument.Row row) {
        Map<OtherColumn, List<String>> cells = new HashMap<>();
        List<OtherColumn> ofRow = of(row);
        for (int i = 0; i < ofRow.size(); i++) {
            OtherCell cell = row.otherCells().get(i);
            if (columns.contains(ofRow.get(i))) {
                cells.put(ofRow.get(i), List.of(cell.text()));
            } else {
                cells.computeIfAbsent(FURTHER, further -> new ArrayList<>()).add(cell.printed());
            }
        }
        return cells;
    }
}
