package vn.cchc.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/**
 * The calendar against a second, deliberately plain way of counting: a list of every worked day of all years, written
 * down once from the raw table, and the n-th entry looked up.
 */
class DueDayPropertyTest {

    private final WorkingCalendar calendar = ShippedTable.calendar();
    private final Set<String> worked = workedDays();

    private static Set<String> workedDays() {
        JsonNode years;
        try (InputStream table = DueDayPropertyTest.class.getResourceAsStream("/calendar/working-days-vn.json")) {
            years = new ObjectMapper().readTree(table).get("years");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Set<String> days = new HashSet<>();
        for (LocalDate day = LocalDate.of(2020, 1, 1); day.getYear() < 2028; day = day.plusDays(1)) {
            // 2020-01-01 was a Wednesday.
            long weekday = (day.toEpochDay() - LocalDate.of(2020, 1, 1).toEpochDay() + 2) % 7;
            if (weekday < 5) {
                days.add(day.toString());
            }
        }
        for (JsonNode year : years) {
            year.get("holidays").forEach(holiday -> holiday.get("dates").forEach(day -> days.remove(day.textValue())));
            year.get("swaps").forEach(swap -> {
                days.remove(swap.get("dayOff").textValue());
                days.add(swap.get("makeUpWorkday").textValue());
            });
        }
        return days;
    }

    @Property
    void a_day_is_worked_exactly_when_the_list_has_it(@ForAll("days") LocalDate day) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked.contains(day.toString()));
    }

    @Property
    void a_term_of_working_days_before_an_event_leaves_as_many_worked_days_until_it(
            @ForAll("days") LocalDate event, @ForAll @IntRange(min = 1, max = 30) int amount) {
        LocalDate dueOn =
                DueDay.beforeEvent(event, Term.workingDays(amount), calendar).dueOn();

        assertThat(worked).contains(dueOn.toString());
        assertThat(dueOn.datesUntil(event)
                        .filter(day -> worked.contains(day.toString()))
                        .count())
                .isEqualTo(amount);
    }

    @Property
    void a_term_of_working_days_ends_on_the_nth_worked_day_after(
            @ForAll("days") LocalDate event, @ForAll @IntRange(min = 1, max = 60) int amount) {
        String expected = worked.stream()
                .sorted()
                .filter(day -> day.compareTo(event.toString()) > 0)
                .skip(amount - 1L)
                .findFirst()
                .orElseThrow();

        DueDay due = DueDay.after(event, Term.workingDays(amount), calendar);

        assertThat(due.dueOn()).isEqualTo(expected).isEqualTo(calendar.shift(event, amount));
        assertThat(due.workOn()).isEqualTo(due.dueOn());
    }

    @Property
    void a_rolled_term_ends_on_the_first_worked_day_from_its_last_day(
            @ForAll("days") LocalDate event,
            @ForAll @IntRange(min = 1, max = 60) int amount,
            @ForAll("units") Term.Unit unit) {
        LocalDate lastDay = lastDayByHand(event, amount > 3 && unit == Term.Unit.MONTH ? 3 : amount, unit);
        Term term = new Term(amount > 3 && unit == Term.Unit.MONTH ? 3 : amount, unit, true);
        String expected = worked.stream()
                .filter(day -> day.compareTo(lastDay.toString()) >= 0)
                .min(String::compareTo)
                .orElseThrow();

        assertThat(DueDay.after(event, term, calendar).dueOn()).isEqualTo(expected);
        assertThat(DueDay.after(event, term.withoutRolling(), calendar).dueOn()).isEqualTo(lastDay);
    }

    @Property
    void a_deadline_before_a_day_is_worked_for_on_the_last_worked_day_before_it(
            @ForAll("days") LocalDate deadline, @ForAll boolean inclusive) {
        String expected = worked.stream()
                .filter(day -> day.compareTo(deadline.toString()) < (inclusive ? 1 : 0))
                .max(String::compareTo)
                .orElseThrow();

        DueDay due = DueDay.before(deadline, inclusive, calendar);

        assertThat(due.workOn()).isEqualTo(expected);
        assertThat(due.dueOn()).isEqualTo(inclusive ? deadline : deadline.minusDays(1));
    }

    @Property
    void shifting_there_and_back_returns_to_a_working_day(
            @ForAll("days") LocalDate day, @ForAll @IntRange(min = 1, max = 60) int amount) {
        LocalDate start = calendar.nextOrSameWorkingDay(day);

        assertThat(calendar.shift(calendar.shift(start, amount), -amount)).isEqualTo(start);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2020, 3, 1).toEpochDay(),
                        LocalDate.of(2026, 9, 1).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    @Provide
    Arbitrary<Term.Unit> units() {
        return Arbitraries.of(Term.Unit.CALENDAR_DAY, Term.Unit.WEEK, Term.Unit.MONTH);
    }

    private static LocalDate lastDayByHand(LocalDate event, int amount, Term.Unit unit) {
        int days = unit == Term.Unit.WEEK ? 7 * amount : amount;
        if (unit != Term.Unit.MONTH) {
            LocalDate day = event;
            for (int i = 0; i < days; i++) {
                day = day.plusDays(1);
            }
            return day;
        }
        YearMonth month = YearMonth.from(event);
        for (int i = 0; i < amount; i++) {
            month = month.plusMonths(1);
        }
        return month.atDay(Math.min(event.getDayOfMonth(), month.lengthOfMonth()));
    }
}
