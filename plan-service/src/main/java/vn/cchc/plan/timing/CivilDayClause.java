package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import vn.cchc.plan.timing.PartOfYear.Unit;

/**
 * The beginning, middle and end of a month (1st, 15th, last day) or year (1 January, 30 June, 31 December): Civil Code
 * 2015, art. 146(2)–(3). The law has no such day of a quarter.
 */
final class CivilDayClause implements Production<List<TimingRule>> {

    private enum Point {
        DAU,
        GIUA,
        CUOI
    }

    private final PartForm parts;
    private final int planYear;

    CivilDayClause(int planYear) {
        this.parts = new PartForm(planYear);
        this.planYear = planYear;
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        AtLatest.read(tokens);
        Optional<Point> point = tokens.read("dau")
                ? Optional.of(Point.DAU)
                : tokens.read("giua")
                        ? Optional.of(Point.GIUA)
                        : tokens.read("cuoi") ? Optional.of(Point.CUOI) : Optional.empty();
        return point.flatMap(at -> day(tokens, at))
                .map(day -> List.of(new TimingRule.Fixed("", Deadline.atLatest(day))));
    }

    private Optional<LocalDate> day(Tokens tokens, Point point) {
        int start = tokens.position();
        if (tokens.read("nam")) {
            OptionalInt year = tokens.year();
            // "Cuối năm" without a year is the yearly rhythm.
            if (year.isEmpty() && point == Point.CUOI) {
                return Optional.empty();
            }
            int in = year.orElse(planYear);
            return Optional.of(
                    switch (point) {
                        case DAU -> LocalDate.of(in, 1, 1);
                        case GIUA -> LocalDate.of(in, 6, 30);
                        case CUOI -> LocalDate.of(in, 12, 31);
                    });
        }
        tokens.reset(start);
        return parts.read(tokens)
                .map(PartForm.Part::part)
                .filter(part -> part.unit() == Unit.MONTH)
                .map(part -> YearMonth.from(part.first()))
                .map(month -> switch (point) {
                    case DAU -> month.atDay(1);
                    case GIUA -> month.atDay(15);
                    case CUOI -> month.atEndOfMonth();
                });
    }

    /** Printed as a day. */
    @Override
    public Optional<String> print(List<TimingRule> rules) {
        return Optional.empty();
    }
}
