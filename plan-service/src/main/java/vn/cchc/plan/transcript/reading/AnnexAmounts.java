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
 * names its unit says what they are: they sum to it in one unit alone. A column printed in full is taken to be in đồng, which is
 * noted once: at least two amounts, each of whole thousands from a hundred thousand on, no cell with anything else, no other unit in
 * the annex, and together so much that thousands of đồng are out of the question.
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

    /** Parts without a unit that are printed in full and not noted yet. */
    private final Set<AnnexPart> assumed = new HashSet<>();

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
                Optional<MoneyUnit> summed = unit(amounts, rows, named);
                if (summed.isPresent()) {
                    found.put(part, summed.get());
                } else if (!others && areInFull(amounts, lowest(amounts, rows), named)) {
                    found.put(part, MoneyUnit.DONG);
                    assumed.add(part);
                }
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
        List<AnnexRow> highest = new ArrayList<>();
        for (AnnexRow row : amounts) {
            boolean beneath = false;
            for (Integer up = row.parent; up != null; up = rows.get(up - 1).parent) {
                beneath |= stating.contains(up);
            }
            if (!beneath) {
                highest.add(row);
            }
        }
        List<AnnexRow> lowest = lowest(amounts, rows);
        List<MoneyUnit> fitting = UNITS.stream()
                .filter(unit -> totals.contains(sum(lowest, unit)) || totals.contains(sum(highest, unit)))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The rows with none of the others beneath them. */
    private static List<AnnexRow> lowest(List<AnnexRow> amounts, List<AnnexRow> rows) {
        Set<Integer> above = new HashSet<>();
        for (AnnexRow row : amounts) {
            for (Integer up = row.parent; up != null; up = rows.get(up - 1).parent) {
                above.add(up);
            }
        }
        return amounts.stream().filter(row -> !above.contains(row.order)).toList();
    }

    /**
     * Whether all amounts are of đồng, printed in full; a total that names its unit is of their size.
     *
     * @param lowest those of the amounts that are summed
     */
    private static boolean areInFull(List<AnnexRow> amounts, List<AnnexRow> lowest, Set<Long> totals) {
        int several = 0;
        for (AnnexRow row : amounts) {
            MoneyText text = text(row);
            MoneyText.Reading reading = text.read(Optional.of(MoneyUnit.DONG), false);
            long amount = reading.amount() == null ? 0 : reading.amount();
            boolean small = amount > 0 && (amount < LEAST_IN_FULL || amount % 1_000 != 0);
            boolean otherFigures =
                    reading.amount() == null && row.amount().chars().anyMatch(Character::isDigit);
            if (text.unit().isPresent() || reading.doubt() != null || small || otherFigures) {
                return false;
            }
            several += amount > 0 ? 1 : 0;
        }
        if (several < 2) {
            return false;
        }
        long all = sum(lowest, MoneyUnit.DONG);
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
        if (!Words.of(row.amount()).isEmpty() && assumed.remove(row.part)) {
            Place first = row.place(ColumnRole.AMOUNT);
            notes.doubt(
                    Doubt.Code.AMOUNT_ASSUMED_DONG,
                    new Place(first.block(), first.row(), first.column(), null),
                    first.column() == null ? row.amount() : first.column());
        }
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
