package vn.cchc.plan.transcript.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The rows of the annex that state its total. */
final class AnnexTotals {

    private record Total(String text, BigDecimal exact, AnnexPart part, Place place) {}

    /** Names of totals that say nothing else, see {@link Words}. */
    private static final Set<String> PLAIN = Set.of(
            "cong",
            "tong",
            "tong so",
            "tong cong",
            "tong so tien",
            "tong kinh phi",
            "tong so kinh phi",
            "tong cong kinh phi",
            "tong cong so tien");

    /** "Cộng mục I", "Tổng cộng phần B", "Cộng I". */
    private static final Pattern SECTION = Pattern.compile("(?:cong|tong|tong cong|tong so)(?: (?:kinh phi|so tien))? "
            + "(?:(?:muc|phan|nhom|linh vuc|tieu muc) .+|[ivx]+|[a-h]|\\d{1,2})");

    private final Notes notes;
    private final List<Total> totals = new ArrayList<>();

    AnnexTotals(Notes notes) {
        this.notes = notes;
    }

    /**
     * Takes a row that states a total: "Tổng cộng", or the last row of a table with an amount alone. The total of a section,
     * "Cộng mục I", is listed.
     *
     * @return whether it is one
     */
    boolean take(PrintedRow row, Place place, AnnexPart part, boolean last) {
        Place amountPlace = place.under(part.heading(ColumnRole.AMOUNT));
        if (last && row.states(ColumnRole.AMOUNT) && row.hasOnly(ColumnRole.AMOUNT)) {
            totals.add(new Total(
                    row.text(ColumnRole.AMOUNT),
                    row.cells().get(ColumnRole.AMOUNT).number(),
                    part,
                    amountPlace));
            return true;
        }
        ColumnRole named = row.states(ColumnRole.TITLE) ? ColumnRole.TITLE : ColumnRole.CODE;
        String name = row.text(named);
        String words = Words.of(name);
        boolean ofSection = SECTION.matcher(words).matches();
        boolean plain = isPlain(beginning(name));
        if (isTask(row, named, plain) || !(ofSection || plain || begins(words))) {
            return false;
        }
        boolean stated = row.states(ColumnRole.AMOUNT);
        int colon = name.indexOf(':');
        boolean behindColon = !stated && !ofSection && plain && colon >= 0;
        if (ofSection) {
            leave(row, ColumnRole.AMOUNT, place, part);
        } else if (stated) {
            totals.add(new Total(
                    row.text(ColumnRole.AMOUNT),
                    row.cells().get(ColumnRole.AMOUNT).number(),
                    part,
                    amountPlace));
        } else if (behindColon) {
            totals.add(new Total(name.substring(colon + 1), null, part, amountPlace));
        }
        boolean told = behindColon ? isPlain(name.substring(0, colon)) : isPlain(name);
        if (ofSection || !told) {
            leave(row, named, place, part);
        }
        row.cells().keySet().stream()
                .filter(role -> role != named && role != ColumnRole.AMOUNT)
                .forEach(role -> leave(row, role, place, part));
        row.others()
                .forEach(other -> notes.untranscribed(
                        place.under(other.heading()), other.text().joined(), Untranscribed.Why.NO_TASK));
        return true;
    }

    /** Lists a cell that no task has. */
    private void leave(PrintedRow row, ColumnRole role, Place place, AnnexPart part) {
        if (row.states(role)) {
            notes.untranscribed(place.under(part.heading(role)), row.text(role), Untranscribed.Why.NO_TASK);
        }
    }

    /**
     * Whether a row whose name begins like a total's is a task: it has a time, or a code with somebody who leads. A name
     * that goes on, "Tổng kinh phí quyết toán được công khai", is a task's where anything but an amount stands beside it.
     */
    private static boolean isTask(PrintedRow row, ColumnRole named, boolean plain) {
        boolean coded = named != ColumnRole.CODE && row.states(ColumnRole.CODE);
        boolean led = row.states(ColumnRole.LEAD);
        boolean does = coded || led || row.states(ColumnRole.COORDINATING) || row.states(ColumnRole.PRODUCTS);
        return row.states(ColumnRole.TIMING) || (plain ? coded && led : does);
    }

    /** What stands before brackets, a colon or a figure. */
    private static String beginning(String name) {
        int end = 0;
        while (end < name.length() && "(:[".indexOf(name.charAt(end)) < 0 && !Character.isDigit(name.charAt(end))) {
            end++;
        }
        return name.substring(0, end);
    }

    private static boolean isPlain(String name) {
        return PLAIN.contains(Words.of(name));
    }

    private static boolean begins(String words) {
        return Words.beginWithOne(words, "tong cong", "tong kinh phi", "tong so kinh phi", "tong so tien");
    }

    /** The totals of a part that name their unit themselves, in đồng, above zero. */
    Set<Long> inNamedUnits(AnnexPart part) {
        Set<Long> named = new LinkedHashSet<>();
        for (Total total : totals) {
            MoneyText text = MoneyText.of(total.text(), total.exact());
            Long amount = text.unit().isEmpty()
                    ? null
                    : text.read(Optional.empty(), false).amount();
            if (total.part() == part && amount != null && amount > 0) {
                named.add(amount);
            }
        }
        return named;
    }

    /** The printed total in đồng; null where none is printed, or several that differ, which is noted. */
    Long stated(AnnexAmounts amounts) {
        Set<Long> stated = new LinkedHashSet<>();
        for (Total total : totals) {
            Long amount = amounts.of(total.text(), total.exact(), total.part(), total.place());
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
