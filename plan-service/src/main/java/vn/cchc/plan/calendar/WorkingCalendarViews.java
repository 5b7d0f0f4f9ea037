package vn.cchc.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.http.Problem;

/** Views of the working calendar in force. */
@ApplicationScoped
class WorkingCalendarViews {

    private final WorkingCalendars calendars;
    private final Clock clock;

    WorkingCalendarViews(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** The table, and the first year that it lacks. */
    WorkingCalendarView table() {
        return WorkingCalendarView.of(calendars.current(), calendars.ofProgram(), LocalDate.now(clock));
    }

    /** @throws Problem 404 for a year before {@link CalendarYearView#FIRST} or after {@link CalendarYearView#LAST} */
    CalendarYearView year(int year) {
        if (year < CalendarYearView.FIRST || year > CalendarYearView.LAST) {
            throw Problem.notFound();
        }
        return CalendarYearView.of(year, calendars.current());
    }
}
