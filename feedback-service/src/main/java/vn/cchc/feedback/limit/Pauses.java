package vn.cchc.feedback.limit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * Periods in which a limit was suspended. Consecutive pausing states form one pause.
 *
 * @param over  completed pauses
 * @param since first day of the current pause; {@code null} if none
 */
record Pauses(List<Pause> over, LocalDate since) {

    /** Excludes its first day, includes its last. */
    record Pause(LocalDate from, LocalDate to) {}

    /** The pauses that result from a case's state spans under a limit. */
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

    /** Days of the completed pauses, in the unit of the limit. */
    int days(HandlingLimit limit, WorkingCalendar calendar) {
        return over.stream()
                .mapToInt(pause -> limit.pausedDays(pause.from(), pause.to(), calendar))
                .sum();
    }

    /** Whether these days depend on a year without a working-day table. */
    boolean areProvisional(HandlingLimit limit, WorkingCalendar calendar) {
        return over.stream().anyMatch(pause -> limit.isPauseProvisional(pause.from(), pause.to(), calendar));
    }
}
