package vn.cchc.plan.timing;

import java.time.LocalTime;
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
            return List.of(new Occurrence(ONCE, label(fixed), Optional.of(DueBasis.of(fixed.deadline(), inclusive))));
        }
        if (rule instanceof TimingRule.Recurring recurring) {
            return RecurringDays.of(recurring, year, inclusive);
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

    /** The hour is no part of the due day, so the label shows it. */
    static String withHour(String label, Optional<LocalTime> hour) {
        return hour.map(HourForm::words)
                .map(words -> label.isEmpty() ? "trước " + words : label + ", trước " + words)
                .orElse(label);
    }

    /** What the due day does not say: the start of a span, and the hour. */
    private static String label(TimingRule.Fixed rule) {
        List<String> words = new ArrayList<>();
        if (!rule.label().isEmpty()) {
            words.add(rule.label());
        }
        rule.from().ifPresent(from -> words.add("từ ngày " + DayForm.words(from)));
        return withHour(String.join(", ", words), rule.deadline().hour());
    }
}
