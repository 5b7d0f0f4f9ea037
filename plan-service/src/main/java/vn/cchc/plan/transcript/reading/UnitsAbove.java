package vn.cchc.plan.transcript.reading;

import java.util.Optional;

/** The unit of money that the lines right above a table name. */
final class UnitsAbove {

    /** Paragraphs between a line and the table that it still belongs to. */
    private static final int NEAR = 5;

    private final Notes notes;
    private Optional<MoneyUnit> unit = Optional.empty();
    /** Block of the last line that names a unit. */
    private int at;
    /** A line that names a unit and nothing else, until its table is read; null where there is none. */
    private BodyLine only;

    UnitsAbove(Notes notes) {
        this.notes = notes;
    }

    /** Takes a line that names a unit and nothing else; a unit within another line is remembered only. */
    boolean take(BodyLine line) {
        int block = line.place().block();
        Optional<MoneyUnit> alone = UnitLine.in(line.text());
        Optional<MoneyUnit> named = alone.or(() -> UnitLine.within(line.text()));
        if (named.isPresent()) {
            unit = UnitLine.agreed(near(block), named);
            at = block;
        }
        if (alone.isPresent()) {
            end();
            only = line;
        }
        return alone.isPresent();
    }

    /** Forgets what stands above: another sheet begins. */
    void leave() {
        unit = Optional.empty();
        end();
    }

    private Optional<MoneyUnit> near(int block) {
        return block - at <= NEAR ? unit : Optional.empty();
    }

    /**
     * The unit of this table; it is not that of the next.
     *
     * @param annex whether it is transcribed: otherwise its line is listed as the table is
     */
    Optional<MoneyUnit> of(int block, boolean annex) {
        Optional<MoneyUnit> above = near(block);
        unit = Optional.empty();
        if (annex && above.isPresent()) {
            only = null;
        }
        end();
        return above;
    }

    /** Lists a line whose unit is that of no table. */
    void end() {
        if (only != null) {
            notes.untranscribed(only.place(), only.text(), Untranscribed.Why.NO_PLACE);
        }
        only = null;
    }
}
