package vn.cchc.platform.calendar;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Days until the table of working days in force ends, as the gauge {@code cchc_calendar_days_left}: operators are
 * warned before due days become provisional. NaN while the database is unavailable.
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
        Gauge.builder("cchc.calendar.days.left", this, CalendarDaysLeft::daysLeft)
                .description("Days until the table of working days in force ends")
                .register(meters);
    }

    private double daysLeft() {
        try {
            return calendars.current().daysLeft(LocalDate.now(clock));
        } catch (IllegalStateException e) {
            return Double.NaN;
        }
    }
}
