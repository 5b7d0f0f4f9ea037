package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.util.Optional;
import vn.cchc.platform.calendar.WorkingCalendar;

/** The days of a period as a regime sets them. */
public record RegimeDays(ReportingPeriod period, PeriodRule rule) {

    /** The first day counted. */
    public LocalDate from() {
        return rule.from().in(period.year());
    }

    /** The last day counted, inclusive, of a report that is due on that day. */
    public LocalDate cutOff(LocalDate dueOn, WorkingCalendar calendar) {
        return rule.cutOff().cutOff(period.year(), dueOn, calendar);
    }

    /** Whether the cut-off rests on a year without a table of working days. */
    public boolean isCutOffProvisional(LocalDate dueOn, WorkingCalendar calendar) {
        return rule.cutOff().isProvisional(period.year(), dueOn, calendar);
    }

    /** The last good day; empty where a plan's milestone has it. */
    public Optional<LocalDate> dueOn() {
        return rule.due().map(day -> day.in(period.year()));
    }
}
