package vn.cchc.feedback.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * Periods in which a limit was suspended. Consecutive pausing states form one pause.
 *
 * @param over  completed pauses, oldest first
 * @param since beginning of the current pause; {@code null} if none
 */
record Pauses(List<Pause> over, Instant since) {

    /**
     * A completed pause. In days, it excludes its first day and includes its last.
     *
     * @param to the first moment after it
     */
    record Pause(Instant from, Instant to) {

        LocalDate firstDay() {
            return WorkingTime.day(from);
        }

        LocalDate lastDay() {
            return WorkingTime.day(to);
        }
    }

    /** The pauses that result from a case's state spans under a limit. */
    static Pauses of(HandlingLimit limit, List<StateSpan> spans) {
        List<Pause> over = new ArrayList<>();
        Instant since = null;
        for (StateSpan span : spans) {
            boolean pausing = limit.pausedIn().contains(span.state());
            if (pausing && since == null) {
                since = span.from();
            } else if (!pausing && since != null) {
                over.add(new Pause(since, span.from()));
                since = null;
            }
        }
        return new Pauses(List.copyOf(over), since);
    }

    /**
     * First day of the current pause, {@code null} if none. A limit in hours that had run out when the pause began is not
     * suspended by it: within a day, the day of the pause alone would not tell.
     */
    LocalDate suspendedSince(HandlingLimit limit, Instant dueAt) {
        return since == null || (limit.unit().isHours() && !since.isBefore(dueAt)) ? null : WorkingTime.day(since);
    }

    /**
     * Days of the completed pauses, in the unit of the limit; for one in hours the full hours of those that began before it
     * ran out.
     */
    int counted(HandlingLimit limit, Instant dueAt, WorkingTime time) {
        return limit.unit().isHours() ? Math.toIntExact(time(dueAt, time).toHours()) : days(limit, time.calendar());
    }

    /** Days of the completed pauses of a limit in days. */
    int days(HandlingLimit limit, WorkingCalendar calendar) {
        return over.stream()
                .mapToInt(pause -> limit.days(pause.firstDay(), pause.lastDay(), calendar))
                .sum();
    }

    /** Office time of the completed pauses that began before a moment. */
    Duration time(Instant before, WorkingTime time) {
        return over.stream()
                .filter(pause -> pause.from().isBefore(before))
                .map(pause -> time.between(pause.from(), pause.to()))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Whether the days of a limit in days depend on a year without a working-day table. */
    boolean areProvisional(HandlingLimit limit, WorkingCalendar calendar) {
        return over.stream().anyMatch(pause -> limit.isPauseProvisional(pause.firstDay(), pause.lastDay(), calendar));
    }
}
