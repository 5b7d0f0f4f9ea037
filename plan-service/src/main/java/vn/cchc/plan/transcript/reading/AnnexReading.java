package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.PrintedDocument.Table;

/** Reads the tables of the annex, row by row in printed order. */
final class AnnexReading {

    /** What a note on rows begins with. */
    private static final String[] NOTE = {"ghi chu", "luu y", "chu thich"};

    /** Characters before the colon of a note: "Ghi chú (2)". */
    private static final int LONGEST_NOTE = 12;

    private final Notes notes;
    private final AnnexTotals totals;
    private final List<AnnexRow> rows = new ArrayList<>();
    private AnnexPart part;
    /** Whether a row did not fit: those that go on with it do not either. */
    private boolean full;

    /** Whether the column of codes numbers the areas of the table, and not its tasks. */
    private boolean codesOfAreas;

    private final List<Beginning> beginnings = new ArrayList<>();

    /**
     * Where a table with a heading begins.
     *
     * @param firstRow order of its first row, if it has one
     */
    record Beginning(Place place, int firstRow) {}

    AnnexReading(Notes notes) {
        this.notes = notes;
        this.totals = new AnnexTotals(notes);
    }

    /** Whether a table without a heading has the columns of the last one. */
    boolean goesOnIn(Table table) {
        if (part == null) {
            return false;
        }
        int columns = part.columns.columns().size();
        return table.rows().get(0).cells().size() == columns
                && table.rows().stream().allMatch(row -> row.cells().size() <= columns);
    }

    /** @param unit of money that the line above the table names */
    void begin(int block, Table table, AnnexColumns columns, Optional<MoneyUnit> unit) {
        Optional<MoneyUnit> named = unit;
        for (int r = 0; r < columns.first(); r++) {
            String caption = line(table.rows().get(r));
            Optional<MoneyUnit> inCaption = UnitLine.in(caption);
            if (inCaption.isPresent()) {
                named = inCaption;
            } else if (!caption.isEmpty()) {
                notes.untranscribed(Place.at(block, table.first() + r), caption, Untranscribed.Why.NO_PLACE);
            }
        }
        part = new AnnexPart(columns, named);
        doubtColumns(Place.at(block, table.first() + columns.first()));
        beginnings.add(new Beginning(Place.at(block, table.first() + columns.first()), rows.size() + 1));
        codesOfAreas = areCodesOfAreas(table, columns, columns.first());
        read(block, table, columns, columns.first());
    }

    /** A table without a heading that goes on with the last one. */
    void goOn(int block, Table table) {
        notes.doubt(
                Doubt.Code.TABLE_CONTINUED, Place.at(block), line(table.rows().get(0)));
        AnnexColumns columns = part.columns.in(table.rows().get(0));
        codesOfAreas |= areCodesOfAreas(table, columns, 0);
        read(block, table, columns, 0);
    }

    /** Whether the rows of a sheet without a heading stand in the columns of the last table, several in each. */
    boolean goesOnInSheet(Table table) {
        return part != null
                && table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .allMatch(cell -> part.columns.columns().stream().anyMatch(column -> column.overlap(cell) > 0))
                && table.rows().stream().anyMatch(row -> row.cells().size() > 2);
    }

    /** A sheet without a heading that goes on with the last table, in the same columns. */
    void goOnInSheet(int block, Table table) {
        notes.doubt(
                Doubt.Code.TABLE_CONTINUED,
                Place.at(block, table.first()),
                line(table.rows().get(0)));
        read(block, table, part.columns, 0);
    }

    private void doubtColumns(Place place) {
        part.columns.unclear().forEach(headings -> notes.doubt(Doubt.Code.COLUMNS_UNCLEAR, place, headings));
        for (AnnexColumns.Column column : part.columns.columns()) {
            if (isCombined(column)) {
                notes.doubt(Doubt.Code.COMBINED_COLUMN, place.under(column.heading()), column.heading());
            }
        }
        List<String> amounts = part.columns.columns().stream()
                .map(AnnexColumns.Column::heading)
                .filter(heading -> ColumnRole.named(Words.of(heading))
                        .filter(named -> named.role() == ColumnRole.AMOUNT)
                        .isPresent())
                .toList();
        if (!part.has(ColumnRole.AMOUNT) && !amounts.isEmpty()) {
            notes.doubt(Doubt.Code.AMOUNT_COLUMNS, place, String.join("; ", amounts));
        }
    }

    /** Whether a column that was taken names more than what it was taken for. */
    private static boolean isCombined(AnnexColumns.Column column) {
        if (column.role() == null || column.role() == ColumnRole.CODE || column.role() == ColumnRole.AREA) {
            return false;
        }
        boolean withOthers = column.role() == ColumnRole.LEAD
                && Words.haveOne(Words.of(column.heading()), "phoi hop", "lien quan", "tham gia");
        return withOthers || ColumnRole.namesSeveral(HeadingGrid.lowest(column.heading()));
    }

    private void read(int block, Table table, AnnexColumns columns, int first) {
        Map<ColumnRole, CellText> above = new EnumMap<>(ColumnRole.class);
        for (int r = first; r < table.rows().size(); r++) {
            int heading = columns.headingRowsAt(table, r);
            if (heading > 0) {
                r += heading - 1;
                continue;
            }
            PrintedRow row = PrintedRow.of(table.rows().get(r), columns.columns(), above);
            if (!row.isEmpty()) {
                boolean last = r == table.rows().size() - 1;
                boolean codeOfArea = row.has(ColumnRole.AREA)
                        && (codesOfAreas
                                || (!last && areaAndCodeGoOn(table.rows().get(r + 1), columns)));
                String next = last ? "" : codeOfTask(table.rows().get(r + 1), columns);
                read(table.rows().get(r), row, Place.at(block, table.first() + r), last, codeOfArea, next);
            }
        }
    }

    /** Whether codes are merged along with areas, and no row has its own code within an area that goes on. */
    private static boolean areCodesOfAreas(Table table, AnnexColumns columns, int first) {
        boolean merged = false;
        for (Row printed : table.rows().subList(first, table.rows().size())) {
            PrintedRow row = PrintedRow.of(printed, columns.columns(), new EnumMap<>(ColumnRole.class));
            if (row.goesOn(ColumnRole.AREA) && row.states(ColumnRole.CODE)) {
                return false;
            }
            merged |= row.goesOn(ColumnRole.AREA) && row.goesOn(ColumnRole.CODE);
        }
        return merged;
    }

    /** The code of a row that states a task; empty without one. */
    private static String codeOfTask(Row printed, AnnexColumns columns) {
        PrintedRow row = PrintedRow.of(printed, columns.columns(), new EnumMap<>(ColumnRole.class));
        return row.states(ColumnRole.CODE) && row.has(ColumnRole.TITLE) ? row.text(ColumnRole.CODE) : "";
    }

    /** Whether area and code are merged with those of the row above: the code is then the area's. */
    private static boolean areaAndCodeGoOn(Row row, AnnexColumns columns) {
        PrintedRow next = PrintedRow.of(row, columns.columns(), new EnumMap<>(ColumnRole.class));
        return next.goesOn(ColumnRole.AREA) && next.goesOn(ColumnRole.CODE);
    }

    private void read(Row printed, PrintedRow row, Place place, boolean last, boolean codeOfArea, String next) {
        if (mayBeTotal(row) && totals.take(row, place, part, last)) {
            return;
        }
        if (isNote(row)) {
            notes.untranscribed(place, line(printed), Untranscribed.Why.NO_TASK);
            return;
        }
        boolean task = row.has(ColumnRole.TITLE);
        if (row.states(ColumnRole.AREA) && !row.text(ColumnRole.AREA).equals(part.area)) {
            part.area = row.text(ColumnRole.AREA);
            if (isFull(printed, place)) {
                return;
            }
            boolean coded = row.states(ColumnRole.CODE) && (codeOfArea || !task);
            addHeading(place, coded ? row.text(ColumnRole.CODE) : "", part.area);
            if (!task) {
                addCells(row, place);
                return;
            }
        }
        if (!task) {
            withoutTask(row, place);
        } else if (row.goesOn(ColumnRole.TITLE) && !rows.isEmpty() && !full) {
            notes.doubt(Doubt.Code.ROWS_JOINED, place.ofRow(rows.size()), row.text(ColumnRole.TITLE));
            if (row.states(ColumnRole.CODE)) {
                notes.untranscribed(
                        place.ofRow(rows.size())
                                .under(part.heading(ColumnRole.CODE))
                                .of(CellColumn.CODE),
                        row.text(ColumnRole.CODE),
                        Untranscribed.Why.NO_TASK);
            }
            addCells(row, place);
        } else if (!isFull(printed, place)) {
            addTask(row, place, codeOfArea, next);
        }
    }

    /** Whether a row is a note on others, "Ghi chú: …", merged over the columns or with a colon behind that word. */
    private static boolean isNote(PrintedRow row) {
        if (!row.hasOnly(ColumnRole.TITLE) || row.goesOn(ColumnRole.TITLE)) {
            return false;
        }
        String text = row.text(ColumnRole.TITLE);
        int colon = text.indexOf(':');
        return Words.beginWithOne(row.merged() ? Words.of(text) : Words.of(text.substring(0, Math.max(0, colon))), NOTE)
                && (row.merged() || colon <= LONGEST_NOTE);
    }

    /** A long text in the column of codes names no total; it may be merged over all rows and is not searched in each. */
    private static boolean mayBeTotal(PrintedRow row) {
        return row.states(ColumnRole.TITLE)
                || !row.goesOn(ColumnRole.CODE)
                || row.text(ColumnRole.CODE).length() <= Printed.CELL;
    }

    /** Whether a plan document takes no more rows; this one is then listed. */
    private boolean isFull(Row printed, Place place) {
        if (rows.size() < Printed.ROWS) {
            return false;
        }
        full = true;
        notes.tooMany(place.under(part.heading(ColumnRole.TITLE)), line(printed));
        return true;
    }

    private void addHeading(Place place, String code, String title) {
        Mark mark = mark(code, title);
        if (mark.isNumbering()) {
            add(place, part.tree.add(rows.size() + 1, mark, true), mark.code(), mark.rest());
        } else {
            add(place, part.tree.addHeading(rows.size() + 1), null, mark.rest());
        }
    }

    /** @param next code of the task in the row behind; empty without one */
    private void addTask(PrintedRow row, Place place, boolean codeOfArea, String next) {
        String title = row.text(ColumnRole.TITLE);
        boolean coded = row.states(ColumnRole.CODE) && !codeOfArea;
        Mark mark = mark(coded ? row.text(ColumnRole.CODE) : "", title);
        boolean groups = !row.has(ColumnRole.LEAD) && !row.has(ColumnRole.TIMING);
        boolean alone = groups && !row.has(ColumnRole.PRODUCTS) && !row.has(ColumnRole.COORDINATING);
        boolean heads = alone && (row.merged() || isHeading(title, mark));
        boolean headsCoded = alone
                && row.hasOnly(ColumnRole.TITLE)
                && mark.kind() == Mark.Kind.NONE
                && Mark.code(next).isNumbering();
        if (!mark.isNumbering() && (heads || headsCoded)) {
            if (!heads && CodeParts.ordinal(Mark.code(next).kind(), next) != 1) {
                notes.doubt(Doubt.Code.ROW_PLACE, place.ofRow(rows.size() + 1), title);
            }
            add(place, part.tree.addHeading(rows.size() + 1), null, mark.rest());
        } else {
            add(
                    place,
                    part.tree.add(rows.size() + 1, mark, groups),
                    mark.isNumbering() ? mark.code() : null,
                    mark.rest());
        }
        addCells(row, place);
    }

    /** Whether a title without a code and other cells heads the rows beneath it. */
    private boolean isHeading(String title, Mark mark) {
        return mark.kind() == Mark.Kind.NONE
                && (!part.has(ColumnRole.CODE)
                        || Words.areCapitals(title)
                        || Words.beginWithOne(Words.of(title), "linh vuc", "nhom", "phan", "muc"));
    }

    /** By the column of codes; where that is empty, as typed in front of the title. */
    private static Mark mark(String code, String title) {
        if (code.isEmpty()) {
            Mark typed = Mark.typed(title);
            return typed.rest().isEmpty() ? Mark.none(title) : typed;
        }
        Mark mark = Mark.code(code);
        if (mark.isBullet()) {
            return new Mark(mark.kind(), 1, "", title);
        }
        return mark.kind() == Mark.Kind.NONE
                ? new Mark(Mark.Kind.OTHER, 1, code, title)
                : new Mark(mark.kind(), mark.depth(), mark.code(), title);
    }

    private void add(Place place, Integer parent, String code, String title) {
        int order = rows.size() + 1;
        rows.add(new AnnexRow(order, parent, part, place, code, title));
        if (part.tree.isInDoubt()) {
            notes.doubt(Doubt.Code.ROW_PLACE, place.ofRow(order), title);
        }
        if (part.tree.isTooDeep()) {
            notes.doubt(Doubt.Code.ROW_TOO_DEEP, place.ofRow(order), title);
        }
    }

    /** What else the row states, to the last row of the annex. */
    private void addCells(PrintedRow row, Place place) {
        AnnexRow to = rows.get(rows.size() - 1);
        for (ColumnRole role :
                List.of(ColumnRole.LEAD, ColumnRole.COORDINATING, ColumnRole.PRODUCTS, ColumnRole.TIMING)) {
            if (row.has(role)) {
                to.add(role, row.cells().get(role));
            }
        }
        if (row.states(ColumnRole.AMOUNT)) {
            to.add(ColumnRole.AMOUNT, row.cells().get(ColumnRole.AMOUNT));
        } else if (row.has(ColumnRole.AMOUNT)) {
            notes.doubt(Doubt.Code.AMOUNT_SHARED, to.place(ColumnRole.AMOUNT), row.text(ColumnRole.AMOUNT));
        }
        for (PrintedRow.Other other : row.others()) {
            if (other.beside()) {
                notes.untranscribed(
                        place.ofRow(to.order).under(other.heading()).of(AnnexRow.cell(other.role())),
                        other.text().joined(),
                        Untranscribed.Why.NO_COLUMN);
            } else {
                to.add(other);
            }
        }
    }

    private void withoutTask(PrintedRow row, Place place) {
        row.cells().forEach((role, text) -> {
            if (row.states(role)) {
                notes.untranscribed(place.under(part.heading(role)), text.joined(), Untranscribed.Why.NO_TASK);
            }
        });
        row.others()
                .forEach(other -> notes.untranscribed(
                        place.under(other.heading()), other.text().joined(), Untranscribed.Why.NO_TASK));
    }

    static String line(Row row) {
        StringBuilder line = new StringBuilder();
        for (Cell cell : row.cells()) {
            String text = CellText.of(cell).joined();
            if (!text.isEmpty() && !cell.continued()) {
                line.append(line.isEmpty() ? "" : " | ").append(text);
            }
        }
        return line.toString();
    }

    /** The tables that have rows, in printed order. */
    List<Beginning> beginnings() {
        List<Beginning> withRows = new ArrayList<>();
        for (int i = 0; i < beginnings.size(); i++) {
            int next = i + 1 < beginnings.size() ? beginnings.get(i + 1).firstRow() : rows.size() + 1;
            if (beginnings.get(i).firstRow() < next) {
                withRows.add(beginnings.get(i));
            }
        }
        return withRows;
    }

    /** The rows with their amounts. */
    List<PlanDocument.Row> rows() {
        AnnexAmounts amounts = new AnnexAmounts(rows, totals, notes);
        List<PlanDocument.Row> bounded = new ArrayList<>();
        for (AnnexRow row : rows) {
            bounded.add(row.bounded(amounts.of(row), notes));
        }
        return bounded;
    }

    /** The printed grand total in đồng; null where none is printed or it is in doubt. */
    Long statedTotal() {
        return totals.stated(new AnnexAmounts(rows, totals, notes));
    }
}
