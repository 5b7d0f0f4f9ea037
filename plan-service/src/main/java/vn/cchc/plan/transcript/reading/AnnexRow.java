package vn.cchc.plan.transcript.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.task.OtherCell;

/** A row of the annex while it is read. */
final class AnnexRow {

    /** Products of a row. */
    private static final int PRODUCTS = 20;

    final int order;
    final Integer parent;
    final AnnexPart part;
    private final Place place;
    private final String code;
    private final String title;
    /** The cells as they stand in the file: a merged cell belongs to many rows, so nothing of it is copied until it is bounded. */
    private final Map<ColumnRole, List<CellText>> cells = new EnumMap<>(ColumnRole.class);

    private final List<PrintedRow.Other> others = new ArrayList<>();

    AnnexRow(int order, Integer parent, AnnexPart part, Place place, String code, String title) {
        this.order = order;
        this.parent = parent;
        this.part = part;
        this.place = place.ofRow(order);
        this.code = code;
        this.title = title;
    }

    Place place(ColumnRole role) {
        return place.under(part.heading(role)).of(cell(role));
    }

    /** The cell of a plan document that has what a column of this role states. */
    static CellColumn cell(ColumnRole role) {
        return switch (role) {
            case CODE -> CellColumn.CODE;
            // An area is the title of a heading row.
            case AREA, TITLE -> CellColumn.TITLE;
            case LEAD -> CellColumn.LEAD;
            case COORDINATING -> CellColumn.COORDINATING;
            case PRODUCTS -> CellColumn.PRODUCTS;
            case TIMING -> CellColumn.TIMING;
            case AMOUNT -> CellColumn.AMOUNT;
        };
    }

    String amount() {
        return String.join(
                " + ", of(ColumnRole.AMOUNT).stream().map(CellText::money).toList());
    }

    /** The number that the cell of the amount shows, where the file states one; null for a text, and for several cells. */
    BigDecimal exactAmount() {
        List<CellText> amounts = of(ColumnRole.AMOUNT);
        return amounts.size() == 1 ? amounts.get(0).number() : null;
    }

    /** Adds a cell: another one of a role where a task goes over several rows. A merged cell counts once. */
    void add(ColumnRole role, CellText cell) {
        List<CellText> added = cells.computeIfAbsent(role, each -> new ArrayList<>(1));
        if (added.isEmpty() || added.get(added.size() - 1) != cell) {
            added.add(cell);
        }
    }

    /** Adds a cell of a column that has no role. */
    void add(PrintedRow.Other other) {
        others.add(other);
    }

    private List<CellText> of(ColumnRole role) {
        return cells.getOrDefault(role, List.of());
    }

    /** The different texts of the cells of a role. */
    private Collection<String> texts(ColumnRole role, Function<CellText, List<String>> texts) {
        if (of(role).size() == 1) {
            return texts.apply(of(role).get(0));
        }
        Set<String> joined = new LinkedHashSet<>();
        of(role).forEach(cell -> joined.addAll(texts.apply(cell)));
        return joined;
    }

    /** Within the bounds of a plan document; what exceeds them is noted. */
    PlanDocument.Row bounded(Long dong, Notes notes) {
        return new PlanDocument.Row(
                order,
                parent,
                fitting(code, Printed.CODE, place(ColumnRole.CODE), notes),
                title(notes),
                joined(ColumnRole.LEAD, CellText::entries, Printed.SHORT, notes),
                fitting(ColumnRole.COORDINATING, Printed.COORDINATING, Printed.SHORT, notes),
                fitting(ColumnRole.PRODUCTS, PRODUCTS, Printed.CELL, notes),
                joined(ColumnRole.TIMING, cell -> List.of(cell.clauses()), Printed.CELL, notes),
                dong,
                PrintedAmount.of(amount(), dong, part.unit),
                otherCells(notes));
    }

    /** Cells of one column are one text, where a task goes over several rows. */
    private List<OtherCell> otherCells(Notes notes) {
        Map<Integer, List<PrintedRow.Other>> columns = new TreeMap<>();
        others.forEach(other -> columns.computeIfAbsent(other.column(), column -> new ArrayList<>())
                .add(other));
        List<OtherCell> fitting = new ArrayList<>();
        for (List<PrintedRow.Other> cells : columns.values()) {
            String heading = cells.get(0).heading();
            Place column = place.under(heading).of(CellColumn.OTHER_CELLS);
            String text =
                    joined(cells.stream().map(cell -> cell.text().clauses()).toList(), Printed.CELL, column, notes);
            if (text != null && fitting.size() == Printed.OTHER_CELLS) {
                notes.tooMany(column, text);
            } else if (text != null) {
                fitting.add(new OtherCell(heading.isEmpty() ? null : Excerpt.of(heading), text));
            }
        }
        return fitting;
    }

    /** A title too long is the only text that is cut: the row is known by it. */
    private String title(Notes notes) {
        if (title.length() <= Printed.CELL) {
            return title;
        }
        int end = title.lastIndexOf(' ', Printed.CELL - 1);
        int cut = end > 0 ? end : Printed.CELL - 1;
        if (Character.isHighSurrogate(title.charAt(cut - 1))) {
            cut--;
        }
        notes.tooLong(place(ColumnRole.TITLE), title.substring(cut).strip());
        return title.substring(0, cut);
    }

    private String joined(ColumnRole role, Function<CellText, List<String>> texts, int longest, Notes notes) {
        return joined(texts(role, texts), longest, place(role), notes);
    }

    /** The texts in one. No more of them is joined than shows that they are too long. */
    private static String joined(Collection<String> texts, int longest, Place place, Notes notes) {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            if (joined.length() > longest) {
                break;
            }
            joined.append(joined.isEmpty() || text.isEmpty() ? "" : "; ");
            joined.append(text, 0, Math.min(text.length(), longest + 1));
        }
        return fitting(joined.toString(), longest, place, notes);
    }

    private static String fitting(String text, int longest, Place place, Notes notes) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (text.length() > longest) {
            notes.tooLong(place, text);
            return null;
        }
        return text;
    }

    private List<String> fitting(ColumnRole role, int most, int longest, Notes notes) {
        Place place = place(role);
        List<String> fitting = new ArrayList<>();
        for (String text : texts(role, CellText::entries)) {
            if (text.length() > longest) {
                notes.tooLong(place, text);
            } else if (fitting.size() == most) {
                notes.tooMany(place, text);
            } else {
                fitting.add(text);
            }
        }
        return fitting;
    }
}
