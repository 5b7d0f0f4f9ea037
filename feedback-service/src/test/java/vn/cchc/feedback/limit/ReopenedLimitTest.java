package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.WorkingCalendar;

/** Until when an answered case may be reopened, and how the limit of its next round is counted. */
class ReopenedLimitTest {

    private static final WorkingCalendar CALENDAR = ShippedTable.calendar();
    private static final WorkingTime TIME = OfficeTime.of(CALENDAR);

    private static HandlingPolicy policy(int amount, LimitUnit unit) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                HandlingLimit.of(
                        amount, unit, true, 1, null, false, Set.of(State.SUPPLEMENT_REQUESTED), "Quyết định của xã"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + "+07:00").toInstant();
    }

    @ParameterizedTest(name = "{0}: answered on {1}")
    @CsvSource({
        "over Tết, 2021-02-05, 10, 2021-02-26",
        "over two days off, 2021-04-22, 10, 2021-05-10",
        "over a working Saturday, 2025-04-24, 10, 2025-05-12",
        "over the National Day, 2026-08-21, 10, 2026-09-08",
        "answered on a Sunday, 2021-01-10, 1, 2021-01-11",
        "over the end of the year, 2021-12-30, 1, 2021-12-31",
    })
    void theWindowCountsWorkingDaysAfterTheDayOfTheAnswer(String what, LocalDate answered, int days, LocalDate last) {
        assertThat(new ReopeningRule(1, days).lastDay(answered, CALENDAR)).isEqualTo(last);
    }

    @Test
    void whatIsNotEnteredIsUsual() {
        assertThat(ReopeningRule.of(null, null)).isEqualTo(new ReopeningRule(1, 10));
        assertThat(ReopeningRule.of(0, 5)).isEqualTo(new ReopeningRule(0, 5));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "on a working day, CALENDAR_DAY, 2021-01-18T09:00:00, 2021-01-28T24:00",
        "at the last moment of a day, CALENDAR_DAY, 2021-01-18T23:59:59.999999, 2021-01-28T24:00",
        "at the first moment of the next, CALENDAR_DAY, 2021-01-19T00:00:00, 2021-01-29T24:00",
        "ending in Tết, CALENDAR_DAY, 2021-02-06T09:00:00, 2021-02-17T24:00",
        "in working days over Tết, WORKING_DAY, 2021-02-05T09:00:00, 2021-02-26T24:00",
        "after the office has closed, WORKING_HOUR, 2021-01-05T17:30:00, 2021-01-07T10:00",
    })
    void theWholeLimitRunsFromTheReopening(String what, LimitUnit unit, String reopened, String due) {
        LimitClock clock = LimitClock.reopened(policy(10, unit), at(reopened), TIME);

        boolean endOfDay = due.endsWith("T24:00");
        LocalDate day = LocalDate.parse(due.substring(0, 10));
        assertThat(clock.dueOn()).isEqualTo(day);
        assertThat(clock.dueAt()).isEqualTo(endOfDay ? HandlingLimit.endOf(day) : at(due + ":00"));
        assertThat(clock.startedAt(at("2021-01-01T00:00:00"))).isEqualTo(at(reopened));
    }

    @Test
    void itIsPausedAndExtendedAsTheFirstOneIs() {
        LimitClock clock = LimitClock.reopened(policy(10, LimitUnit.CALENDAR_DAY), at("2021-01-18T09:00:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at("2021-01-19T09:00:00"), TIME)
                .in(State.REOPENED, at("2021-01-21T09:00:00"), TIME);
        assertThat(clock.dueOn()).isEqualTo("2021-02-01");

        LimitClock extended = clock.extended(1, at("2021-01-22T09:00:00"), TIME);

        assertThat(extended.dueOn()).isEqualTo("2021-02-02");
        assertThat(extended.allowsExtension()).isFalse();
        assertThat(extended.countedWith(TIME)).isEqualTo(extended);
    }

    @Test
    void aReadingBeginsWithTheReopening() {
        LimitClock clock = LimitClock.reopened(policy(10, LimitUnit.CALENDAR_DAY), at("2021-01-18T09:00:00"), TIME)
                .in(State.ASSIGNED, at("2021-01-19T09:00:00"), TIME)
                .in(State.ANSWERED, at("2021-01-21T09:00:00"), TIME);

        ClockReading reading = clock.readAt(at("2021-01-20T08:00:00"), Optional.empty(), TIME);

        assertThat(reading.elapsed().units()).isEqualTo(2);
        assertThat(reading.remaining().units()).isEqualTo(8);
        assertThat(clock.readAt(at("2021-03-01T08:00:00"), Optional.empty(), TIME)
                        .run())
                .isEqualTo(ClockReading.Run.STOPPED);
    }
}
