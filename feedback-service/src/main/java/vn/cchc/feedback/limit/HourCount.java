package vn.cchc.feedback.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.time.VietnamTime;

/**
 * Counts working hours: office time, from the moment of the event on (Civil Code 2015, art. 147(1)), without pauses. The
 * work is bounded by days, not by hours: an office is open for {@link OfficeTimes#SHORTEST} a day at least.
 */
final class HourCount {

    private final List<Pauses.Pause> pauses;
    private final WorkingTime time;

    /** @param pauses completed ones, oldest first */
    HourCount(List<Pauses.Pause> pauses, WorkingTime time) {
        this.pauses = pauses.stream()
                .map(pause -> new Pauses.Pause(stored(pause.from()), stored(pause.to())))
                .toList();
        this.time = time;
    }

    /** The database keeps microseconds: a due moment that it rounded would seem to have moved when it is counted anew. */
    private static Instant stored(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MICROS);
    }

    /** The end of a limit of that many hours, then of each extension, which begins where the one before ends. */
    List<LimitEnd> ends(Instant arrivedAt, int hours, List<Extension> extensions) {
        LimitEnd.OfHours last = end(false, stored(arrivedAt), hours);
        List<LimitEnd> ends = new ArrayList<>(List.of(last));
        for (Extension extension : extensions) {
            last = end(true, last.dueAt(), extension.amount());
            ends.add(last);
        }
        return List.copyOf(ends);
    }

    private LimitEnd.OfHours end(boolean isExtension, Instant start, int hours) {
        List<OfficeSession> counted = counted(start, Duration.ofHours(hours));
        Instant dueAt = counted.get(counted.size() - 1).to();
        LocalDate first = WorkingTime.day(start);
        LocalDate last = WorkingTime.day(dueAt);
        return new LimitEnd.OfHours(
                isExtension,
                start,
                hours,
                counted,
                pauses.stream()
                        .filter(pause ->
                                pause.from().isBefore(dueAt) && pause.to().isAfter(start))
                        .map(pause -> new PausedTime(pause.from(), pause.to(), time.between(pause.from(), pause.to())))
                        .toList(),
                first.datesUntil(last.plusDays(1))
                        .filter(day -> !isPausedAllDay(day))
                        .map(this::exception)
                        .flatMap(Optional::stream)
                        .toList(),
                counted.stream()
                        .map(session -> time.times(WorkingTime.day(session.from())))
                        .distinct()
                        .toList(),
                time.calendar().yearsWithoutTable(first.getYear(), last.getYear()),
                time.calendar().version());
    }

    /** Office time from a moment on, without pauses, until it adds up to an amount. */
    private List<OfficeSession> counted(Instant from, Duration amount) {
        List<OfficeSession> counted = new ArrayList<>();
        Duration left = amount;
        for (LocalDate day = WorkingTime.day(from); ; day = day.plusDays(1)) {
            for (OfficeSession session : time.sessions(day)) {
                for (OfficeSession running : running(session, from)) {
                    boolean isLast = running.length().compareTo(left) >= 0;
                    counted.add(
                            isLast
                                    ? new OfficeSession(
                                            running.from(), running.from().plus(left))
                                    : running);
                    if (isLast) {
                        return counted;
                    }
                    left = left.minus(running.length());
                }
            }
        }
    }

    /** What of a session, from a moment on, no pause covers. */
    private List<OfficeSession> running(OfficeSession session, Instant from) {
        List<OfficeSession> running = new ArrayList<>();
        Instant resumed = from;
        for (Pauses.Pause pause : pauses) {
            session.between(resumed, pause.from()).ifPresent(running::add);
            resumed = pause.to().isAfter(resumed) ? pause.to() : resumed;
        }
        session.between(resumed, session.to()).ifPresent(running::add);
        return running;
    }

    private boolean isPausedAllDay(LocalDate day) {
        Instant begins = VietnamTime.startOf(day).toInstant();
        Instant ends = HandlingLimit.endOf(day);
        return pauses.stream()
                .anyMatch(pause -> !pause.from().isAfter(begins) && !pause.to().isBefore(ends));
    }

    /** A day off, or a weekend day that is worked. */
    private Optional<DueDay.Step> exception(LocalDate day) {
        WorkingCalendar calendar = time.calendar();
        if (!calendar.isWorkingDay(day)) {
            return Optional.of(
                    new DueDay.Step(day, DueDay.Step.Kind.NOT_COUNTED, calendar.reasonOff(day), Optional.empty()));
        }
        return calendar.isMakeUpWorkday(day)
                ? Optional.of(
                        new DueDay.Step(day, DueDay.Step.Kind.MAKE_UP_WORKDAY, Optional.empty(), exchangedFor(day)))
                : Optional.empty();
    }

    /** The weekday off for which that day is worked. */
    private Optional<LocalDate> exchangedFor(LocalDate makeUpWorkday) {
        return time.calendar().table().years().values().stream()
                .flatMap(year -> year.swaps().stream())
                .filter(swap -> swap.makeUpWorkday().equals(makeUpWorkday))
                .map(CalendarTable.Swap::dayOff)
                .findFirst();
    }
}
