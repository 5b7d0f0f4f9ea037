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
import java.util.stream.IntStream;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Row;

/**
 * The headings of a sheet. Titles may stand above them; a heading over several columns has others beneath it, which count together with
 * it; a row of figures beneath that numbers the columns is none of the register.
 *
 * @param byColumn headings by column, from 0: the one over several columns first
 * @param firstRow position of the first row beneath them, from 0
 * @param fields how many cells their row has in a text with separators; 0 in a sheet
 */
record Headings(SortedMap<Integer, List<String>> byColumn, int firstRow, int fields) {

    /** Rows in which they are looked for: above them stand the name of the office and a title. */
    private static final int FIRST_ROWS = 50;

    /** Rows that headings take. */
    private static final int MOST_LEVELS = 3;

    private static final Pattern COLUMN_NUMBER = Pattern.compile("\\(?[0-9]{1,2}\\)?");

    private static final Set<RegisterField> NEEDED = Set.of(RegisterField.RECEIVED_AT, RegisterField.CONTENT);

    /**
     * Those with a day of receipt and a content of which most columns are read: directly beneath a title over all columns, too, the
     * rows of headings are more than any one of them.
     */
    static Optional<Headings> in(List<Row> rows) {
        Headings best = null;
        for (int r = 0; r < Math.min(rows.size(), FIRST_ROWS); r++) {
            for (int levels = 1; levels <= MOST_LEVELS; levels++) {
                Headings found = at(rows, r, levels);
                if (found.byField().keySet().containsAll(NEEDED) && (best == null || found.read() > best.read())) {
                    best = found;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static Headings at(List<Row> rows, int at, int levels) {
        SortedMap<Integer, List<String>> headings = new TreeMap<>();
        int last = read(rows, at, levels, new Range(0, Integer.MAX_VALUE), List.of(), headings);
        int first = last + 1;
        while (first < rows.size() && goOn(rows.get(first))) {
            first++;
        }
        boolean numbered = first < rows.size() && numbersColumns(rows.get(first));
        int fields = IntStream.rangeClosed(at, last)
                .map(row -> rows.get(row).fields())
                .max()
                .orElse(0);
        return new Headings(headings, numbered ? first + 1 : first, fields);
    }

    /** Columns, the last one excluded. */
    private record Range(int from, int to) {

        boolean has(Cell cell) {
            return cell.column() >= from && cell.column() < to;
        }
    }

    /** Returns the last row that was read. */
    private static int read(
            List<Row> rows, int at, int levels, Range range, List<String> above, Map<Integer, List<String>> headings) {
        int last = at;
        for (Cell cell : rows.get(at).cells()) {
            if (!range.has(cell) || text(cell).isEmpty()) {
                continue;
            }
            List<String> own = IntStream.rangeClosed(0, above.size())
                    .mapToObj(i -> i < above.size() ? above.get(i) : text(cell))
                    .toList();
            Range beneath = new Range(cell.column(), cell.column() + cell.span());
            if (levels > 1 && cell.span() > 1 && hasText(rows, at + 1, beneath)) {
                last = Math.max(last, read(rows, at + 1, levels - 1, beneath, own, headings));
            } else {
                headings.put(cell.column(), own);
            }
        }
        return last;
    }

    private static boolean hasText(List<Row> rows, int row, Range range) {
        return row < rows.size()
                && rows.get(row).cells().stream()
                        .anyMatch(cell -> range.has(cell) && !text(cell).isEmpty());
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
        return (int) byColumn.values().stream()
                .filter(heading -> RegisterField.of(heading).isPresent())
                .count();
    }

    /** What the column states; empty for one that is not read. */
    Optional<RegisterField> field(int column) {
        return Optional.ofNullable(byColumn.get(column)).flatMap(RegisterField::of);
    }

    /** As printed, the one over several columns first; empty for a column without one. */
    String printed(int column) {
        return String.join(" / ", byColumn.getOrDefault(column, List.of()));
    }

    private Map<RegisterField, Integer> byField() {
        Map<RegisterField, Integer> fields = new EnumMap<>(RegisterField.class);
        byColumn.forEach(
                (column, heading) -> RegisterField.of(heading).ifPresent(field -> fields.putIfAbsent(field, column)));
        return fields;
    }

    /** @throws UnfitRegister where two columns state the same; a result may have several */
    void requireEachOnce() {
        Map<RegisterField, Integer> fields = byField();
        byColumn.keySet().forEach(column -> field(column)
                .filter(field -> field != RegisterField.RESULT)
                .map(fields::get)
                .filter(first -> !first.equals(column))
                .ifPresent(first -> {
                    throw new UnfitRegister(UnfitRegister.Reason.COLUMN_TWICE, printed(first), printed(column));
                }));
    }
}
