package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * When a limit did not run. Pausing states one behind the other are one pause.
 *
 * @param over  those that have ended
 * @param since the first day of the one under way; {@code null} where there is none
 */
record Pauses(List<Pause> over, LocalDate since) {

    /** The day it begins is not among its days, the day it ends is. */
    record Pause(LocalDate from, LocalDate to) {}

    /** The pauses that a limit makes of the states a case has been in. */
    static Pauses of(HandlingLimit limit, List<StateSpan> spans) {
        List<Pause> over = new ArrayList<>();
        LocalDate since = null;
        for (StateSpan span : spans) {
            boolean pausing = limit.pausedIn().contains(span.state());
            if (pausing && since == null) {
                since = span.firstDay();
            } else if (!pausing && since != null) {
                over.add(new Pause(since, span.firstDay()));
                since = null;
            }
        }
        return new Pauses(List.copyOf(over), since);
    }

    /** The days of those that are over, in the unit of the limit. */
    int days(HandlingLimit limit, WorkingCalendar calendar) {
        return over.stream()
                .mapToInt(pause -> limit.pausedDays(pause.from(), pause.to(), calendar))
                .sum();
    }

    /** Whether these days rest on a year without a table of working days. */
    boolean areProvisional(HandlingLimit limit, WorkingCalendar calendar) {
        return over.stream().anyMatch(pause -> limit.isPauseProvisional(pause.from(), pause.to(), calendar));
    }
}
