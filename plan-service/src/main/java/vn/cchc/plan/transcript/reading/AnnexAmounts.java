package vn.cchc.plan.transcript.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the amounts of the annex. Where neither the heading nor a line near the table nor the cell names a unit, an amount is in
 * doubt: figures of one size are đồng in one plan and thousands in another, and one cell tells nothing of the next. A total that
 * names its unit says what they are: they sum to it in one unit alone. A column printed in full is in đồng: each amount is of whole
 * thousands from a hundred thousand on, none names a unit, and together they are so much that thousands of đồng are out of the
 * question.
 */
final class AnnexAmounts {

    private static final Set<MoneyUnit> UNITS = EnumSet.complementOf(EnumSet.of(MoneyUnit.UNCLEAR));

    /** Nothing in a column printed in full costs less. */
    private static final long LEAST_IN_FULL = 100_000;

    /** Together from it on, amounts printed in full are no thousands of đồng: they would be ten thousand millions. */
    private static final long LEAST_SUM_IN_FULL = 10_000_000;

    /** Parts with amounts that are plainly in đồng: what their headings name is then in doubt. */
    private final Set<AnnexPart> inDong = new HashSet<>();

    /** The units of parts that name none, by their totals and amounts. */
    private final Map<AnnexPart, MoneyUnit> found = new HashMap<>();

    /** Whether a part is in another unit: a part that names none may then be in that too. */
    private final boolean others;

    private final Notes notes;

    AnnexAmounts(List<AnnexRow> rows, AnnexTotals totals, Notes notes) {
        this.notes = notes;
        this.others = rows.stream()
                .anyMatch(row ->
                        row.part.unit.filter(unit -> unit != MoneyUnit.DONG).isPresent());
        Map<AnnexPart, List<AnnexRow>> stating = new LinkedHashMap<>();
        for (AnnexRow row : rows) {
            if (!Words.of(row.amount()).isEmpty()) {
                stating.computeIfAbsent(row.part, part -> new ArrayList<>()).add(row);
                if (text(row).isPlainlyDong()) {
                    inDong.add(row.part);
                }
            }
        }
        stating.forEach((part, amounts) -> {
            if (part.unit.isEmpty()) {
                Set<Long> named = totals.inNamedUnits(part);
                unit(amounts, rows, named)
                        .or(() -> areInFull(amounts, named) ? Optional.of(MoneyUnit.DONG) : Optional.empty())
                        .ifPresent(unit -> found.put(part, unit));
            }
        });
    }

    /**
     * The only unit in which the amounts sum to a total. A row above others states their sum, so the lowest amounts are summed, or
     * the highest.
     */
    private static Optional<MoneyUnit> unit(List<AnnexRow> amounts, List<AnnexRow> rows, Set<Long> totals) {
        if (totals.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> stating = new HashSet<>();
        amounts.forEach(row -> stating.add(row.order));
        Set<Integer> above = new HashSet<>();
        List<AnnexRow> highest = new ArrayList<>();
        for (AnnexRow row : amounts) {
            boolean beneath = false;
            for (Integer up = row.parent; up != null; up = rows.get(up - 1).parent) {
                above.add(up);
                beneath |= stating.contains(up);
            }
            if (!beneath) {
                highest.add(row);
            }
        }
        List<AnnexRow> lowest =
                amounts.stream().filter(row -> !above.contains(row.order)).toList();
        List<MoneyUnit> fitting = UNITS.stream()
                .filter(unit -> totals.contains(sum(lowest, unit)) || totals.contains(sum(highest, unit)))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** Whether all amounts are of đồng, printed in full; a total that names its unit is of their size. */
    private static boolean areInFull(List<AnnexRow> amounts, Set<Long> totals) {
        long sum = 0;
        for (AnnexRow row : amounts) {
            MoneyText text = text(row);
            MoneyText.Reading reading = text.read(Optional.of(MoneyUnit.DONG), false);
            long amount = reading.amount() == null ? 0 : reading.amount();
            boolean small = amount > 0 && (amount < LEAST_IN_FULL || amount % 1_000 != 0);
            if (text.unit().isPresent() || reading.doubt() != null || small) {
                return false;
            }
            sum += amount;
        }
        long all = sum;
        return all >= LEAST_SUM_IN_FULL && totals.stream().allMatch(total -> total < all * 10 && all < total * 10);
    }

    /** In đồng; 0 where an amount cannot be read in this unit. */
    private static long sum(List<AnnexRow> amounts, MoneyUnit unit) {
        long sum = 0;
        for (AnnexRow row : amounts) {
            MoneyText.Reading reading = text(row).read(Optional.of(unit), false);
            if (reading.doubt() != null) {
                return 0;
            }
            sum += reading.amount() == null ? 0 : reading.amount();
        }
        return sum;
    }

    private static MoneyText text(AnnexRow row) {
        return MoneyText.of(row.amount(), row.exactAmount());
    }

    /** In đồng; null where none is printed or it is in doubt, which is noted. */
    Long of(AnnexRow row) {
        return of(row.amount(), row.exactAmount(), row.part, row.place(ColumnRole.AMOUNT));
    }

    /** @param exact the number that the text shows, where the file states one; null for a text */
    Long of(String text, BigDecimal exact, AnnexPart part, Place place) {
        if (Words.of(text).isEmpty()) {
            return null;
        }
        MoneyText.Reading reading = MoneyText.of(text, exact).read(unit(part), inDong.contains(part));
        if (reading.amount() != null) {
            return reading.amount();
        }
        if (reading.doubt() != null) {
            notes.doubt(reading.doubt(), place, text);
        }
        notes.untranscribed(place, text, Untranscribed.Why.NO_AMOUNT);
        return null;
    }

    private Optional<MoneyUnit> unit(AnnexPart part) {
        return part.unit
                .or(() -> Optional.ofNullable(found.get(part)))
                .or(() -> others ? Optional.of(MoneyUnit.UNCLEAR) : Optional.empty());
    }
}
