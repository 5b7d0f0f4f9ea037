package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
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

/** What the clock said at any moment is read from its spans and extensions. */
class ClockReadingTest {

    private static final WorkingTime TIME = OfficeTime.of(ShippedTable.calendar());

    private static HandlingPolicy policy(int amount, LimitUnit unit) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                HandlingLimit.of(amount, unit, false, 5, 9, true, Set.of(State.SUPPLEMENT_REQUESTED), "mục 1.4.2"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + "+07:00").toInstant();
    }

    /** Arrived on Tuesday, 5 January 2021, at 08:30; paused from the 6th, 09:30, to the 7th, 10:00; answered on the 8th, 08:30. */
    private static LimitClock answered(int amount, LimitUnit unit) {
        return LimitClock.started(policy(amount, unit), at("2021-01-05T08:30:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at("2021-01-06T09:30:00"), TIME)
                .in(State.RECEIVED, at("2021-01-07T10:00:00"), TIME)
                .in(State.ANSWERED, at("2021-01-08T08:30:00"), TIME);
    }

    @ParameterizedTest(name = "{0} of {1} at {2}")
    @CsvSource({
        "10, WORKING_HOUR, 2021-01-05T08:30:00, RECEIVED, RUNNING, 0, 0, 10, 0, 2021-01-06T11:00:00",
        "10, WORKING_HOUR, 2021-01-05T12:15:00, RECEIVED, RUNNING, 3, 0, 7, 0, 2021-01-06T11:00:00",
        "10, WORKING_HOUR, 2021-01-06T08:10:00, RECEIVED, RUNNING, 7, 10, 2, 50, 2021-01-06T11:00:00",
        "10, WORKING_HOUR, 2021-01-06T09:30:00, SUPPLEMENT_REQUESTED, PAUSED, 8, 30, 1, 30, 2021-01-06T11:00:00",
        "10, WORKING_HOUR, 2021-01-07T09:59:00, SUPPLEMENT_REQUESTED, PAUSED, 8, 30, 1, 30, 2021-01-06T11:00:00",
        "10, WORKING_HOUR, 2021-01-07T10:00:00, RECEIVED, RUNNING, 8, 30, 1, 30, 2021-01-07T11:30:00",
        "10, WORKING_HOUR, 2021-01-07T15:00:00, RECEIVED, RUNNING, 11, 30, 0, 0, 2021-01-07T11:30:00",
        "10, WORKING_HOUR, 2021-01-09T00:00:00, ANSWERED, STOPPED, 14, 30, 0, 0, 2021-01-07T11:30:00",
        "10, WORKING_DAY, 2021-01-05T23:00:00, RECEIVED, RUNNING, 0, 0, 10, 0, 2021-01-20T00:00:00",
        "10, WORKING_DAY, 2021-01-07T09:59:00, SUPPLEMENT_REQUESTED, PAUSED, 1, 0, 9, 0, 2021-01-20T00:00:00",
        "10, WORKING_DAY, 2021-01-07T10:00:00, RECEIVED, RUNNING, 1, 0, 9, 0, 2021-01-21T00:00:00",
        "10, WORKING_DAY, 2021-02-01T10:00:00, ANSWERED, STOPPED, 2, 0, 8, 0, 2021-01-21T00:00:00",
        "2, CALENDAR_DAY, 2021-01-06T08:00:00, RECEIVED, RUNNING, 1, 0, 1, 0, 2021-01-08T00:00:00",
        "2, CALENDAR_DAY, 2021-01-08T08:00:00, RECEIVED, RUNNING, 2, 0, 0, 0, 2021-01-09T00:00:00"
    })
    void itSaysWhatHadCountedAndWhatWasLeft(
            int amount,
            LimitUnit unit,
            String moment,
            State state,
            ClockReading.Run run,
            int elapsed,
            int elapsedMinutes,
            int remaining,
            int remainingMinutes,
            String dueAt) {
        ClockReading reading = answered(amount, unit).readAt(at(moment), Optional.empty(), TIME);

        assertThat(reading.state()).isEqualTo(state);
        assertThat(reading.run()).isEqualTo(run);
        assertThat(reading.elapsed()).isEqualTo(new ClockReading.Amount(elapsed, elapsedMinutes));
        assertThat(reading.remaining()).isEqualTo(new ClockReading.Amount(remaining, remainingMinutes));
        assertThat(reading.clock().dueAt()).isEqualTo(at(dueAt));
    }

    @Test
    void anExtensionCountsFromTheMomentItWasGranted() {
        LimitClock clock = LimitClock.started(policy(8, LimitUnit.WORKING_HOUR), at("2021-01-05T08:30:00"), TIME)
                .extended(3, at("2021-01-06T08:00:00"), TIME);

        ClockReading before = clock.readAt(at("2021-01-06T07:59:00"), Optional.empty(), TIME);
        ClockReading after = clock.readAt(at("2021-01-06T08:00:00"), Optional.empty(), TIME);

        assertThat(before.clock().dueAt()).isEqualTo(at("2021-01-06T09:00:00"));
        assertThat(after.clock().dueAt()).isEqualTo(at("2021-01-06T14:00:00"));
        assertThat(after.remaining()).isEqualTo(new ClockReading.Amount(4, 0));
    }

    @Test
    void thePolicyOfThenHolds() {
        LimitClock clock = answered(10, LimitUnit.CALENDAR_DAY);

        ClockReading reading =
                clock.readAt(at("2021-01-05T15:30:00"), Optional.of(policy(8, LimitUnit.WORKING_HOUR)), TIME);

        assertThat(reading.clock().limit().unit()).isEqualTo(LimitUnit.WORKING_HOUR);
        assertThat(reading.remaining()).isEqualTo(new ClockReading.Amount(3, 0));
    }

    @Test
    void aCaseFromBeforeHasTheSpansOfItsHistory() {
        LimitClock kept = answered(10, LimitUnit.WORKING_DAY);

        assertThat(kept.withSpans(
                        at("2021-01-05T08:30:00"),
                        List.of(
                                new StateSpan(State.SUPPLEMENT_REQUESTED, at("2021-01-06T09:30:00")),
                                new StateSpan(State.RECEIVED, at("2021-01-07T10:00:00")),
                                new StateSpan(State.RECEIVED, at("2021-01-07T11:00:00")),
                                new StateSpan(State.ANSWERED, at("2021-01-08T08:30:00")))))
                .isEqualTo(kept);
    }

    @Property
    void whatItSaidThenIsWhatItSaysOfThenEverAfter(
            @ForAll @Size(6) List<@IntRange(min = 1, max = 4000) Integer> minutes,
            @ForAll @Size(6) List<Boolean> extended,
            @ForAll LimitUnit unit) {
        Instant at = at("2021-01-05T08:30:00");
        LimitClock clock = LimitClock.started(policy(40, unit), at, TIME);
        List<Instant> moments = new ArrayList<>();
        List<ClockReading> then = new ArrayList<>();
        for (int i = 0; i < minutes.size(); i++) {
            moments.add(at);
            then.add(clock.readAt(at, Optional.empty(), TIME));
            assertThat(then.get(i).clock()).isEqualTo(clock);
            at = at.plus(Duration.ofMinutes(minutes.get(i)));
            clock = clock.in(i % 2 == 0 ? State.SUPPLEMENT_REQUESTED : State.RECEIVED, at, TIME);
            clock = extended.get(i) && clock.allowsExtension() ? clock.extended(5, at, TIME) : clock;
        }

        for (int i = 0; i < moments.size(); i++) {
            assertThat(clock.readAt(moments.get(i), Optional.empty(), TIME)).isEqualTo(then.get(i));
        }
    }

    @Property
    void whatHadCountedAndWhatWasLeftAddUpToTheLimit(
            @ForAll @IntRange(max = 4000) int pausedAfter,
            @ForAll @IntRange(max = 4000) int pausedFor,
            @ForAll @IntRange(max = 8000) int readAfter,
            @ForAll LimitUnit unit) {
        Instant arrived = at("2021-01-05T08:30:00");
        LimitClock clock = LimitClock.started(policy(30, unit), arrived, TIME)
                .in(State.SUPPLEMENT_REQUESTED, arrived.plus(Duration.ofMinutes(pausedAfter)), TIME)
                .in(State.RECEIVED, arrived.plus(Duration.ofMinutes((long) pausedAfter + pausedFor)), TIME);

        ClockReading reading = clock.readAt(arrived.plus(Duration.ofMinutes(readAfter)), Optional.empty(), TIME);

        int total = 60 * (reading.elapsed().units() + reading.remaining().units())
                + reading.elapsed().minutes()
                + reading.remaining().minutes();
        assertThat(total).isEqualTo(reading.overdue() ? total : 60 * 30);
        assertThat(total).isGreaterThanOrEqualTo(60 * 30);
    }
}
