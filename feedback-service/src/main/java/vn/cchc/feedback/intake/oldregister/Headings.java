package vn.cchc.feedback.intake.oldregister;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;

/**
 * The headings of a sheet. Titles may stand above them; a heading over several columns gives way to those beneath it; a row of figures
 * beneath that numbers the columns is none of the register.
 *
 * @param byColumn heading by column, from 0
 * @param firstRow position of the first row beneath them, from 0
 */
record Headings(SortedMap<Integer, String> byColumn, int firstRow) {

    /** Rows in which they are looked for: above them stand the name of the office and a title. */
    private static final int FIRST_ROWS = 50;

    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?[0-9]{1,2}\\)?");

    private static final Set<RegisterField> NEEDED = Set.of(RegisterField.RECEIVED_AT, RegisterField.CONTENT);

    /** Those of the first row that has a day of receipt and a content. */
    static Optional<Headings> in(List<Row> rows) {
        for (int r = 0; r < Math.min(rows.size(), FIRST_ROWS); r++) {
            Headings found = at(rows, r);
            if (found.fields().keySet().containsAll(NEEDED)) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    private static Headings at(List<Row> rows, int at) {
        SortedMap<Integer, String> headings = new TreeMap<>();
        boolean twoRows = false;
        for (Cell cell : rows.get(at).cells()) {
            List<Cell> beneath = at + 1 < rows.size() ? beneath(cell, rows.get(at + 1)) : List.of();
            if (beneath.size() > 1) {
                twoRows = true;
                beneath.forEach(each -> headings.put(each.column(), text(each)));
            } else if (!text(cell).isEmpty()) {
                headings.put(cell.column(), text(cell));
            }
        }
        int first = at + (twoRows ? 2 : 1);
        while (first < rows.size() && goOn(rows.get(first))) {
            first++;
        }
        boolean numbered = first < rows.size() && numbersColumns(rows.get(first));
        return new Headings(headings, numbered ? first + 1 : first);
    }

    /** The cells with text beneath one that goes over several columns. */
    private static List<Cell> beneath(Cell wide, Row next) {
        return next.cells().stream()
                .filter(cell -> wide.span() > 1
                        && cell.column() >= wide.column()
                        && cell.column() < wide.column() + wide.span()
                        && !text(cell).isEmpty())
                .toList();
    }

    /** Whether the headings themselves go over this row. */
    private static boolean goOn(Row row) {
        return !row.cells().isEmpty() && row.cells().stream().allMatch(Cell::continued);
    }

    private static boolean numbersColumns(Row row) {
        return row.cells().size() > 2
                && row.cells().stream()
                        .allMatch(cell -> COLUMN_NUMBER.matcher(text(cell)).matches());
    }

    private static String text(Cell cell) {
        return cell.paragraphs().stream().map(Paragraph::text).collect(Collectors.joining(" "));
    }

    /** How many columns are read. */
    int read() {
        return fields().size();
    }

    /** What the column states; empty for one that is not read. */
    Optional<RegisterField> field(int column) {
        return Optional.ofNullable(byColumn.get(column)).flatMap(RegisterField::of);
    }

    private Map<RegisterField, Integer> fields() {
        Map<RegisterField, Integer> fields = new EnumMap<>(RegisterField.class);
        byColumn.forEach(
                (column, heading) -> RegisterField.of(heading).ifPresent(field -> fields.putIfAbsent(field, column)));
        return fields;
    }

    /** @throws UnfitRegister where two columns state the same */
    void requireEachOnce() {
        Map<RegisterField, Integer> fields = fields();
        byColumn.forEach((column, heading) -> RegisterField.of(heading)
                .map(fields::get)
                .filter(first -> !first.equals(column))
                .ifPresent(first -> {
                    throw new UnfitRegister(UnfitRegister.Reason.COLUMN_TWICE, byColumn.get(first), heading);
                }));
    }
}
