package vn.cchc.plan.transcript.word;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import vn.cchc.plan.transcript.word.CellProperties.Merge;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Table;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;

/**
 * Places the cells of a document's tables, one table after the other, in their grids (ECMA-376 part 1, 17.4). Elements that stand
 * where none may are an error: their cells would be misplaced.
 */
final class TableBuilder {

    private long allCells;
    /** The rows of the open table; null outside of tables. */
    private List<Row> rows;
    /** The cells of the open row; null outside of rows. */
    private List<Cell> cells;
    /** The paragraphs of the open cell; null outside of cells. */
    private List<Paragraph> paragraphs;

    private RowProperties row;
    private CellProperties cell;
    private int column;
    private boolean onlyHeadings;
    /** First columns of the cells above, and of this row, that belong to vertical merges. */
    private BitSet mergedAbove = new BitSet();

    private BitSet merged = new BitSet();

    boolean isInTable() {
        return rows != null;
    }

    boolean isInCell() {
        return paragraphs != null;
    }

    void startTable() {
        require(rows == null);
        rows = new ArrayList<>();
        onlyHeadings = true;
        mergedAbove = new BitSet();
    }

    void startRow() {
        require(rows != null && cells == null);
        cells = new ArrayList<>();
        row = new RowProperties(0, false, false, false);
        column = 0;
        merged = new BitSet();
    }

    void properties(RowProperties properties) {
        require(cells != null && cells.isEmpty() && paragraphs == null);
        row = properties;
        column = properties.before();
    }

    void startCell() {
        require(cells != null && paragraphs == null);
        Limit.CELLS.check(++allCells);
        paragraphs = new ArrayList<>();
        cell = CellProperties.NONE;
    }

    void properties(CellProperties properties) {
        require(paragraphs != null);
        cell = properties;
    }

    void add(Paragraph paragraph) {
        require(paragraphs != null);
        paragraphs.add(paragraph);
    }

    void endCell() {
        if (cell.joinsLeft() && !cells.isEmpty()) {
            Cell left = cells.remove(cells.size() - 1);
            List<Paragraph> both = new ArrayList<>(left.paragraphs());
            both.addAll(paragraphs);
            cells.add(new Cell(left.column(), left.span() + cell.span(), left.continued(), both));
        } else {
            boolean continued = cell.vertical() == Merge.CONTINUED && mergedAbove.get(column);
            merged.set(column, cell.vertical() != Merge.NONE);
            cells.add(new Cell(column, cell.span(), continued, paragraphs));
        }
        column += cell.span();
        Limit.COLUMNS.check(column);
        paragraphs = null;
    }

    void endRow() {
        if (!cells.isEmpty()) {
            // Word repeats the first rows only.
            onlyHeadings = onlyHeadings && row.heading();
            rows.add(new Row(onlyHeadings, cells));
            Limit.ROWS.check(rows.size());
            mergedAbove = merged;
        }
        cells = null;
    }

    /** Forgets the open row: it has been deleted. */
    void dropRow() {
        cells = null;
    }

    /** The table; null where it has no cell. */
    Table endTable() {
        Table table = rows.isEmpty() ? null : new Table(rows);
        rows = null;
        return table;
    }

    private static void require(boolean allowed) {
        if (!allowed) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
    }
}
