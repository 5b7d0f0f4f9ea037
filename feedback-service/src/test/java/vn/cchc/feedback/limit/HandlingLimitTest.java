package vn.cchc.feedback.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.feedback.State;
import vn.cchc.platform.calendar.ShippedTable;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.time.VietnamTime;

class HandlingLimitTest {

    private static final WorkingCalendar CALENDAR = ShippedTable.calendar();
    private static final WorkingTime TIME = OfficeTime.of(CALENDAR);
    private static final HandlingLimit TEN_DAYS = limit(10, LimitUnit.CALENDAR_DAY, true);
    private static final HandlingLimit TEN_WORKING_DAYS = limit(10, LimitUnit.WORKING_DAY, true);

    private static Instant startOf(LocalDate day) {
        return VietnamTime.startOf(day).toInstant();
    }

    private static HandlingLimit limit(int amount, LimitUnit unit, boolean rollsForward) {
        return new HandlingLimit(
                amount, unit, rollsForward, 1, null, false, Set.of(State.SUPPLEMENT_REQUESTED), "mục 1.4.2");
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-05, 2021-02-17, 2021-02-26",
        "2021-04-22, 2021-05-04, 2021-05-10",
        "2025-04-24, 2025-05-05, 2025-05-12",
        "2026-08-21, 2026-09-03, 2026-09-08"
    })
    void tenDaysEndAsTheDomainSays(LocalDate arrived, LocalDate inDays, LocalDate inWorkingDays) {
        assertThat(TEN_DAYS.endsAfter(startOf(arrived), TIME).dueOn()).isEqualTo(inDays);
        assertThat(TEN_WORKING_DAYS.endsAfter(startOf(arrived), TIME).dueOn()).isEqualTo(inWorkingDays);
    }

    @Test
    void aLimitThatDoesNotRollEndsOnADayOff() {
        HandlingLimit fixed = limit(10, LimitUnit.CALENDAR_DAY, false);

        assertThat(fixed.endsAfter(startOf(LocalDate.parse("2021-02-05")), TIME).dueOn())
                .isEqualTo("2021-02-15");
    }

    @ParameterizedTest
    @CsvSource({
        // Monday to Thursday, over a weekend, within one day.
        "2021-01-04, 2021-01-07, 3, 3",
        "2021-01-08, 2021-01-11, 3, 1",
        "2021-01-04, 2021-01-04, 0, 0"
    })
    void aPauseIsCountedInTheUnitOfTheLimit(LocalDate from, LocalDate to, int days, int workingDays) {
        assertThat(TEN_DAYS.days(from, to, CALENDAR)).isEqualTo(days);
        assertThat(TEN_WORKING_DAYS.days(from, to, CALENDAR)).isEqualTo(workingDays);
    }

    @Property
    void aLongerPauseNeverMakesItDueEarlier(
            @ForAll @IntRange(max = 1000) int day, @ForAll @IntRange(max = 60) int paused) {
        LocalDate arrived = LocalDate.parse("2021-01-01").plusDays(day);

        LocalDate without = TEN_DAYS.endsAfter(startOf(arrived), TIME).dueOn();
        LocalDate with = TEN_DAYS.ends(startOf(arrived), new Pauses(List.of(), null), paused, List.of(), TIME)
                .get(0)
                .dueOn();

        assertThat(with).isAfterOrEqualTo(without).isAfterOrEqualTo(arrived.plusDays(10L + paused));
        assertThat(CALENDAR.isWorkingDay(with)).isTrue();
    }

    @Test
    void inTimeIsOnOrBeforeTheDueDay() {
        Instant dueAt = HandlingLimit.endOf(LocalDate.parse("2021-01-15"));

        assertThat(dueAt).isEqualTo("2021-01-15T17:00:00Z");
        assertThat(HandlingLimit.inTime(Instant.parse("2021-01-14T17:00:00Z"), dueAt))
                .isTrue();
        assertThat(HandlingLimit.inTime(Instant.parse("2021-01-15T16:59:59.999999Z"), dueAt))
                .isTrue();
        assertThat(HandlingLimit.inTime(dueAt, dueAt)).isFalse();
    }

    @Property
    void ofALimitInDaysInTimeMeansOnTheDueDayAtTheLatest(
            @ForAll @IntRange(max = 20) int dueIn, @ForAll @IntRange(max = 20 * 24 * 60) int minute) {
        LocalDate dueOn = LocalDate.parse("2021-01-01").plusDays(dueIn);
        Instant answered = Instant.parse("2020-12-31T17:00:00Z").plusSeconds(60L * minute);
        LocalDate answeredOn = answered.atZone(VietnamTime.ZONE).toLocalDate();

        assertThat(HandlingLimit.inTime(answered, HandlingLimit.endOf(dueOn))).isEqualTo(!answeredOn.isAfter(dueOn));
        assertThat(HandlingLimit.overdue(HandlingLimit.endOf(dueOn), null, answered))
                .isEqualTo(answeredOn.isAfter(dueOn));
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-15, , false",
        "2021-01-16, , true",
        "2021-01-20, 2021-01-15, false",
        "2021-01-20, 2021-01-16, true"
    })
    void overdueIsAfterTheDueDayUnlessAPauseBeganBefore(LocalDate today, LocalDate pausedSince, boolean overdue) {
        Instant dueAt = HandlingLimit.endOf(LocalDate.parse("2021-01-15"));
        Instant morning = VietnamTime.startOf(today).plusHours(8).toInstant();

        assertThat(HandlingLimit.overdue(dueAt, pausedSince, morning)).isEqualTo(overdue);
    }

    @Test
    void statesAreKeptAsSortedText() {
        StatesAsText column = new StatesAsText();

        assertThat(column.convertToDatabaseColumn(Set.of(State.SUPPLEMENT_REQUESTED, State.RECEIVED)))
                .isEqualTo("RECEIVED,SUPPLEMENT_REQUESTED");
        assertThat(column.convertToEntityAttribute("RECEIVED,SUPPLEMENT_REQUESTED"))
                .containsExactlyInAnyOrder(State.RECEIVED, State.SUPPLEMENT_REQUESTED);
        assertThat(column.convertToEntityAttribute("")).isEmpty();
    }

    @Test
    void spansAreKeptAsTextWithTheirMoments() {
        SpansAsText column = new SpansAsText();
        List<StateSpan> spans = List.of(
                new StateSpan(State.RECEIVED, Instant.parse("2021-01-04T02:00:00Z")),
                new StateSpan(State.ACCEPTED, Instant.parse("2021-01-05T01:30:00.123456Z")));

        assertThat(column.convertToDatabaseColumn(spans))
                .isEqualTo("RECEIVED 2021-01-04T02:00:00Z,ACCEPTED 2021-01-05T01:30:00.123456Z");
        assertThat(column.convertToEntityAttribute(
                        "RECEIVED 2021-01-04T02:00:00.000000Z,ACCEPTED 2021-01-05T01:30:00.123456Z"))
                .isEqualTo(spans);
        assertThat(column.convertToEntityAttribute(null)).isEmpty();
    }
}
