package vn.cchc.platform.calendar;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;

/**
 * How long the table of working days in force still lasts, as the gauge {@code cchc_calendar_days_left}: whoever runs a service is to
 * be warned before due days become provisional. No number while the database is away.
 */
@ApplicationScoped
class CalendarDaysLeft {

    private final WorkingCalendars calendars;
    private final Clock clock;
    private final MeterRegistry meters;

    CalendarDaysLeft(WorkingCalendars calendars, Clock clock, MeterRegistry meters) {
        this.calendars = calendars;
        this.clock = clock;
        this.meters = meters;
    }

    void start(@Observes StartupEvent started) {
        meters.gauge("cchc.calendar.days.left", this, CalendarDaysLeft::daysLeft);
    }

    private double daysLeft() {
        try {
            return calendars.current().daysLeft(LocalDate.now(clock));
        } catch (IllegalStateException e) {
            return Double.NaN;
        }
    }
}
