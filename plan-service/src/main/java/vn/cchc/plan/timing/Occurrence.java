package vn.cchc.plan.timing;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An occurrence of a rule, which becomes a milestone.
 *
 * @param key unique within the rule: {@code 2021-02}, {@code 2021-Q1}, {@value #ONCE}, {@value #STANDING}
 * @param label display name; empty when the task's title suffices
 * @param due empty while there is no due day
 */
public record Occurrence(String key, String label, Optional<DueBasis> due) {

    /** Key of the only occurrence of a rule. */
    public static final String ONCE = "once";

    /**
     * Key of the placeholder of a rule that waits for something. The placeholder is never due; each request or event
     * adds an occurrence.
     */
    public static final String STANDING = "standing";

    public Occurrence {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(label, "label");
    }

    /**
     * All occurrences of a rule in the plan's year; empty for a continuous rule, which expects progress entries
     * instead.
     *
     * @param inclusive whether "trước ngày X" includes X itself
     */
    public static List<Occurrence> of(TimingRule rule, int year, boolean inclusive) {
        if (rule instanceof TimingRule.Fixed fixed) {
            return List.of(new Occurrence(ONCE, fixed.label(), Optional.of(DueBasis.of(fixed.deadline(), inclusive))));
        }
        if (rule instanceof TimingRule.Recurring recurring) {
            return recurring(recurring.rhythm(), year);
        }
        if (rule instanceof TimingRule.ReportSchedule schedule) {
            return schedule.items().stream()
                    .map(item -> new Occurrence(
                            item.period().key(),
                            item.period().label(),
                            item.deadline().map(deadline -> DueBasis.of(deadline, inclusive))))
                    .toList();
        }
        if (rule instanceof TimingRule.Continuous) {
            return List.of();
        }
        return List.of(new Occurrence(STANDING, rule.label(), Optional.empty()));
    }

    private static List<Occurrence> recurring(Rhythm rhythm, int year) {
        return switch (rhythm) {
            case MONTHLY -> months(year, false);
            case TWICE_MONTHLY -> months(year, true);
            case QUARTERLY -> quarters(year);
            case QUARTERLY_AND_YEAR_END -> {
                List<Occurrence> occurrences = new ArrayList<>(quarters(year));
                occurrences.add(yearEnd(year));
                yield List.copyOf(occurrences);
            }
            case YEARLY -> List.of(yearEnd(year));
        };
    }

    private static List<Occurrence> months(int year, boolean twice) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int month = 1; month <= 12; month++) {
            YearMonth in = YearMonth.of(year, month);
            String key = in.toString();
            String label = "Tháng %02d/%d".formatted(month, year);
            if (twice) {
                occurrences.add(at(key + "-1", label + ", lần 1", in.atDay(15)));
                occurrences.add(at(key + "-2", label + ", lần 2", in.atEndOfMonth()));
            } else {
                occurrences.add(at(key, label, in.atEndOfMonth()));
            }
        }
        return List.copyOf(occurrences);
    }

    private static List<Occurrence> quarters(int year) {
        List<Occurrence> occurrences = new ArrayList<>();
        for (int quarter = 1; quarter <= 4; quarter++) {
            ReportPeriod period = new ReportPeriod(year, ReportPeriod.Part.quarter(quarter));
            occurrences.add(at(
                    period.key(),
                    period.label(),
                    YearMonth.of(year, quarter * 3).atEndOfMonth()));
        }
        return occurrences;
    }

    private static Occurrence yearEnd(int year) {
        ReportPeriod period = new ReportPeriod(year, ReportPeriod.Part.YEAR);
        return at(period.key(), "Cuối năm " + year, LocalDate.of(year, 12, 31));
    }

    private static Occurrence at(String key, String label, LocalDate day) {
        return new Occurrence(key, label, Optional.of(DueBasis.periodEnd(day)));
    }
}
