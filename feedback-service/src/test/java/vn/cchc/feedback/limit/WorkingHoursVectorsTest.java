package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.time.VietnamTime;

/** Limits in working hours, where other systems have counted wrong. Offices are open 07:30–11:30 and 13:30–17:00. */
class WorkingHoursVectorsTest {

    private static final WorkingCalendar CALENDAR = ShippedTable.calendar();
    private static final WorkingTime TIME = OfficeTime.of(CALENDAR);

    private static HandlingPolicy policy(int hours) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                HandlingLimit.of(
                        hours,
                        LimitUnit.WORKING_HOUR,
                        true,
                        2,
                        null,
                        true,
                        Set.of(State.SUPPLEMENT_REQUESTED),
                        "Quyết định của xã"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static Instant at(String time) {
        return OffsetDateTime.parse(time + "+07:00").toInstant();
    }

    @ParameterizedTest(name = "{0}: {1} h from {2}")
    @CsvSource({
        "within office hours, 8, 2021-01-05T08:30:00, 2021-01-06T09:00:00",
        "before they begin, 8, 2021-01-05T06:00:00, 2021-01-06T08:00:00",
        "as they begin, 8, 2021-01-05T07:30:00, 2021-01-06T08:00:00",
        "after 17:00, 8, 2021-01-05T17:30:00, 2021-01-07T08:00:00",
        "at 17:00, 8, 2021-01-05T17:00:00, 2021-01-07T08:00:00",
        "in the lunch break, 8, 2021-01-05T12:00:00, 2021-01-06T14:00:00",
        "as the lunch break begins, 8, 2021-01-05T11:30:00, 2021-01-06T14:00:00",
        "as the lunch break ends, 8, 2021-01-05T13:30:00, 2021-01-06T14:00:00",
        "last moment of a day, 8, 2021-01-05T23:59:59.999999, 2021-01-07T08:00:00",
        "first moment of the next, 8, 2021-01-06T00:00:00, 2021-01-07T08:00:00",
        "on a Sunday, 8, 2021-01-03T10:00:00, 2021-01-05T08:00:00",
        "ending as the lunch break begins, 4, 2021-01-05T07:30:00, 2021-01-05T11:30:00",
        "ending as the office closes, 15, 2021-01-05T07:30:00, 2021-01-06T17:00:00",
        "with seconds, 2, 2021-01-05T10:15:30.123456, 2021-01-05T14:15:30.123456",
        "onto a working Saturday, 8, 2025-04-25T16:00:00, 2025-04-26T16:30:00",
        "from a working Saturday, 8, 2025-04-26T16:00:00, 2025-04-28T16:30:00",
        "over the weekday exchanged for it, 8, 2025-04-29T16:00:00, 2025-05-05T16:30:00",
        "onto a leap day, 8, 2024-02-28T16:00:00, 2024-02-29T16:30:00",
        "from a leap day, 8, 2024-02-29T16:00:00, 2024-03-01T16:30:00",
        "no leap day, 8, 2023-02-28T16:00:00, 2023-03-01T16:30:00",
        "over the end of the year, 8, 2020-12-31T16:00:00, 2021-01-04T16:30:00",
        "over Tết, 8, 2021-02-09T16:00:00, 2021-02-17T16:30:00",
        "the longest, 365, 2021-03-01T07:30:00, 2021-05-11T14:30:00"
    })
    void itIsDue(String arrival, int hours, String time, String dueAt) {
        LimitClock clock = LimitClock.started(policy(hours), at(time), TIME);

        assertThat(VietnamTime.local(clock.dueAt())).isEqualTo(VietnamTime.local(at(dueAt)));
        assertThat(clock.dueOn()).isEqualTo(dueAt.substring(0, 10));
        assertThat(clock.dueProvisional()).isFalse();
    }

    @ParameterizedTest(name = "{0}: from {2} to {3}")
    @CsvSource({
        "over Tết, 2021-02-05, 2021-02-05T09:30:00, 2021-02-18T10:00:00, 30, 2021-02-19T09:30:00",
        "within a day, 2021-01-05, 2021-01-05T09:00:00, 2021-01-05T10:00:00, 1, 2021-01-06T10:00:00",
        "of minutes and seconds, 2021-01-05, 2021-01-05T09:00:00, 2021-01-05T09:30:15, 0, 2021-01-06T09:30:15",
        "over lunch, 2021-01-05, 2021-01-05T11:00:00, 2021-01-05T14:00:00, 1, 2021-01-06T10:00:00",
        "in the lunch break, 2021-01-05, 2021-01-05T11:45:00, 2021-01-05T13:15:00, 0, 2021-01-06T09:00:00",
        "overnight, 2021-01-05, 2021-01-05T17:30:00, 2021-01-06T07:00:00, 0, 2021-01-06T09:00:00",
        "over midnight, 2021-01-05, 2021-01-05T23:59:59.999999, 2021-01-06T00:00:00, 0, 2021-01-06T09:00:00",
        "over the end of the year, 2020-12-31, 2020-12-31T16:00:00, 2021-01-04T08:00:00, 1, 2021-01-04T10:30:00",
        "over a working Saturday, 2025-04-25, 2025-04-25T16:00:00, 2025-04-28T08:00:00, 9, 2025-04-28T10:30:00",
        "over a leap day, 2024-02-28, 2024-02-28T16:00:00, 2024-03-01T08:00:00, 9, 2024-03-01T10:30:00",
        "clock set back, 2021-01-05, 2021-01-05T10:00:00, 2021-01-05T09:00:00, 0, 2021-01-06T09:00:00",
        "from the due moment on, 2021-01-05, 2021-01-06T09:00:00, 2021-01-06T10:00:00, 0, 2021-01-06T09:00:00",
        "from the moment before, 2021-01-05, 2021-01-06T08:59:59.999999, 2021-01-06T10:00:00, 1,"
                + " 2021-01-06T10:00:00.000001"
    })
    void aPausePutsItOff(String pause, String arrival, String from, String to, int hours, String dueAt) {
        LimitClock clock = LimitClock.started(policy(8), at(arrival + "T08:30:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at(from), TIME)
                .in(State.RECEIVED, at(to), TIME);

        assertThat(VietnamTime.local(clock.dueAt())).isEqualTo(VietnamTime.local(at(dueAt)));
        assertThat(clock.pausedDays()).isEqualTo(hours);
        assertThat(clock.pausedSince()).isNull();
        assertThat(clock.countedWith(TIME)).isEqualTo(clock);
    }

    @Test
    void aPauseOnTheDueDayWaitsWhereItBeganBeforeTheDueMoment() {
        LimitClock clock = LimitClock.started(policy(8), at("2021-01-05T08:30:00"), TIME);

        LimitClock before = clock.in(State.SUPPLEMENT_REQUESTED, at("2021-01-06T08:00:00"), TIME);
        LimitClock after = clock.in(State.SUPPLEMENT_REQUESTED, at("2021-01-06T09:30:00"), TIME);

        assertThat(before.pausedSince()).isEqualTo("2021-01-06");
        assertThat(before.overdue(OffsetDateTime.parse("2021-02-01T09:00:00+07:00")))
                .isFalse();
        assertThat(after.pausedSince()).isNull();
        assertThat(after.overdue(OffsetDateTime.parse("2021-02-01T09:00:00+07:00")))
                .isTrue();
    }

    @Test
    void itIsInTimeBeforeTheDueMomentAndOverdueFromItOn() {
        LimitClock clock = LimitClock.started(policy(8), at("2021-01-05T08:30:00"), TIME);

        assertThat(clock.inTime(OffsetDateTime.parse("2021-01-06T08:59:59.999999+07:00")))
                .isTrue();
        assertThat(clock.inTime(OffsetDateTime.parse("2021-01-06T09:00:00+07:00")))
                .isFalse();
        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-06T08:59:59.999999+07:00")))
                .isFalse();
        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-06T02:00:00Z"))).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "within the morning, 2021-01-05T08:30:00, 8, 2, 2021-01-06T11:00:00",
        "over lunch, 2021-01-05T08:30:00, 8, 3, 2021-01-06T14:00:00",
        "from the lunch break on, 2021-01-05T07:30:00, 4, 1, 2021-01-05T14:30:00",
        "from closing on, 2021-01-05T07:30:00, 15, 1, 2021-01-07T08:30:00",
        "over a weekend, 2021-01-08T15:00:00, 2, 1, 2021-01-11T08:30:00"
    })
    void anExtensionBeginsWhereTheLimitEnds(String extension, String arrival, int hours, int more, String dueAt) {
        LimitClock clock = LimitClock.started(policy(hours), at(arrival), TIME);

        LimitClock extended = clock.extended(more, at(arrival), TIME);

        assertThat(VietnamTime.local(extended.dueAt())).isEqualTo(VietnamTime.local(at(dueAt)));
        assertThat(extended.ends(at(arrival), TIME))
                .extracting(LimitEnd::dueAt)
                .containsExactly(clock.dueAt(), extended.dueAt());
    }

    @Test
    void aPauseAfterItRanOutDelaysOnlyTheExtension() {
        LimitClock clock = LimitClock.started(policy(8), at("2021-01-05T08:30:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at("2021-01-06T10:00:00"), TIME)
                .in(State.RECEIVED, at("2021-01-07T10:00:00"), TIME);
        assertThat(clock.dueAt()).isEqualTo(at("2021-01-06T09:00:00"));

        LimitClock extended = clock.extended(4, at("2021-01-07T11:00:00"), TIME);

        // An hour on the 6th, 1.5 and 1.5 on the 7th.
        assertThat(extended.dueAt()).isEqualTo(at("2021-01-07T15:00:00"));
        assertThat(extended.pausedDays()).isEqualTo(7);
    }

    @Test
    void officeHoursThatChangeWhileItRunsHoldFromTheirFirstDayOn() {
        WorkingTime own = OfficeTime.with(
                CALENDAR,
                OfficeTime.hours(OfficeTime.AUTHORITY, "08:00 12:00 13:00 17:00", "2021-01-06", "2021-01-06"),
                OfficeTime.hours(OfficeTime.AUTHORITY, "07:00 13:00", "2021-01-07", null),
                OfficeTime.hours(null, "06:00 12:00", "2021-01-08", null),
                OfficeTime.hours(UUID.randomUUID(), "00:00 23:00", "2000-01-01", null));

        LimitClock clock = LimitClock.started(policy(16), at("2021-01-05T08:30:00"), own);

        // 6.5 h by the usual hours, 8 h by those of the one day, and 1.5 h without a break.
        assertThat(clock.dueAt()).isEqualTo(at("2021-01-07T08:30:00"));
        assertThat(clock.in(State.SUPPLEMENT_REQUESTED, at("2021-01-07T08:00:00"), own)
                        .in(State.RECEIVED, at("2021-01-07T12:30:00"), own)
                        .dueAt())
                .isEqualTo(at("2021-01-07T13:00:00"));
    }

    @Test
    void aYearWithoutATableMakesItProvisional() {
        LimitClock clock = LimitClock.started(policy(8), at("2030-03-05T08:30:00"), TIME);

        assertThat(clock.dueProvisional()).isTrue();
        assertThat(clock.dueAt()).isEqualTo(at("2030-03-06T09:00:00"));
    }

    @Test
    void itTakesTheSameWorkHoweverLongAPauseWas() {
        LimitClock clock = LimitClock.started(policy(365), at("2021-01-05T08:30:00"), TIME)
                .in(State.SUPPLEMENT_REQUESTED, at("2021-01-05T09:30:00"), TIME)
                .in(State.RECEIVED, at("2027-01-05T09:30:00"), TIME);

        LimitEnd.OfHours end =
                (LimitEnd.OfHours) clock.ends(at("2021-01-05T08:30:00"), TIME).get(0);

        assertThat(end.counted()).hasSizeLessThan(150);
        assertThat(end.daysOff()).allMatch(step -> step.day().getYear() == 2027);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11:00 14:00",
                "07:30 13:30 11:30 17:00",
                "07:30 11:30 13:30 13:00",
                "17:00 07:30",
                "07:30 08:30 16:30 17:00"
            })
    void hoursThatAreNoneAreRefused(String times) {
        assertThatThrownBy(() -> OfficeTime.hours(null, times, "2021-01-01", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Whether the office is open and the limit runs in the minute that begins then. */
    private static boolean counts(ZonedDateTime minute, Instant pausedFrom, Instant pausedTo) {
        LocalTime time = minute.toLocalTime();
        boolean isOpen = (!time.isBefore(LocalTime.of(7, 30)) && time.isBefore(LocalTime.of(11, 30)))
                || (!time.isBefore(LocalTime.of(13, 30)) && time.isBefore(LocalTime.of(17, 0)));
        boolean isPaused =
                !minute.toInstant().isBefore(pausedFrom) && minute.toInstant().isBefore(pausedTo);
        return isOpen && !isPaused && CALENDAR.isWorkingDay(minute.toLocalDate());
    }

    @Property(tries = 200)
    void openMinutesFromTheArrivalToTheDueMomentAddUpToTheLimit(
            @ForAll @IntRange(max = 60 * 24 * 700) int arrivedAfter,
            @ForAll @IntRange(min = 1, max = 60) int hours,
            @ForAll @IntRange(max = 60 * 24 * 14) int pausedAfter,
            @ForAll @IntRange(max = 60 * 24 * 14) int pausedFor) {
        Instant arrived = at("2024-06-01T00:00:00").plus(Duration.ofMinutes(arrivedAfter));
        Instant pausedFrom = arrived.plus(Duration.ofMinutes(pausedAfter));
        Instant pausedTo = pausedFrom.plus(Duration.ofMinutes(pausedFor));

        LimitClock clock = LimitClock.started(policy(hours), arrived, TIME)
                .in(State.SUPPLEMENT_REQUESTED, pausedFrom, TIME)
                .in(State.RECEIVED, pausedTo, TIME);

        int counted = 0;
        ZonedDateTime last = null;
        for (ZonedDateTime minute = arrived.atZone(VietnamTime.ZONE);
                minute.toInstant().isBefore(clock.dueAt());
                minute = minute.plusMinutes(1)) {
            if (counts(minute, pausedFrom, pausedTo)) {
                counted++;
                last = minute;
            }
        }
        assertThat(counted).isEqualTo(hours * 60);
        assertThat(last.plusMinutes(1).toInstant()).as("within office hours").isEqualTo(clock.dueAt());
    }

    @Property
    void moreHoursEndLaterAndALaterArrivalEndsNoEarlier(
            @ForAll @IntRange(max = 60 * 24 * 700) int arrivedAfter,
            @ForAll @IntRange(max = 60 * 24 * 7) int later,
            @ForAll @IntRange(min = 1, max = 364) int hours) {
        Instant arrived = at("2024-06-01T00:00:00").plus(Duration.ofMinutes(arrivedAfter));
        Instant due = policy(hours).limit().endsAfter(arrived, TIME).dueAt();

        assertThat(policy(hours + 1).limit().endsAfter(arrived, TIME).dueAt())
                .isAfterOrEqualTo(due.plus(Duration.ofHours(1)));
        assertThat(policy(hours)
                        .limit()
                        .endsAfter(arrived.plus(Duration.ofMinutes(later)), TIME)
                        .dueAt())
                .isAfterOrEqualTo(due);
    }
}
