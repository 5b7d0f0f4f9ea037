package vn.cchc.plan.transcript.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The rows of the annex that state its total. */
final class AnnexTotals {

    private record Total(String text, AnnexPart part, Place place) {}

    private final Notes notes;
    private final List<Total> totals = new ArrayList<>();

    AnnexTotals(Notes notes) {
        this.notes = notes;
    }

    /**
     * Takes a row that states a total: "Tổng cộng", or the last row of a table with an amount alone.
     *
     * @return whether it is one
     */
    boolean take(PrintedRow row, Place place, AnnexPart part, boolean last) {
        if (last && row.states(ColumnRole.AMOUNT) && row.hasOnly(ColumnRole.AMOUNT)) {
            totals.add(new Total(row.text(ColumnRole.AMOUNT), part, place.under(part.heading(ColumnRole.AMOUNT))));
            return true;
        }
        String name = row.states(ColumnRole.TITLE) ? row.text(ColumnRole.TITLE) : row.text(ColumnRole.CODE);
        if (!isName(Words.of(name)) || (row.has(ColumnRole.TIMING) && !row.goesOn(ColumnRole.TIMING))) {
            return false;
        }
        int colon = name.indexOf(':');
        String amount = row.states(ColumnRole.AMOUNT)
                ? row.text(ColumnRole.AMOUNT)
                : name.substring(colon < 0 ? name.length() : colon + 1);
        totals.add(new Total(amount, part, place.under(part.heading(ColumnRole.AMOUNT))));
        row.others()
                .forEach(other ->
                        notes.untranscribed(place.under(other.heading()), other.text(), Untranscribed.Why.NO_COLUMN));
        return true;
    }

    private static boolean isName(String words) {
        return words.equals("cong") || words.equals("tong") || Words.beginWithOne(words, "tong cong", "tong kinh phi");
    }

    /** The printed total in đồng; null where none is printed, or several that differ, which is noted. */
    Long stated(AnnexAmounts amounts) {
        Set<Long> stated = new LinkedHashSet<>();
        for (Total total : totals) {
            Long amount = amounts.of(total.text(), total.part(), total.place());
            if (amount != null && !stated.add(amount)) {
                continue;
            }
            if (stated.size() > 1) {
                notes.doubt(Doubt.Code.TOTAL_TWICE, total.place(), total.text());
                return null;
            }
        }
        return stated.isEmpty() ? null : stated.iterator().next();
    }
}
