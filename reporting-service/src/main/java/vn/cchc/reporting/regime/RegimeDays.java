package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.Optional;
import vn.cchc.platform.calendar.WorkingCalendar;

/** The days of a period as set by a regime. */
public record RegimeDays(ReportingPeriod period, PeriodRule rule) {

    /** First day counted. */
    public LocalDate from() {
        return rule.from().in(period.year());
    }

    /** Last day counted, inclusive, of a report due on that day. */
    public LocalDate cutOff(LocalDate dueOn, WorkingCalendar calendar) {
        return rule.cutOff().cutOff(period.year(), dueOn, calendar);
    }

    /** Whether the cut-off depends on a year without a working-day table. */
    public boolean isCutOffProvisional(LocalDate dueOn, WorkingCalendar calendar) {
        return rule.cutOff().isProvisional(period.year(), dueOn, calendar);
    }

    /** Last day in time; empty if set by a plan's milestone. */
    public Optional<LocalDate> dueOn() {
        return rule.due().map(day -> day.in(period.year()));
    }
}
