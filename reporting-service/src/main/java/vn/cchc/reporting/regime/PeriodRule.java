package vn.cchc.reporting.regime;

import java.util.Optional;

/**
 * A regime's rule for a kind of period.
 *
 * @param from first day counted
 * @param due last day in time; empty if set by a plan's milestone
 */
public record PeriodRule(PeriodKind kind, DayOfYear from, CutOffRule cutOff, Optional<DayOfYear> due) {

    /** Applies the rule to a year. */
    public RegimeDays in(int year) {
        return new RegimeDays(new ReportingPeriod(year, kind), this);
    }
}
