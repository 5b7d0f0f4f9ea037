package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.ShippedTable;

/** Where other systems have counted wrong: ends of days and years, leap days, pauses over holidays, clocks set back. */
class LimitVectorsTest {

    private static final WorkingTime TIME = OfficeTime.of(ShippedTable.calendar());

    private static HandlingPolicy policy(int amount, LimitUnit unit, Set<State> pausedIn) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                new HandlingLimit(amount, unit, true, 2, null, false, pausedIn, "mục 1.4.2"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static HandlingPolicy waiting(LimitUnit unit) {
        return policy(10, unit, Set.of(State.SUPPLEMENT_REQUESTED));
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + "+07:00").toInstant();
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "within office hours, CALENDAR_DAY, 2021-01-05T08:30:00, 2021-01-15",
        "after 17:00, CALENDAR_DAY, 2021-01-05T17:30:00, 2021-01-15",
        "after 17:00, WORKING_DAY, 2021-01-05T17:30:00, 2021-01-19",
        "last moment of a day, CALENDAR_DAY, 2021-01-05T23:59:59.999999, 2021-01-15",
        "first moment of the next, CALENDAR_DAY, 2021-01-06T00:00:00, 2021-01-18",
        "last moment of a day, WORKING_DAY, 2021-01-05T23:59:59.999999, 2021-01-19",
        "first moment of the next, WORKING_DAY, 2021-01-06T00:00:00, 2021-01-20",
        "on a Sunday, WORKING_DAY, 2021-01-03T10:00:00, 2021-01-15",
        "onto a leap day, CALENDAR_DAY, 2024-02-19T08:30:00, 2024-02-29",
        "no leap day, CALENDAR_DAY, 2023-02-19T08:30:00, 2023-03-01",
        "on a leap day, CALENDAR_DAY, 2024-02-29T08:30:00, 2024-03-11",
        "over the end of the year, CALENDAR_DAY, 2020-12-22T08:30:00, 2021-01-04",
        "over the end of the year, WORKING_DAY, 2020-12-22T08:30:00, 2021-01-06",
        "over Tết, CALENDAR_DAY, 2021-02-05T08:30:00, 2021-02-17",
        "over Tết, WORKING_DAY, 2021-02-05T08:30:00, 2021-02-26",
        "with a working Saturday, CALENDAR_DAY, 2025-04-24T08:30:00, 2025-05-05",
        "with a working Saturday, WORKING_DAY, 2025-04-24T08:30:00, 2025-05-12",
        "ending on a working Saturday, CALENDAR_DAY, 2025-04-16T08:30:00, 2025-04-26"
    })
    void itIsDue(String arrival, LimitUnit unit, String time, LocalDate dueOn) {
        LimitClock clock = LimitClock.started(policy(10, unit, Set.of()), at(time), TIME);

        assertThat(clock.dueOn()).isEqualTo(dueOn);
        assertThat(clock.dueAt()).isEqualTo(at(dueOn.plusDays(1) + "T00:00:00"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "over Tết, CALENDAR_DAY, 2021-02-05, 2021-02-08T10:00:00, 2021-02-18T10:00:00, 10, 2021-02-25",
        "over Tết, WORKING_DAY, 2021-02-05, 2021-02-08T10:00:00, 2021-02-18T10:00:00, 3, 2021-03-03",
        "within Tết, WORKING_DAY, 2021-02-05, 2021-02-11T10:00:00, 2021-02-14T10:00:00, 0, 2021-02-26",
        "within a day, CALENDAR_DAY, 2021-01-05, 2021-01-06T08:00:00, 2021-01-06T23:59:59.999999, 0, 2021-01-15",
        "over midnight, CALENDAR_DAY, 2021-01-05, 2021-01-06T23:59:59.999999, 2021-01-07T00:00:00, 1, 2021-01-18",
        "over the end of the year, CALENDAR_DAY, 2020-12-21, 2020-12-30T10:00:00, 2021-01-02T10:00:00, 3, 2021-01-04",
        "over a leap day, CALENDAR_DAY, 2024-02-19, 2024-02-28T10:00:00, 2024-03-01T10:00:00, 2, 2024-03-04",
        "over a working Saturday, WORKING_DAY, 2025-04-21, 2025-04-25T10:00:00, 2025-04-28T10:00:00, 2, 2025-05-09",
        "clock set back, CALENDAR_DAY, 2021-01-05, 2021-01-08T10:00:00, 2021-01-06T10:00:00, 0, 2021-01-15",
        "clock set back, WORKING_DAY, 2021-01-05, 2021-01-08T10:00:00, 2021-01-06T10:00:00, 0, 2021-01-19"
    })
    void aPausePutsItOff(
            String pause, LimitUnit unit, String arrival, String from, String to, int pausedDays, LocalDate dueOn) {
        LimitClock clock = LimitClock.started(waiting(unit), at(arrival + "T08:30:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at(from), TIME)
                .in(State.RECEIVED, at(to), TIME);

        assertThat(clock.pausedDays()).isEqualTo(pausedDays);
        assertThat(clock.pausedSince()).isNull();
        assertThat(clock.dueOn()).isEqualTo(dueOn);
    }

    @Test
    void itIsOverdueFromMidnightOnAndNotTheMomentBefore() {
        LimitClock clock = LimitClock.started(waiting(LimitUnit.CALENDAR_DAY), at("2021-01-05T08:30:00"), TIME);

        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-15T23:59:59.999999+07:00")))
                .isFalse();
        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-16T00:00:00+07:00")))
                .isTrue();
        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-15T17:00:00Z"))).isTrue();
    }

    @Test
    void anotherPolicyWhilePausedCountsThePauseItsOwnWay() {
        LimitClock paused = LimitClock.started(waiting(LimitUnit.CALENDAR_DAY), at("2021-01-05T08:30:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at("2021-01-06T10:00:00"), TIME);

        LimitClock running = paused.under(policy(5, LimitUnit.WORKING_DAY, Set.of()), TIME);
        LimitClock stillPaused = paused.under(waiting(LimitUnit.WORKING_DAY), TIME);

        assertThat(running.pausedSince()).isNull();
        assertThat(running.dueOn()).isEqualTo("2021-01-12");
        assertThat(stillPaused.pausedSince()).isEqualTo("2021-01-06");
        assertThat(stillPaused
                        .in(State.ACCEPTED, at("2021-01-11T10:00:00"), TIME)
                        .dueOn())
                .isEqualTo("2021-01-22");
        assertThat(running.in(State.ACCEPTED, at("2021-01-11T10:00:00"), TIME).dueOn())
                .isEqualTo("2021-01-12");
    }

    /** However its clock jumps, the spans stay in order, no pause shortens the limit, and they give what was counted. */
    @Property
    void aClockThatJumpsNeverShortensIt(
            @ForAll @Size(8) List<State> states,
            @ForAll @Size(8) List<@IntRange(min = -20, max = 30) Integer> days,
            @ForAll Set<State> pausedIn,
            @ForAll LimitUnit unit) {
        Instant at = at("2021-01-05T08:30:00");
        LimitClock clock = LimitClock.started(policy(10, unit, pausedIn), at, TIME);
        for (int i = 0; i < states.size(); i++) {
            LocalDate before = clock.dueOn();
            at = at.plusSeconds(days.get(i) * 86_400L);
            clock = clock.in(states.get(i), at, TIME);
            assertThat(clock.dueOn()).isAfterOrEqualTo(before);
        }

        assertThat(clock.spans()).extracting(StateSpan::from).isSorted();
        assertThat(clock.countedWith(TIME)).isEqualTo(clock);
    }
}
