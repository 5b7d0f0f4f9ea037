package vn.cchc.reporting.regime;

import java.util.Optional;

/**
 * What a regime sets for a kind of period.
 *
 * @param from the first day counted
 * @param due the last good day; empty where a plan's milestone has it
 */
public record PeriodRule(PeriodKind kind, DayOfYear from, CutOffRule cutOff, Optional<DayOfYear> due) {

    /** For the period of a year. */
    public RegimeDays in(int year) {
        return new RegimeDays(new ReportingPeriod(year, kind), this);
    }
}
