package vn.cchc.platform.workbook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import vn.cchc.platform.office.Numbers;
import vn.cchc.platform.office.XmlPart;
import vn.cchc.platform.printed.Budget;
import vn.cchc.platform.printed.Limit;
import vn.cchc.platform.printed.PrintedDocument.Cell;
import vn.cchc.platform.printed.PrintedDocument.Paragraph;
import vn.cchc.platform.printed.PrintedDocument.Remark;
import vn.cchc.platform.printed.PrintedDocument.Row;
import vn.cchc.platform.printed.UnreadableFile;
import vn.cchc.platform.printed.UnreadableFile.Reason;
import vn.cchc.platform.workbook.DisplayFormat.Shown;

/** Reads a worksheet (ECMA-376 part 1, 18.3.1.99): its cells with text, at their places. */
final class SheetReader {

    /** Digits that Excel keeps of a number: those behind them come from computing in binary. */
    private static final MathContext DIGITS = new MathContext(15);

    private static final Pattern NUMBER =
            Pattern.compile("[+-]?(?:\\d{1,40}(?:\\.\\d{0,40})?|\\.\\d{1,40})(?:[eE][+-]?\\d{1,3})?");

    private final XmlPart xml;
    private final SharedStrings strings;
    private final CellFormats formats;
    private final boolean from1904;
    private final Budget budget;
    private final SortedMap<Integer, SortedMap<Integer, Cell>> rows = new TreeMap<>();
    private final List<Remark> remarks = new ArrayList<>();
    private final List<String> covered = new ArrayList<>();
    private final List<String> margins = new ArrayList<>();
    private final BitSet hiddenColumns = new BitSet();
    private final BitSet usedColumns = new BitSet();
    private boolean drawing;
    private int row;
    private int column;
    private boolean hiddenRow;

    SheetReader(XmlPart xml, SharedStrings strings, CellFormats formats, boolean from1904, Budget budget) {
        this.xml = xml;
        this.strings = strings;
        this.formats = formats;
        this.from1904 = from1904;
        this.budget = budget;
    }

    /** Whether an attribute is true (XML Schema part 2, 3.2.2). */
    static boolean isOn(String value) {
        return "1".equals(value) || "true".equals(value);
    }

    SheetContent read() {
        if (!xml.next() || !xml.name().equals("worksheet")) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        List<String> merges = new ArrayList<>();
        while (xml.next()) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "col" -> hideColumns();
                    case "row" -> startRow();
                    case "c" -> readCell();
                    case "mergeCell" -> {
                        Limit.MERGES.check(merges.size() + 1);
                        merges.add(xml.value("ref"));
                    }
                    case "drawing" -> drawing = true;
                    case "oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter" ->
                        margins.add(PageCode.text(value()));
                    default -> {}
                }
            }
        }
        merges.forEach(this::merge);
        hiddenColumns.and(usedColumns);
        hiddenColumns.stream()
                .forEach(each -> remarks.add(new Remark(Remark.Kind.HIDDEN_COLUMN, CellName.letters(each), 0, 0)));
        return new SheetContent(printed(), remarks, covered, drawing, margins);
    }

    private void hideColumns() {
        if (isOn(xml.value("hidden"))) {
            int from = Numbers.within(xml.value("min"), 1, CellName.COLUMNS, 1);
            int to = Numbers.within(xml.value("max"), from, CellName.COLUMNS, from);
            hiddenColumns.set(from - 1, to);
        }
    }

    private void startRow() {
        row = Numbers.within(xml.value("r"), 1, CellName.ROWS + 1, row + 1);
        column = 0;
        hiddenRow = isOn(xml.value("hidden"));
    }

    private void readCell() {
        String name = xml.value("r");
        CellName at = name == null ? new CellName(row, column) : CellName.of(name);
        if (at.row() != row) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        column = at.column() + 1;
        String type = xml.value("t");
        DisplayFormat format = formats.of(Numbers.within(xml.value("s"), 0, Integer.MAX_VALUE, 0));
        String value = null;
        String inline = null;
        boolean formula = false;
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "v" -> value = value();
                    case "is" -> inline = SharedStrings.text(xml);
                    case "f" -> {
                        formula = true;
                        xml.skip();
                    }
                    default -> xml.skip();
                }
            }
        }
        // An empty text is a result of a formula; programs that do not compute leave an empty number.
        if (formula && (value == null || (value.isEmpty() && !"str".equals(type)))) {
            budget.cell();
            remarks.add(new Remark(Remark.Kind.FORMULA_WITHOUT_VALUE, at.toString(), 0, row));
        } else if (inline != null) {
            add(at, format.show(inline));
        } else if (value != null && !value.isEmpty()) {
            add(at, value, type == null ? "n" : type, format);
        }
    }

    private String value() {
        StringBuilder value = new StringBuilder();
        int outer = xml.depth();
        while (xml.nextWithin(outer)) {
            if (xml.isText()) {
                xml.appendTo(value, (int) Limit.PARAGRAPH_CHARACTERS.most());
                Limit.PARAGRAPH_CHARACTERS.check(value.length());
            }
        }
        return value.toString();
    }

    private void add(CellName at, String value, String type, DisplayFormat format) {
        switch (type) {
            case "s" -> add(at, format.show(strings.at(Numbers.within(value, -1, Integer.MAX_VALUE, -1))));
            case "b" -> add(at, isOn(value) ? "TRUE" : "FALSE");
            case "e" -> {
                remarks.add(new Remark(Remark.Kind.FORMULA_ERROR, at + " " + value, 0, row));
                add(at, value);
            }
            case "n" -> add(at, format.show(number(value), from1904));
            default -> add(at, format.show(SharedStrings.unescaped(value)));
        }
    }

    private static BigDecimal number(String value) {
        String plain = value.strip();
        if (!NUMBER.matcher(plain).matches()) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        return new BigDecimal(plain).round(DIGITS);
    }

    private void add(CellName at, String text) {
        add(at, new Shown(text, null, null));
    }

    /** Adds a cell, unless it has no text. */
    private void add(CellName at, Shown shown) {
        List<Paragraph> paragraphs = budget.lines(shown.text());
        if (paragraphs.isEmpty()) {
            return;
        }
        Limit.ROWS.check(row);
        Limit.COLUMNS.check(at.column() + 1);
        budget.cell();
        SortedMap<Integer, Cell> cells = rows.computeIfAbsent(row, each -> new TreeMap<>());
        if (cells.isEmpty() && hiddenRow) {
            remarks.add(new Remark(Remark.Kind.HIDDEN_ROW, String.valueOf(row), 0, row));
        }
        Cell cell = new Cell(at.column(), 1, false, paragraphs, shown.number(), shown.moment());
        if (cells.put(at.column(), cell) != null) {
            throw new UnreadableFile(Reason.DAMAGED);
        }
        usedColumns.set(at.column());
    }

    /** Gives a merged area (18.3.1.54) the text of its first cell; without one there is nothing to go on. */
    private void merge(String area) {
        int colon = area == null ? -1 : area.indexOf(':');
        if (colon < 0) {
            return;
        }
        CellName first = CellName.of(area.substring(0, colon));
        CellName last = CellName.of(area.substring(colon + 1));
        int end = Math.min(last.column() + 1, Math.max(usedColumns.length(), first.column() + 1));
        Cell origin = rows.getOrDefault(first.row(), new TreeMap<>()).get(first.column());
        if (last.row() < first.row() || end <= first.column() || origin == null) {
            return;
        }
        rows.subMap(first.row(), last.row() + 1).forEach((number, cells) -> {
            SortedMap<Integer, Cell> within = cells.subMap(first.column(), end);
            within.values().stream()
                    .filter(cell -> number != first.row() || cell.column() != first.column())
                    .flatMap(cell -> cell.paragraphs().stream())
                    .forEach(paragraph -> covered.add(paragraph.text()));
            within.clear();
            boolean continued = number != first.row();
            if (continued) {
                budget.cell();
            }
            cells.put(
                    first.column(),
                    new Cell(
                            first.column(),
                            end - first.column(),
                            continued,
                            continued ? List.of() : origin.paragraphs(),
                            continued ? null : origin.number(),
                            continued ? null : origin.moment()));
        });
    }

    private List<Row> printed() {
        List<Row> printed = new ArrayList<>();
        Row empty = new Row(false, List.of());
        rows.forEach((number, cells) -> {
            while (printed.size() < number - 1) {
                printed.add(empty);
            }
            printed.add(new Row(false, List.copyOf(cells.values())));
        });
        return printed;
    }
}
