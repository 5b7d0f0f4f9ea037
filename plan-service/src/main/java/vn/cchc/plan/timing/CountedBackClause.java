package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A term before a day, counted back from it: {@code ["ít nhất" | "tối thiểu" | "chậm nhất"] term "trước" day}, a term in months
 * with these words only. Printed as the day.
 */
final class CountedBackClause implements Production<TimingRule> {

    private final DayForm days;
    private final TermForm terms = new TermForm();

    CountedBackClause(int planYear) {
        this.days = new DayForm(planYear);
    }

    @Override
    public Optional<TimingRule> read(Tokens tokens) {
        boolean counted = tokens.read("it nhat") || tokens.read("toi thieu") || tokens.read("cham nhat");
        Optional<Offset> term = terms.read(tokens);
        if (term.isEmpty() || !tokens.read("truoc")) {
            return Optional.empty();
        }
        // "6 tháng trước 10/6" is the report of half a year.
        if (!counted && term.get().unit() == OffsetUnit.MONTH) {
            return Optional.empty();
        }
        return days.read(tokens)
                .flatMap(day -> back(day.date(), term.get()))
                .map(day -> new TimingRule.Fixed("", Deadline.atLatest(day)));
    }

    /** Working days would need the table of a year, which a text does not have; hours the hour of the day. */
    private static Optional<LocalDate> back(LocalDate day, Offset term) {
        return switch (term.unit()) {
            case DAY -> Optional.of(day.minusDays(term.amount()));
            case WEEK -> Optional.of(day.minusWeeks(term.amount()));
            case MONTH -> Optional.of(day.minusMonths(term.amount()));
            case HOUR, WORKING_DAY -> Optional.empty();
        };
    }

    @Override
    public Optional<String> print(TimingRule rule) {
        return Optional.empty();
    }
}
