package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.cchc.plan.Printed;
import vn.cchc.plan.importing.PlanDocument;

/** A row of the annex while it is read. */
final class AnnexRow {

    /** Products of a row. */
    private static final int PRODUCTS = 20;

    final int order;
    final Integer parent;
    final AnnexPart part;
    private final Place place;
    private final String code;
    private final List<String> titles = new ArrayList<>();
    private final Set<String> leads = new LinkedHashSet<>();
    private final Set<String> coordinating = new LinkedHashSet<>();
    private final Set<String> products = new LinkedHashSet<>();
    private final Set<String> timings = new LinkedHashSet<>();
    private final List<String> amounts = new ArrayList<>();

    AnnexRow(int order, Integer parent, AnnexPart part, Place place, String code, String title) {
        this.order = order;
        this.parent = parent;
        this.part = part;
        this.place = place.ofRow(order);
        this.code = code;
        titles.add(title);
    }

    Place place(ColumnRole role) {
        return place.under(part.heading(role));
    }

    String title() {
        return String.join(" ", titles);
    }

    String amount() {
        return String.join(" + ", amounts);
    }

    /** Adds a cell: another one of a role where a task goes over several rows. */
    void add(ColumnRole role, CellText cell) {
        switch (role) {
            case TITLE -> titles.add(cell.joined());
            case LEAD -> addNew(leads, cell.entries());
            case COORDINATING -> addNew(coordinating, cell.entries());
            case PRODUCTS -> addNew(products, cell.entries());
            case TIMING -> addNew(timings, List.of(cell.clauses()));
            case AMOUNT -> addNew(amounts, List.of(cell.joined()));
            default -> throw new IllegalArgumentException("Not added to a row: " + role);
        }
    }

    private static void addNew(Collection<String> texts, List<String> more) {
        more.stream().filter(text -> !text.isEmpty()).forEach(texts::add);
    }

    /** Within the bounds of a plan document; what exceeds them is noted. */
    PlanDocument.Row bounded(Long dong, Notes notes) {
        return new PlanDocument.Row(
                order,
                parent,
                fitting(code, Printed.CODE, place(ColumnRole.CODE), notes),
                title(notes),
                fitting(String.join("; ", leads), Printed.SHORT, place(ColumnRole.LEAD), notes),
                fitting(coordinating, Printed.COORDINATING, Printed.SHORT, place(ColumnRole.COORDINATING), notes),
                fitting(products, PRODUCTS, Printed.CELL, place(ColumnRole.PRODUCTS), notes),
                fitting(String.join("; ", timings), Printed.CELL, place(ColumnRole.TIMING), notes),
                dong);
    }

    /** A title too long is the only text that is cut: the row is known by it. */
    private String title(Notes notes) {
        String title = title();
        if (title.length() <= Printed.CELL) {
            return title;
        }
        int end = title.lastIndexOf(' ', Printed.CELL - 1);
        int cut = end > 0 ? end : Printed.CELL - 1;
        notes.tooLong(place(ColumnRole.TITLE), title.substring(cut).strip());
        return title.substring(0, cut);
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

    private static List<String> fitting(Collection<String> texts, int most, int longest, Place place, Notes notes) {
        List<String> fitting = new ArrayList<>();
        for (String text : texts) {
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
