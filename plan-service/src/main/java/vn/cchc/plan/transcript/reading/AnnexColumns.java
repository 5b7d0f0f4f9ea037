package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cchc.plan.transcript.reading.HeadingGrid.Headed;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Table;

/**
 * The columns of an annex as its heading names them, wherever they stand.
 *
 * @param first row of the table in which the heading begins, from 0
 * @param heading the words of each row of the heading, to find it again where it is repeated
 * @param unclear headings of columns of which it is in doubt which one has the role, each group in one text
 */
record AnnexColumns(List<Column> columns, int first, List<String> heading, List<String> unclear) {

    /** Rows before a heading: captions, a unit of money. */
    private static final int MOST_ROWS_BEFORE = 6;

    private static final int MOST_HEADING_ROWS = 4;
    /** Characters of a cell of a heading; a longer one is content. */
    private static final int LONGEST_HEADING = 150;

    /**
     * A column.
     *
     * @param from first column of the grid, from 0
     * @param to the column of the grid behind it
     * @param role null for a column of none of the roles: its cells are kept with the row
     */
    record Column(int from, int to, ColumnRole role, String heading) {

        int overlap(Cell cell) {
            return Math.min(to, cell.column() + cell.span()) - Math.max(from, cell.column());
        }
    }

    /** The columns of a table with a heading that names tasks and something about them. */
    static Optional<AnnexColumns> of(Table table) {
        int last = Math.min(table.rows().size(), MOST_ROWS_BEFORE);
        for (int r = 0; r < last; r++) {
            if (namesTasks(table.rows().get(r))) {
                int rows = headingRows(table, r);
                List<Row> heading = table.rows().subList(r, r + rows);
                List<Headed> headed = HeadingGrid.columns(heading);
                List<Column> named = ColumnRoles.assigned(headed);
                List<Column> columns = parted(
                        named, table.rows().subList(r + rows, table.rows().size()));
                List<String> unclear = new ArrayList<>(ColumnRoles.unclear(headed));
                if (columns.size() > named.size()) {
                    columns.stream()
                            .filter(column -> column.role() == ColumnRole.TITLE)
                            .forEach(title -> unclear.add(title.heading()));
                }
                return columns.stream().anyMatch(column -> column.role() == ColumnRole.TITLE)
                        ? Optional.of(new AnnexColumns(
                                columns,
                                r,
                                heading.stream().map(AnnexColumns::words).toList(),
                                List.copyOf(unclear)))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Where the rows have two columns beneath the heading of tasks, the first groups them, unless it has their codes. */
    private static List<Column> parted(List<Column> columns, List<Row> rows) {
        List<Column> parted = new ArrayList<>();
        boolean areas = columns.stream().anyMatch(column -> column.role() == ColumnRole.AREA);
        for (Column column : columns) {
            Set<Integer> second = new HashSet<>();
            for (Row row : rows) {
                for (Cell cell : row.cells()) {
                    if (cell.column() > column.from() && cell.column() < column.to()) {
                        second.add(cell.column());
                    }
                }
            }
            if (column.role() == ColumnRole.TITLE && !areas && second.size() == 1 && !hasCodes(column.from(), rows)) {
                int at = second.iterator().next();
                parted.add(new Column(column.from(), at, ColumnRole.AREA, column.heading()));
                parted.add(new Column(at, column.to(), ColumnRole.TITLE, column.heading()));
            } else {
                parted.add(column);
            }
        }
        return List.copyOf(parted);
    }

    private static boolean hasCodes(int column, List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.column() == column)
                .anyMatch(cell -> Mark.code(CellText.of(cell).code()).kind() != Mark.Kind.NONE);
    }

    /** The same columns in another grid, of a table whose rows have a cell for each of them. */
    AnnexColumns in(Row row) {
        List<Column> moved = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            Cell cell = row.cells().get(i);
            Column column = columns.get(i);
            moved.add(new Column(cell.column(), cell.column() + cell.span(), column.role(), column.heading()));
        }
        return new AnnexColumns(List.copyOf(moved), 0, heading, unclear);
    }

    /** Whether it names tasks and something about them. */
    static boolean namesTasks(Row row) {
        Map<ColumnRole, Integer> strengths = new EnumMap<>(ColumnRole.class);
        for (Cell cell : row.cells()) {
            String text = CellText.of(cell).joined();
            if (text.length() <= LONGEST_HEADING) {
                ColumnRole.named(Words.of(text))
                        .ifPresent(named -> strengths.merge(named.role(), named.strength(), Integer::max));
            }
        }
        boolean tells = strengths.keySet().stream()
                .anyMatch(role -> role != ColumnRole.CODE && role != ColumnRole.AREA && role != ColumnRole.TITLE);
        boolean parted = row.cells().stream()
                .anyMatch(cell -> Words.of(CellText.of(cell).joined()).startsWith("phan cong"));
        return strengths.containsKey(ColumnRole.TITLE) && row.cells().size() > 1 && (tells || parted);
    }

    /** Rows of the heading: its cells go on into the next row or are parted by it, or that names columns only. */
    private static int headingRows(Table table, int first) {
        int rows = 1;
        while (first + rows < table.rows().size() && rows < MOST_HEADING_ROWS) {
            Row next = table.rows().get(first + rows);
            Row before = table.rows().get(first + rows - 1);
            boolean goesOn = next.cells().stream().anyMatch(Cell::continued);
            boolean parts = next.heading() && partsCells(before, next);
            if (!goesOn && !parts && !namesColumnsOnly(before, next)) {
                break;
            }
            rows++;
        }
        return rows;
    }

    /** Whether each text of the next row stands beneath a wider cell. Word's mark of rows to repeat is often set on tasks too. */
    private static boolean partsCells(Row before, Row next) {
        List<Cell> texts = next.cells().stream()
                .filter(cell -> !CellText.of(cell).isEmpty())
                .toList();
        return !texts.isEmpty()
                && texts.stream().allMatch(cell -> before.cells().stream()
                        .anyMatch(above -> above.span() > cell.span() && isAbove(above, cell)));
    }

    private static boolean isAbove(Cell above, Cell cell) {
        return above.column() <= cell.column() && cell.column() + cell.span() <= above.column() + above.span();
    }

    /** Whether it names columns, at least two, and none that the row before names already. */
    private static boolean namesColumnsOnly(Row before, Row next) {
        int named = 0;
        for (Cell cell : next.cells()) {
            String words = Words.of(CellText.of(cell).joined());
            if (!words.isEmpty()) {
                boolean namedAlready = before.cells().stream()
                        .anyMatch(above -> above.span() <= cell.span() && isAbove(above, cell) && names(above));
                if (words.length() > LONGEST_HEADING / 2 || !names(cell) || namedAlready) {
                    return false;
                }
                named++;
            }
        }
        return named > 1;
    }

    private static boolean names(Cell cell) {
        return ColumnRole.named(Words.of(CellText.of(cell).joined())).isPresent();
    }

    /**
     * Rows from this one on that repeat the heading or its first rows, or number its columns "(1) (2) (3)" beneath it; 0 for a
     * row of the annex.
     */
    int headingRowsAt(Table table, int at) {
        int rows = 0;
        while (rows < heading.size()
                && at + rows < table.rows().size()
                && words(table.rows().get(at + rows)).equals(heading.get(rows))) {
            rows++;
        }
        boolean numbered =
                at + rows < table.rows().size() && isNumbering(table.rows().get(at + rows));
        return numbered ? rows + 1 : rows;
    }

    private static String words(Row row) {
        StringBuilder words = new StringBuilder();
        for (Cell cell : row.cells()) {
            words.append(cell.continued() ? "" : Words.of(CellText.of(cell).joined()))
                    .append('|');
        }
        return words.toString();
    }

    /** Whether it numbers the columns: at least three cells, each a number or a capital letter, alone or with what it is the sum of. */
    private static boolean isNumbering(Row row) {
        int numbers = 0;
        for (Cell cell : row.cells()) {
            String text = CellText.of(cell).joined().replace(" ", "");
            if (text.isEmpty()) {
                continue;
            }
            boolean letter = text.length() == 1 && Character.isUpperCase(text.charAt(0));
            boolean number = text.length() <= 12
                    && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "()=+-".indexOf(c) >= 0)
                    && text.chars().filter(c -> c >= '0' && c <= '9').count() <= 6;
            if (!letter && !number) {
                return false;
            }
            numbers++;
        }
        return numbers > 2;
    }
}
