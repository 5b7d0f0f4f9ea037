package vn.cchc.plan.timing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The occurrences of a recurring rule in the plan's year. */
final class RecurringDays {

    private final TimingRule.Recurring rule;
    private final int year;
    private final boolean inclusive;

    private RecurringDays(TimingRule.Recurring rule, int year, boolean inclusive) {
        this.rule = rule;
        this.year = year;
        this.inclusive = inclusive;
    }

    static List<Occurrence> of(TimingRule.Recurring rule, int year, boolean inclusive) {
        return List.copyOf(new RecurringDays(rule, year, inclusive).all());
    }

    private List<Occurrence> all() {
        return switch (rule.rhythm()) {
            case WEEKLY -> weeks();
            case MONTHLY -> months(false);
            case TWICE_MONTHLY -> months(true);
            case QUARTERLY -> quarters();
            case QUARTERLY_AND_YEAR_END -> {
                List<Occurrence> occurrences = quarters();
                occurrences.add(yearEnd());
                yield occurrences;
            }
            case HALF_YEARLY ->
                List.of(
                        ends(year + "-H1", "6 tháng đầu năm " + year, LocalDate.of(year, 6, 30)),
                        ends(year + "-H2", "6 tháng cuối năm " + year, LocalDate.of(year, 12, 31)));
            case YEARLY -> List.of(yearEnd());
        };
    }

    private List<Occurrence> weeks() {
        Optional<RecurringDay.Weekday> named = rule.day().map(RecurringDay.Weekday.class::cast);
        DayOfWeek weekday = named.map(RecurringDay.Weekday::day).orElse(DayOfWeek.FRIDAY);
        List<Occurrence> occurrences = new ArrayList<>();
        LocalDate day = LocalDate.of(year, 1, 1).with(TemporalAdjusters.nextOrSame(weekday));
        while (day.getYear() == year) {
            String label = Occurrence.withHour(
                    "Tuần đến ngày " + DayForm.words(day), named.flatMap(RecurringDay.Weekday::hour));
            occurrences.add(ends(day.toString(), label, day));
            day = day.plusWeeks(1);
        }
        return occurrences;
    }

    private List<Occurrence> months(boolean twice) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth in = YearMonth.of(year, month);
            String key = in.toString();
            String label = "Tháng %02d/%d".formatted(month, year);
            if (twice) {
                occurrences.add(ends(key + "-1", label + ", lần 1", in.atDay(15)));
                occurrences.add(ends(key + "-2", label + ", lần 2", in.atEndOfMonth()));
            } else {
                occurrences.add(inPeriod(key, label, in));
            }
        }
        return occurrences;
    }

    private List<Occurrence> quarters() {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            ReportPeriod period = new ReportPeriod(year, ReportPeriod.Part.quarter(quarter));
            occurrences.add(inPeriod(period.key(), period.label(), YearMonth.of(year, quarter * 3)));
        }
        return occurrences;
    }

    private Occurrence yearEnd() {
        ReportPeriod period = new ReportPeriod(year, ReportPeriod.Part.YEAR);
        return ends(period.key(), "Cuối năm " + year, LocalDate.of(year, 12, 31));
    }

    /** @param last last month of the period */
    private Occurrence inPeriod(String key, String label, YearMonth last) {
        Optional<Deadline> exception = rule.exceptions().stream()
                .filter(each -> each.period().equals(key))
                .map(TimingRule.Recurring.PeriodOfItsOwn::deadline)
                .findFirst();
        Optional<Deadline> named = rule.day()
                .map(RecurringDay.DayOfMonth.class::cast)
                .map(day -> new Deadline(last.plusMonths(day.month()).atDay(day.day()), day.wording()));
        DueBasis basis = exception
                .or(() -> named)
                .map(deadline -> DueBasis.of(deadline, inclusive))
                .orElseGet(() -> DueBasis.periodEnd(last.atEndOfMonth()));
        String withHour = Occurrence.withHour(label(label), exception.flatMap(Deadline::hour));
        return new Occurrence(key, withHour, Optional.of(basis));
    }

    private Occurrence ends(String key, String label, LocalDate day) {
        return new Occurrence(key, label(label), Optional.of(DueBasis.periodEnd(day)));
    }

    private String label(String period) {
        return rule.label().isEmpty() ? period : rule.label() + ", " + period;
    }
}
