package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Sheet;
import vn.cchc.platform.printed.PrintedDocument.Table;

/**
 * A part of a sheet, in which titles, tables and notes stand beneath each other.
 *
 * @param table its rows from the first to the last with text
 * @param headed whether it is a table whose first row is a heading that names tasks
 */
record SheetPart(Table table, boolean headed) {

    /** Rows in which a heading is read. */
    private static final int HEADING = 6;

    /** Cells of a row that places texts beside each other, a letterhead or signatures. */
    private static final int MOST_BESIDE = 2;

    static List<SheetPart> of(Sheet sheet) {
        List<Row> rows = sheet.rows();
        List<SheetPart> parts = new ArrayList<>();
        int from = 0;
        int heading = nextHeading(rows, 0, null);
        while (heading < rows.size()) {
            add(parts, rows, from, heading, false);
            int next = nextHeading(rows, heading + 1, columns(rows, heading).orElseThrow());
            int end = next;
            while (next < rows.size()
                    && end > heading + 1
                    && rows.get(end - 1).cells().size() <= 1) {
                end--;
            }
            int notes = notes(rows, heading, end);
            add(parts, rows, heading, notes, true);
            from = notes;
            heading = next;
        }
        add(parts, rows, from, rows.size(), false);
        return parts;
    }

    /** Cells of the first heading that names tasks; 0 where there is none. */
    static int columnsOfHeading(Sheet sheet) {
        int heading = nextHeading(sheet.rows(), 0, null);
        return heading < sheet.rows().size() ? sheet.rows().get(heading).cells().size() : 0;
    }

    private static void add(List<SheetPart> parts, List<Row> rows, int from, int to, boolean headed) {
        int first = from;
        int end = to;
        while (first < end && rows.get(first).cells().isEmpty()) {
            first++;
        }
        while (end > first && rows.get(end - 1).cells().isEmpty()) {
            end--;
        }
        if (first < end) {
            parts.add(new SheetPart(new Table(first + 1, rows.subList(first, end)), headed));
        }
    }

    /** @param before columns of the table above: its heading may be repeated in it; null where there is none */
    private static int nextHeading(List<Row> rows, int from, AnnexColumns before) {
        for (int r = from; r < rows.size(); r++) {
            boolean heads = columns(rows, r).isPresent();
            if (heads && before == null) {
                return r;
            }
            if (heads && before.headingRowsAt(new Table(rows), r) == 0 && namesColumns(rows.get(r))) {
                return r;
            }
        }
        return rows.size();
    }

    private static Optional<AnnexColumns> columns(List<Row> rows, int at) {
        if (!AnnexColumns.namesTasks(rows.get(at))) {
            return Optional.empty();
        }
        return AnnexColumns.of(new Table(rows.subList(at, Math.min(rows.size(), at + HEADING))))
                .filter(columns -> columns.first() == 0);
    }

    /** Whether all its cells name columns, at least three: a task may contain the words of a heading. */
    private static boolean namesColumns(Row row) {
        return row.cells().size() > MOST_BESIDE
                && row.cells().stream().allMatch(cell -> ColumnRole.named(
                                Words.of(CellText.of(cell).joined()))
                        .isPresent());
    }

    /** Where the notes beneath a table begin; its end where there are none. */
    private static int notes(List<Row> rows, int from, int end) {
        int at = end;
        for (int r = end - 1; r > from; r--) {
            Row row = rows.get(r);
            if (isNote(row)) {
                at = r;
            } else if (row.cells().size() > MOST_BESIDE) {
                break;
            }
        }
        return at;
    }

    private static boolean isNote(Row row) {
        if (row.cells().size() > MOST_BESIDE + 1) {
            return false;
        }
        return row.cells().stream().anyMatch(cell -> {
            String text = CellText.of(cell).joined();
            String words = Words.of(text);
            return (row.cells().size() <= MOST_BESIDE && PrintedDay.isOfSigning(text))
                    || Words.beginWithOne(
                            words,
                            "noi nhan",
                            "ghi chu",
                            "luu y",
                            "nguoi lap",
                            "lap bieu",
                            "tm uy ban nhan dan",
                            "tm ubnd",
                            "kt chu tich")
                    || (Words.areCapitals(text) && Words.beginWithOne(words, "chu tich", "pho chu tich"));
        });
    }

    /** Whether it has lines of text, alone or two beside each other. */
    boolean hasLines() {
        return table.rows().stream().allMatch(row -> row.cells().size() <= MOST_BESIDE + 1)
                && table.rows().stream()
                                .filter(row -> row.cells().size() > MOST_BESIDE)
                                .count()
                        <= 2;
    }
}
