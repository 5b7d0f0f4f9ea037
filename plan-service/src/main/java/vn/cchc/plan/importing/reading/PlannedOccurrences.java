package vn.cchc.plan.importing.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.TimingRule;

/**
 * The occurrences of the rules of one reading of a plan. Those of a rule are computed once, whoever asks: a few words state one for each
 * week, and many rows have the same timing. For one thread.
 */
public final class PlannedOccurrences {

    private final int year;
    private final boolean inclusive;
    private final Map<TimingRule, List<Occurrence>> byRule = new HashMap<>();

    /**
     * @param year of the plan
     * @param inclusive whether "trước ngày X" includes X itself
     */
    public PlannedOccurrences(int year, boolean inclusive) {
        this.year = year;
        this.inclusive = inclusive;
    }

    public List<Occurrence> of(TimingRule rule) {
        return byRule.computeIfAbsent(rule, each -> List.copyOf(Occurrence.of(each, year, inclusive)));
    }
}
