package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Periods with a deadline of their own: {@code exception {[";" | "," | "và"] exception}}, {@code exception = "riêng" part [","]
 * ["hoàn thành"] ("trước" | atLatest) day}. After a rule that recurs they replace the days of these periods; one alone in a cell
 * is the one day that the cell states.
 */
final class ExceptionClause {

    private static final int LONGEST_AFTER_IN_DAYS = 31;
    private static final List<String> SEPARATORS = List.of(", va", ";", ",", "va");

    private final PartForm parts;
    private final DayClause days;

    ExceptionClause(int planYear) {
        this.parts = new PartForm(planYear);
        this.days = new DayClause(planYear);
    }

    /** @param deadline lies in the period or within a month after it */
    record Read(PartOfYear period, Deadline deadline) {

        /** The rule with this exception; empty where the rule has no such period in the plan's year, or has it with one already. */
        Optional<TimingRule> in(TimingRule rule, int planYear) {
            if (period.year() != planYear
                    || !(rule instanceof TimingRule.Recurring recurring)
                    || recurring.rhythm() != rhythm()
                    || recurring.exceptions().stream()
                            .anyMatch(each -> each.period().equals(key()))) {
                return Optional.empty();
            }
            List<TimingRule.Recurring.PeriodOfItsOwn> exceptions = new ArrayList<>(recurring.exceptions());
            exceptions.add(new TimingRule.Recurring.PeriodOfItsOwn(key(), deadline));
            return Optional.of(
                    new TimingRule.Recurring(recurring.label(), recurring.rhythm(), recurring.day(), exceptions));
        }

        private Rhythm rhythm() {
            return period.unit() == PartOfYear.Unit.MONTH ? Rhythm.MONTHLY : Rhythm.QUARTERLY;
        }

        private String key() {
            return period.unit() == PartOfYear.Unit.MONTH
                    ? "%d-%02d".formatted(period.year(), period.number())
                    : new ReportPeriod(period.year(), ReportPeriod.Part.quarter(period.number())).key();
        }
    }

    /** All exceptions to the end of the text; none where anything else is left. */
    List<Read> read(Tokens tokens) {
        List<Read> all = new ArrayList<>();
        while (!tokens.atEnd()) {
            if (!all.isEmpty()) {
                tokens.readAny(SEPARATORS);
            }
            Optional<Read> one = one(tokens);
            if (one.isEmpty()) {
                return List.of();
            }
            all.add(one.get());
        }
        return List.copyOf(all);
    }

    private Optional<Read> one(Tokens tokens) {
        if (!tokens.read("rieng")) {
            return Optional.empty();
        }
        Optional<PartForm.Part> part = parts.read(tokens);
        if (part.isEmpty()) {
            return Optional.empty();
        }
        tokens.read(",");
        tokens.read("hoan thanh");
        PartOfYear period = part.get().part();
        if (period.unit() != PartOfYear.Unit.MONTH && period.unit() != PartOfYear.Unit.QUARTER) {
            return Optional.empty();
        }
        return days.read(tokens)
                .filter(read -> read.size() == 1)
                .map(read -> ((TimingRule.Fixed) read.get(0)).deadline())
                .filter(deadline -> isNear(deadline.stated(), period))
                .map(deadline -> new Read(period, deadline));
    }

    private static boolean isNear(LocalDate day, PartOfYear period) {
        return !day.isBefore(period.first()) && !day.isAfter(period.last().plusDays(LONGEST_AFTER_IN_DAYS));
    }

    static String words(TimingRule.Recurring.PeriodOfItsOwn exception, String deadline) {
        String[] parts = exception.period().split("-", -1);
        int year = Integer.parseInt(parts[0]);
        PartOfYear period = parts[1].startsWith("Q")
                ? new PartOfYear(PartOfYear.Unit.QUARTER, Integer.parseInt(parts[1].substring(1)), year)
                : new PartOfYear(PartOfYear.Unit.MONTH, Integer.parseInt(parts[1]), year);
        return "riêng " + period.words() + " " + deadline;
    }
}
