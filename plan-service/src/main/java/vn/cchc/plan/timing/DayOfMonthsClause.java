package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One day in each of several months: {@code ["trước" | atLatest] ["ngày"] (n | "cuối cùng") ["của"] "các tháng" m {("," | "và") m}
 * [year]}. Printed as days.
 */
final class DayOfMonthsClause implements Production<List<TimingRule>> {

    private final int planYear;

    DayOfMonthsClause(int planYear) {
        this.planYear = planYear;
    }

    @Override
    public Optional<List<TimingRule>> read(Tokens tokens) {
        boolean before = tokens.read("truoc");
        if (!before) {
            AtLatest.read(tokens);
        }
        tokens.read("ngay");
        boolean last = tokens.read("cuoi cung");
        OptionalInt day = last ? OptionalInt.empty() : tokens.number(1, 31);
        tokens.read("cua");
        if ((!last && day.isEmpty()) || !tokens.read("cac thang")) {
            return Optional.empty();
        }
        List<Integer> months = Series.read(tokens, former -> {
            OptionalInt month = tokens.number(1, 12);
            return month.isPresent() && (former.isEmpty() || month.getAsInt() > former.get(former.size() - 1))
                    ? Optional.of(month.getAsInt())
                    : Optional.empty();
        });
        int year = YearForm.after(tokens, planYear).orElse(planYear);
        boolean valid = months.stream()
                .allMatch(month -> last || YearMonth.of(year, month).isValidDay(day.getAsInt()));
        if (months.size() < 2 || !valid) {
            return Optional.empty();
        }
        return Optional.of(months.stream()
                .map(month -> YearMonth.of(year, month))
                .map(month -> last ? month.atEndOfMonth() : month.atDay(day.getAsInt()))
                .map(date -> rule(date, before))
                .toList());
    }

    private static TimingRule rule(LocalDate day, boolean before) {
        return new TimingRule.Fixed("", before ? Deadline.before(day) : Deadline.atLatest(day));
    }

    @Override
    public Optional<String> print(List<TimingRule> rules) {
        return Optional.empty();
    }
}
