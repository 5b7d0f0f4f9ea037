package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.cchc.plan.transcript.reading.AnnexColumns.Column;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Row;

/**
 * The cells of a row of a table by the columns of the annex.
 *
 * @param cells by role, without those that are empty; of a cell that goes on from above, what stands above
 * @param continued roles of the cells that go on from above
 * @param others cells that none of the roles has, in printed order, without empty ones
 * @param merged whether the cell of the title is merged with cells of other columns than code and area
 */
record PrintedRow(Map<ColumnRole, CellText> cells, List<ColumnRole> continued, List<Other> others, boolean merged) {

    /**
     * A cell beneath none of the roles.
     *
     * @param column where its column begins in the grid, from 0
     * @param heading empty where its column has none
     * @param role of its column, which another cell of the row has already; null where its column has none
     */
    record Other(int column, String heading, CellText text, ColumnRole role) {

        /** Whether another cell of the row has its role already. */
        boolean beside() {
            return role != null;
        }
    }

    /** @param above the last cell with text of its own in each column, by role; changed by this row */
    static PrintedRow of(Row row, List<Column> columns, Map<ColumnRole, CellText> above) {
        Map<ColumnRole, CellText> cells = new EnumMap<>(ColumnRole.class);
        List<ColumnRole> continued = new ArrayList<>();
        List<Other> others = new ArrayList<>();
        boolean merged = false;
        for (Cell cell : row.cells()) {
            List<Column> covered =
                    columns.stream().filter(column -> column.overlap(cell) > 0).toList();
            ColumnRole role = role(cell, covered);
            CellText text = cell.continued() ? CellText.EMPTY : CellText.of(cell);
            if (role == null || cells.containsKey(role)) {
                if (!text.isEmpty()) {
                    others.add(other(cell, covered, text, role));
                }
                continue;
            }
            merged |= role == ColumnRole.TITLE && covered.stream().anyMatch(PrintedRow::isBehindTheTitle);
            if (cell.continued()) {
                continued.add(role);
                text = above.getOrDefault(role, CellText.EMPTY);
            } else {
                above.put(role, text);
            }
            if (!text.isEmpty()) {
                cells.put(role, text);
            }
        }
        return new PrintedRow(cells, continued, others, merged);
    }

    /** A cell is beneath the first column without a role that it covers; beneath the first of all where each has one. */
    private static Other other(Cell cell, List<Column> covered, CellText text, ColumnRole role) {
        return covered.stream()
                .filter(column -> role != null || column.role() == null)
                .findFirst()
                .or(() -> covered.stream().findFirst())
                .map(column -> new Other(column.from(), column.heading(), text, role))
                .orElseGet(() -> new Other(cell.column(), "", text, role));
    }

    private static boolean isBehindTheTitle(Column column) {
        return column.role() != ColumnRole.CODE
                && column.role() != ColumnRole.AREA
                && column.role() != ColumnRole.TITLE;
    }

    /** The title's where it covers that; otherwise of the column that it covers most of. */
    private static ColumnRole role(Cell cell, List<Column> covered) {
        ColumnRole role = null;
        int most = 0;
        for (Column column : covered) {
            if (column.role() == ColumnRole.TITLE && column.overlap(cell) * 2 > column.to() - column.from()) {
                return ColumnRole.TITLE;
            }
            if (column.role() != null && column.overlap(cell) > most) {
                most = column.overlap(cell);
                role = column.role();
            }
        }
        boolean mostlyElsewhere = covered.stream().anyMatch(other -> other.role() == null && other.overlap(cell) > 0)
                && most * 2 < cell.span();
        return mostlyElsewhere ? null : role;
    }

    boolean isEmpty() {
        return cells.isEmpty() && others.isEmpty();
    }

    boolean has(ColumnRole role) {
        return cells.containsKey(role);
    }

    /** Whether it states this itself, and not only by a cell that goes on from above. */
    boolean states(ColumnRole role) {
        return cells.containsKey(role) && !continued.contains(role);
    }

    boolean goesOn(ColumnRole role) {
        return continued.contains(role);
    }

    /** In one line; empty where there is none. */
    String text(ColumnRole role) {
        CellText text = cells.getOrDefault(role, CellText.EMPTY);
        return switch (role) {
            case CODE -> text.code();
            case AMOUNT -> text.money();
            default -> text.joined();
        };
    }

    /** Whether nothing but this is in it. */
    boolean hasOnly(ColumnRole role) {
        return others.isEmpty() && cells.size() == 1 && cells.containsKey(role);
    }
}
