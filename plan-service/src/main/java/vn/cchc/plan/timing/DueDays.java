package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The due days of reporting periods, one each: {@code dueDays = ("cuối cùng" | day) ["của"] ["các"] "tháng" month {"," month} |
 * date {"," date}}.
 *
 * <p>A report cannot be due before there is anything to report. A day without a year that lies before its period, or in the
 * period's first half, is of the year after; one that is more than a quarter past the period is a slip, and left.
 */
final class DueDays {

    private static final int LONGEST_AFTER = 3;

    private final int planYear;
    private final DayForm days;

    DueDays(int planYear) {
        this.planYear = planYear;
        this.days = new DayForm(planYear);
    }

    /** As many days as periods; empty where they do not match. */
    Optional<List<LocalDate>> read(Tokens tokens, List<ReportPeriod> periods) {
        int start = tokens.position();
        boolean last = false;
        List<DayForm.Day> named =
                Series.read(tokens, before -> before.size() < periods.size() ? days.read(tokens) : Optional.empty());
        if (named.isEmpty()) {
            tokens.reset(start);
            last = tokens.startsWith(start, "cuoi cung");
            named = daysOfMonths(tokens);
        }
        if (named.size() != periods.size()) {
            return Optional.empty();
        }
        List<LocalDate> placed = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            Optional<LocalDate> day = placed(named.get(i), last, periods.get(i));
            if (day.isEmpty()) {
                return Optional.empty();
            }
            placed.add(day.get());
        }
        return Optional.of(placed);
    }

    /** @param last whether it is the last of its month, whatever its number */
    private Optional<LocalDate> placed(DayForm.Day day, boolean last, ReportPeriod period) {
        if (day.printedYear()) {
            return Optional.of(day.date());
        }
        PartOfYear part = period.part().in(period.year());
        LocalDate half = part.first().plusDays(ChronoUnit.DAYS.between(part.first(), part.last()) / 2);
        Optional<LocalDate> placed = day.date().isAfter(half) ? Optional.of(day.date()) : yearAfter(day.date(), last);
        return placed.filter(date -> !date.isAfter(part.last().plusMonths(LONGEST_AFTER)));
    }

    /** Empty where the year after has no 29 February. */
    private static Optional<LocalDate> yearAfter(LocalDate day, boolean last) {
        YearMonth month = YearMonth.from(day).plusYears(1);
        if (last) {
            return Optional.of(month.atEndOfMonth());
        }
        return month.isValidDay(day.getDayOfMonth()) ? Optional.of(month.atDay(day.getDayOfMonth())) : Optional.empty();
    }

    private List<DayForm.Day> daysOfMonths(Tokens tokens) {
        boolean last = tokens.read("cuoi cung");
        OptionalInt day = last ? OptionalInt.empty() : tokens.number(1, 31);
        if (!last && day.isEmpty()) {
            return List.of();
        }
        tokens.read("cua");
        tokens.read("cac");
        if (!tokens.read("thang")) {
            return List.of();
        }
        List<YearMonth> months = Series.read(tokens, before -> {
            OptionalInt month = tokens.number(1, 12);
            // ", 6 tháng" is the next period.
            return month.isEmpty() || tokens.startsWith(tokens.position(), "thang")
                    ? Optional.empty()
                    : Optional.of(YearMonth.of(planYear, month.getAsInt()));
        });
        if (!last && !months.stream().allMatch(month -> month.isValidDay(day.getAsInt()))) {
            return List.of();
        }
        return months.stream()
                .map(month -> last ? month.atEndOfMonth() : month.atDay(day.getAsInt()))
                .map(date -> new DayForm.Day(date, false))
                .toList();
    }
}
