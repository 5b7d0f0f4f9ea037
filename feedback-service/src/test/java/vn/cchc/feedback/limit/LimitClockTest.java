package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.testing.TestCalendars;

class LimitClockTest {

    private static final WorkingTime TIME = OfficeTime.of(ShippedTable.calendar());
    private static final HandlingPolicy WAITS = policy(10, LimitUnit.CALENDAR_DAY, Set.of(State.SUPPLEMENT_REQUESTED));

    private static HandlingPolicy policy(int amount, LimitUnit unit, Set<State> pausedIn) {
        return new HandlingPolicy(
                UUID.randomUUID(),
                new HandlingPolicy.Scope(null, null, null, null),
                new HandlingLimit(amount, unit, true, 2, 5, false, pausedIn, "mục 1.4.2"),
                LocalDate.parse("2000-01-01"),
                Optional.empty());
    }

    private static Set<State> states(String names) {
        return names == null
                ? Set.of()
                : Arrays.stream(names.split(" ")).map(State::valueOf).collect(Collectors.toSet());
    }

    private static Instant morningOf(String day) {
        return OffsetDateTime.parse(day + "T09:00:00+07:00").toInstant();
    }

    private static LimitClock startedOn(String day, HandlingPolicy policy) {
        return LimitClock.started(policy, morningOf(day), TIME);
    }

    /** Each arrived on Tuesday, 5 January 2021; the steps are states with the days from which they hold. */
    @ParameterizedTest
    @CsvSource({
        "CALENDAR_DAY, , , 0, , 2021-01-15",
        "CALENDAR_DAY, , SUPPLEMENT_REQUESTED 2021-01-06 RECEIVED 2021-01-11, 0, , 2021-01-15",
        // Five days later; the days of a pause under way do not count yet.
        "CALENDAR_DAY, SUPPLEMENT_REQUESTED, SUPPLEMENT_REQUESTED 2021-01-06 RECEIVED 2021-01-11, 5, , 2021-01-20",
        "CALENDAR_DAY, SUPPLEMENT_REQUESTED, SUPPLEMENT_REQUESTED 2021-01-06, 0, 2021-01-06, 2021-01-15",
        // Two pauses, the second under way.
        "CALENDAR_DAY, SUPPLEMENT_REQUESTED, SUPPLEMENT_REQUESTED 2021-01-06 RECEIVED 2021-01-07 SUPPLEMENT_REQUESTED 2021-01-08, 1, 2021-01-08, 2021-01-18",
        // Two pausing states one behind the other are one pause.
        "CALENDAR_DAY, ACCEPTED ASSIGNED, ACCEPTED 2021-01-06 ASSIGNED 2021-01-08, 0, 2021-01-06, 2021-01-15",
        "CALENDAR_DAY, ACCEPTED ASSIGNED, ACCEPTED 2021-01-06 ASSIGNED 2021-01-08 ANSWERED 2021-01-12, 6, , 2021-01-21",
        // Over a weekend.
        "WORKING_DAY, SUPPLEMENT_REQUESTED, SUPPLEMENT_REQUESTED 2021-01-06 RECEIVED 2021-01-11, 3, , 2021-01-22"
    })
    void itIsDueByItsPolicyAndTheStatesOfTheCase(
            LimitUnit unit, String pausedIn, String steps, int pausedDays, LocalDate pausedSince, LocalDate dueOn) {
        HandlingPolicy policy = policy(10, unit, states(pausedIn));
        LimitClock clock = startedOn("2021-01-05", policy);
        LimitClock other = startedOn("2021-01-05", policy(3, LimitUnit.CALENDAR_DAY, Set.of()));
        String[] words = steps == null ? new String[0] : steps.split(" ");
        for (int i = 0; i < words.length; i += 2) {
            clock = clock.in(State.valueOf(words[i]), morningOf(words[i + 1]), TIME);
            other = other.in(State.valueOf(words[i]), morningOf(words[i + 1]), TIME);
        }

        assertThat(clock.pausedDays()).isEqualTo(pausedDays);
        assertThat(clock.pausedSince()).isEqualTo(pausedSince);
        assertThat(clock.dueOn()).isEqualTo(dueOn);
        assertThat(clock.dueAt()).isEqualTo(HandlingLimit.endOf(dueOn));
        assertThat(other.under(policy, TIME)).as("taken over later").isEqualTo(clock);
    }

    /** A sender answers after years: the case goes on, and its explanation keeps to its bound. */
    @ParameterizedTest
    @EnumSource(LimitUnit.class)
    void aPauseMayLastForYears(LimitUnit unit) {
        HandlingPolicy policy = policy(10, unit, Set.of(State.SUPPLEMENT_REQUESTED));
        LimitClock resumed = startedOn("2006-01-05", policy)
                .in(State.SUPPLEMENT_REQUESTED, morningOf("2006-01-06"), TIME)
                .in(State.RECEIVED, morningOf("2026-01-06"), TIME);

        assertThat(resumed.dueOn())
                .isBetween(
                        unit.isHours() ? LocalDate.parse("2026-01-06") : LocalDate.parse("2026-01-15"),
                        LocalDate.parse("2026-01-20"));
        assertThat(resumed.countedWith(TIME)).isEqualTo(resumed);
        assertThat(resumed.ends(morningOf("2006-01-05"), TIME))
                .filteredOn(LimitEnd.OfDays.class::isInstance)
                .allSatisfy(end -> assertThat(
                                ((LimitEnd.OfDays) end).day().explanation().steps())
                        .hasSizeLessThanOrEqualTo(DueDay.MOST_STEPS));
    }

    @Property
    void whatIsCountedStepByStepIsWhatItsSpansGive(
            @ForAll @Size(8) List<State> states,
            @ForAll @Size(8) List<@IntRange(max = 30) Integer> days,
            @ForAll Set<State> pausedIn,
            @ForAll LimitUnit unit) {
        HandlingPolicy policy = policy(10, unit, pausedIn);
        Instant at = morningOf("2021-01-05");
        LimitClock clock = LimitClock.started(policy, at, TIME);
        for (int i = 0; i < states.size(); i++) {
            at = at.plusSeconds(days.get(i) * 86_400L);
            LocalDate before = clock.dueOn();
            clock = clock.in(states.get(i), at, TIME);
            assertThat(clock.dueOn()).isAfterOrEqualTo(before);
        }

        assertThat(clock.countedWith(TIME)).isEqualTo(clock);
        assertThat(clock.under(WAITS, TIME).under(policy, TIME)).isEqualTo(clock);
        assertThat(new SpansAsText().convertToEntityAttribute(new SpansAsText().convertToDatabaseColumn(clock.spans())))
                .isEqualTo(clock.spans());
    }

    @Test
    void aPauseStopsItAndWhatWasOverdueStaysSo() {
        LimitClock before =
                startedOn("2021-01-05", WAITS).in(State.SUPPLEMENT_REQUESTED, morningOf("2021-01-15"), TIME);
        LimitClock after = startedOn("2021-01-05", WAITS).in(State.SUPPLEMENT_REQUESTED, morningOf("2021-01-16"), TIME);
        OffsetDateTime later = OffsetDateTime.parse("2021-01-20T09:00:00+07:00");

        assertThat(before.overdue(later)).isFalse();
        assertThat(after.overdue(later)).isTrue();
    }

    @Test
    void itIsInTimeBeforeTheEndOfItsLastDayInVietnam() {
        LimitClock clock = startedOn("2021-01-05", WAITS);

        assertThat(clock.dueAt()).isEqualTo("2021-01-15T17:00:00Z");
        assertThat(clock.inTime(OffsetDateTime.parse("2021-01-15T23:59:59+07:00")))
                .isTrue();
        assertThat(clock.inTime(OffsetDateTime.parse("2021-01-16T00:00:00+07:00")))
                .isFalse();
        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-15T23:59:59+07:00")))
                .isFalse();
        assertThat(clock.overdue(OffsetDateTime.parse("2021-01-16T00:00:00+07:00")))
                .isTrue();
    }

    @Test
    void anotherTableMovesItAndOnlyWhenItIsCountedWithIt() {
        WorkingTime other = OfficeTime.of(TestCalendars.withDayOff("OTHER", LocalDate.parse("2021-01-15")));
        LimitClock clock = startedOn("2021-01-05", WAITS);

        LimitClock accepted = clock.in(State.ACCEPTED, morningOf("2021-01-06"), other);
        LimitClock counted = accepted.countedWith(other);

        assertThat(accepted.dueOn()).isEqualTo("2021-01-15");
        assertThat(accepted.dueCalendar()).isEqualTo(TIME.calendar().version());
        assertThat(counted.dueOn()).isEqualTo("2021-01-18");
        assertThat(counted.dueMovedFrom()).isEqualTo("2021-01-15");
        assertThat(counted.dueCalendar()).isEqualTo("OTHER");
        assertThat(counted.tellsOtherThan(accepted)).isTrue();
    }

    @Test
    void whatATableHasMovedIsForgottenWhenAPauseMovesIt() {
        WorkingTime other = OfficeTime.of(TestCalendars.withDayOff("OTHER", LocalDate.parse("2021-01-15")));
        LimitClock moved = startedOn("2021-01-05", WAITS).countedWith(other);

        LimitClock waiting = moved.in(State.SUPPLEMENT_REQUESTED, morningOf("2021-01-06"), other);
        LimitClock resumed = waiting.in(State.RECEIVED, morningOf("2021-01-11"), other);

        assertThat(waiting.dueMovedFrom()).isEqualTo("2021-01-15");
        assertThat(resumed.dueOn()).isEqualTo("2021-01-20");
        assertThat(resumed.dueMovedFrom()).isNull();
    }

    /** Each began on the day of its arrival; the last day before an extension is that of the column before. */
    @ParameterizedTest
    @CsvSource({
        "CALENDAR_DAY, 2021-01-05, 2021-01-15, 3, 2021-01-18",
        // From a day that was rolled over Tết, not from the day that it was rolled from.
        "CALENDAR_DAY, 2021-02-05, 2021-02-17, 1, 2021-02-18",
        "CALENDAR_DAY, 2021-02-05, 2021-02-17, 3, 2021-02-22",
        "WORKING_DAY, 2021-02-05, 2021-02-26, 2, 2021-03-02",
        // A working Saturday counts.
        "WORKING_DAY, 2025-04-10, 2025-04-24, 2, 2025-04-26",
        // The leap day counts, and the year's end does not stop it.
        "CALENDAR_DAY, 2024-02-16, 2024-02-26, 3, 2024-02-29",
        "CALENDAR_DAY, 2020-12-21, 2020-12-31, 1, 2021-01-04"
    })
    void anExtensionBeginsOnTheDayAfterTheDueDay(
            LimitUnit unit, String arrival, LocalDate before, int amount, LocalDate after) {
        LimitClock clock = startedOn(arrival, policy(10, unit, Set.of()));
        assertThat(clock.dueOn()).isEqualTo(before);

        LimitClock extended = clock.extended(amount, morningOf(arrival), TIME);

        assertThat(extended.dueOn()).isEqualTo(after);
        assertThat(extended.dueAt()).isEqualTo(HandlingLimit.endOf(after));
        assertThat(extended.ends(morningOf(arrival), TIME))
                .extracting(LimitEnd::dueOn)
                .containsExactly(before, after);
    }

    @Test
    void anotherTableKeepsWhatWasGranted() {
        WorkingTime other = OfficeTime.of(TestCalendars.withDayOff("OTHER", LocalDate.parse("2021-01-18")));
        LimitClock clock = startedOn("2021-01-05", WAITS).extended(3, morningOf("2021-01-08"), TIME);

        LimitClock counted = clock.countedWith(other);

        assertThat(counted.extensions()).isEqualTo(clock.extensions());
        assertThat(counted.dueOn()).isEqualTo("2021-01-19");
        assertThat(counted.dueMovedFrom()).isEqualTo("2021-01-18");
    }

    @Property
    void pausesAndExtensionsInWhateverOrderGiveWhatTheirRecordGives(
            @ForAll @Size(6) List<@IntRange(min = 1, max = 10) Integer> amounts,
            @ForAll @Size(6) List<@IntRange(max = 30) Integer> days,
            @ForAll LimitUnit unit) {
        HandlingPolicy policy = policy(10, unit, Set.of(State.SUPPLEMENT_REQUESTED));
        Instant at = morningOf("2021-01-05");
        LimitClock clock = LimitClock.started(policy, at, TIME);
        for (int i = 0; i < amounts.size(); i++) {
            Instant before = clock.dueAt();
            clock = clock.extended(amounts.get(i), at, TIME);
            assertThat(clock.dueAt()).isAfter(before);
            clock = clock.in(State.SUPPLEMENT_REQUESTED, at, TIME);
            at = at.plusSeconds(days.get(i) * 86_400L);
            clock = clock.in(State.RECEIVED, at, TIME);
        }

        assertThat(clock.countedWith(TIME)).isEqualTo(clock);
        ExtensionsAsText column = new ExtensionsAsText();
        assertThat(column.convertToEntityAttribute(column.convertToDatabaseColumn(clock.extensions())))
                .isEqualTo(clock.extensions());
    }
}
