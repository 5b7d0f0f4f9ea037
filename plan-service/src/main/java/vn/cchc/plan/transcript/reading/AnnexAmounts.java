package vn.cchc.plan.transcript.reading;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the amounts of the annex: whether a column without a unit is in đồng is seen in all its cells. */
final class AnnexAmounts {

    private final Set<AnnexPart> inDong = new HashSet<>();
    /** Whether a part is in another unit: a part that names none may then be in that too. */
    private final boolean others;

    private final Notes notes;

    AnnexAmounts(List<AnnexRow> rows, Notes notes) {
        this.notes = notes;
        this.others = rows.stream()
                .anyMatch(row ->
                        row.part.unit.filter(unit -> unit != MoneyUnit.DONG).isPresent());
        for (AnnexRow row : rows) {
            if (MoneyText.of(row.amount(), row.exactAmount()).isPlainlyDong()) {
                inDong.add(row.part);
            }
        }
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
        return part.unit.or(() -> others ? Optional.of(MoneyUnit.UNCLEAR) : Optional.empty());
    }
}
