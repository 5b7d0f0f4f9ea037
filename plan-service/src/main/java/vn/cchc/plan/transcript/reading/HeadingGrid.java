package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;
import vn.cchc.plan.transcript.reading.AnnexColumns.Column;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Row;

/** The columns beneath a heading of several rows with merged cells. */
final class HeadingGrid {

    private static final String BENEATH = " – ";

    private HeadingGrid() {}

    /**
     * A column of the heading.
     *
     * @param texts of the cells above it, from the top
     */
    record Headed(int from, int to, List<String> texts) {}

    static List<Headed> columns(List<Row> heading) {
        List<Headed> columns = new ArrayList<>();
        for (Row row : heading) {
            for (Cell cell : row.cells()) {
                if (!cell.continued()) {
                    put(columns, cell);
                }
            }
        }
        return columns;
    }

    /** A cell beneath others parts the column in which it stands. */
    private static void put(List<Headed> columns, Cell cell) {
        String text = CellText.of(cell).joined();
        int from = cell.column();
        int to = from + cell.span();
        for (int i = 0; i < columns.size(); i++) {
            Headed above = columns.get(i);
            if (above.from() <= from && to <= above.to()) {
                List<Headed> parts = new ArrayList<>();
                if (above.from() < from) {
                    parts.add(new Headed(above.from(), from, above.texts()));
                }
                List<String> texts = new ArrayList<>(above.texts());
                texts.add(text);
                parts.add(new Headed(from, to, List.copyOf(texts)));
                if (to < above.to()) {
                    parts.add(new Headed(to, above.to(), above.texts()));
                }
                columns.remove(i);
                columns.addAll(i, parts);
                return;
            }
        }
        if (columns.stream().noneMatch(other -> other.from() < to && from < other.to())) {
            columns.add(new Headed(from, to, List.of(text)));
        }
    }

    /** The heading of a column as people read it. */
    static String printed(Headed column) {
        return String.join(
                BENEATH, column.texts().stream().filter(text -> !text.isEmpty()).toList());
    }

    /** The lowest text of a heading as people read it. */
    static String lowest(String printed) {
        int at = printed.lastIndexOf(BENEATH);
        return at < 0 ? printed : printed.substring(at + BENEATH.length());
    }

    static Column column(Headed headed, ColumnRole role) {
        return new Column(headed.from(), headed.to(), role, printed(headed));
    }
}
