package vn.cchc.feedback.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;

/**
 * What the clock of a limit said at a moment.
 *
 * @param clock as it was then
 * @param state of the case then
 * @param pausedSince beginning of the pause that suspended the limit then
 * @param elapsed what had counted by then; goes on beyond the limit while a case is overdue
 * @param remaining what was left until the due moment of then; days past which that was rolled are in it
 * @param overdue whether the case was open and its due moment had passed
 */
public record ClockReading(
        LimitClock clock,
        State state,
        Run run,
        Optional<Instant> pausedSince,
        Amount elapsed,
        Amount remaining,
        boolean overdue) {

    /** Whether a limit counts. */
    @Schema(name = "LimitRun")
    public enum Run {
        RUNNING,
        /** Suspended by a pause. */
        PAUSED,
        /** The case had been answered, refused, referred or withdrawn. */
        STOPPED
    }

    /**
     * In the unit of the limit.
     *
     * @param minutes beyond the full hours, of a limit in working hours; otherwise 0
     */
    public record Amount(int units, int minutes) {

        private static Amount of(Duration time) {
            return new Amount(Math.toIntExact(time.toHours()), time.toMinutesPart());
        }
    }

    /**
     * @param clock with the spans and extensions of until then
     * @param at not before the arrival
     */
    static ClockReading of(LimitClock clock, Instant at, WorkingTime time) {
        StateSpan last = clock.spans().get(clock.spans().size() - 1);
        Pauses pauses = Pauses.of(clock.limit(), clock.spans());
        boolean isOpen = last.state().open();
        boolean isPaused = isOpen && clock.pausedSince() != null;
        // An ended case has its limit as it was at the end, which is its first state that is not open.
        Instant measured = !isOpen ? ended(clock) : isPaused ? pauses.since() : at;
        return new ClockReading(
                clock,
                last.state(),
                !isOpen ? Run.STOPPED : isPaused ? Run.PAUSED : Run.RUNNING,
                isPaused ? Optional.of(pauses.since()) : Optional.empty(),
                elapsed(clock, pauses, measured, time),
                remaining(clock, measured, time),
                isOpen && HandlingLimit.overdue(clock.dueAt(), clock.pausedSince(), at));
    }

    private static Instant ended(LimitClock clock) {
        return clock.spans().stream()
                .filter(span -> !span.state().open())
                .findFirst()
                .orElseThrow()
                .from();
    }

    private static Amount elapsed(LimitClock clock, Pauses pauses, Instant until, WorkingTime time) {
        Instant arrived = clock.spans().get(0).from();
        HandlingLimit limit = clock.limit();
        if (limit.unit().isHours()) {
            Duration underWay = pauses.since() == null || !pauses.since().isBefore(until)
                    ? Duration.ZERO
                    : time.between(pauses.since(), until);
            return Amount.of(
                    time.between(arrived, until).minus(pauses.time(until, time)).minus(underWay));
        }
        int days = limit.days(WorkingTime.day(arrived), WorkingTime.day(until), time.calendar());
        return new Amount(days - pauses.days(limit, time.calendar()), 0);
    }

    private static Amount remaining(LimitClock clock, Instant from, WorkingTime time) {
        if (!clock.dueAt().isAfter(from)) {
            return new Amount(0, 0);
        }
        if (clock.limit().unit().isHours()) {
            return Amount.of(time.between(from, clock.dueAt()));
        }
        LocalDate day = WorkingTime.day(from);
        return new Amount(clock.limit().days(day, clock.dueOn(), time.calendar()), 0);
    }
}
