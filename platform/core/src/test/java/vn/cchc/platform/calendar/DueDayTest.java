package vn.cchc.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDayTest {

    private final WorkingCalendar calendar = ShippedTable.calendar();

    @ParameterizedTest
    @CsvSource({
        "2021-02-05, 2021-02-17, 2021-02-26",
        "2021-04-22, 2021-05-04, 2021-05-10",
        "2025-04-24, 2025-05-05, 2025-05-12",
        "2026-08-21, 2026-09-03, 2026-09-08",
    })
    void ten_days_end_where_the_domain_says(LocalDate received, LocalDate calendarDays, LocalDate workingDays) {
        assertThat(DueDay.after(received, Term.calendarDays(10), calendar).dueOn())
                .isEqualTo(calendarDays);
        assertThat(DueDay.after(received, Term.workingDays(10), calendar).dueOn())
                .isEqualTo(workingDays);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-01-04, 1, CALENDAR_DAY, true, 2021-01-05",
        "2021-01-29, 1, CALENDAR_DAY, true, 2021-02-01",
        "2021-01-29, 1, CALENDAR_DAY, false, 2021-01-30",
        "2021-01-29, 1, WORKING_DAY, false, 2021-02-01",
        "2021-02-09, 1, WEEK, true, 2021-02-17",
        "2021-02-17, 1, WEEK, true, 2021-02-24",
        "2021-02-06, 1, WEEK, false, 2021-02-13",
        "2021-01-31, 1, MONTH, false, 2021-02-28",
        "2021-01-31, 1, MONTH, true, 2021-03-01",
        "2021-01-29, 1, MONTH, false, 2021-02-28",
        "2024-01-31, 1, MONTH, true, 2024-02-29",
        "2021-02-28, 1, MONTH, false, 2021-03-28",
        "2020-12-15, 2, MONTH, true, 2021-02-17",
    })
    void a_term_ends_as_the_civil_code_says(
            LocalDate event, int amount, Term.Unit unit, boolean rollsForward, LocalDate expected) {
        assertThat(DueDay.after(event, new Term(amount, unit, rollsForward), calendar)
                        .dueOn())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-28, false, 2021-02-27, 2021-02-26",
        "2021-02-28, true, 2021-02-28, 2021-02-26",
        "2021-09-30, false, 2021-09-29, 2021-09-29",
        "2021-02-17, false, 2021-02-16, 2021-02-09",
        "2021-01-01, false, 2020-12-31, 2020-12-31",
        "2025-04-27, false, 2025-04-26, 2025-04-26",
    })
    void before_a_day_is_never_moved_past_it(LocalDate deadline, boolean inclusive, LocalDate dueOn, LocalDate workOn) {
        DueDay due = DueDay.before(deadline, inclusive, calendar);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.workOn()).isEqualTo(workOn);
    }

    @ParameterizedTest
    @CsvSource({
        // event, term, unit, due, last working day
        "2021-02-19, 5, WORKING_DAY, 2021-02-05, 2021-02-05", // back over the lunar New Year of 2021
        "2025-05-08, 4, WORKING_DAY, 2025-04-29, 2025-04-29", // back over 30 April to 4 May
        "2025-04-29, 2, WORKING_DAY, 2025-04-26, 2025-04-26", // to a Saturday that is worked
        "2021-02-08, 1, WORKING_DAY, 2021-02-05, 2021-02-05",
        "2021-02-19, 5, CALENDAR_DAY, 2021-02-14, 2021-02-09", // it is not rolled towards the event
        "2021-03-12, 2, WEEK, 2021-02-26, 2021-02-26",
        "2021-03-31, 1, MONTH, 2021-02-28, 2021-02-26",
        "2021-02-22, 48, HOUR, 2021-02-20, 2021-02-19",
    })
    void a_term_before_an_event_is_counted_back_and_not_rolled(
            LocalDate event, int amount, Term.Unit unit, LocalDate dueOn, LocalDate workOn) {
        DueDay due = DueDay.beforeEvent(event, new Term(amount, unit, unit != Term.Unit.HOUR), calendar);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.workOn()).isEqualTo(workOn);
        assertThat(due.provisional()).isFalse();
    }

    @Test
    void a_term_before_an_event_of_a_year_without_a_table_is_provisional() {
        assertThat(DueDay.beforeEvent(LocalDate.of(2028, 1, 5), Term.workingDays(5), calendar)
                        .provisional())
                .isTrue();
        assertThat(DueDay.beforeEvent(LocalDate.of(2028, 1, 5), Term.calendarDays(10), calendar)
                        .provisional())
                .isFalse();
    }

    @Test
    void hours_end_on_a_day_and_do_not_roll() {
        DueDay due = DueDay.after(LocalDate.of(2021, 1, 22), Term.hours(24), calendar);

        assertThat(due.dueOn()).isEqualTo("2021-01-23");
        assertThat(due.workOn()).isEqualTo("2021-01-22");
        assertThatThrownBy(() -> Term.hours(36)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_named_last_day_stays_and_shows_the_working_day_before_it() {
        DueDay due = DueDay.on(LocalDate.of(2021, 1, 31), calendar);

        assertThat(due.dueOn()).isEqualTo("2021-01-31");
        assertThat(due.workOn()).isEqualTo("2021-01-29");
    }

    @Test
    void tells_skipped_days_and_make_up_workdays_of_a_term_in_working_days() {
        DueDay.Explanation explained = DueDay.after(LocalDate.of(2025, 4, 24), Term.workingDays(10), calendar)
                .explanation();

        assertThat(explained.steps().stream().map(step -> step.day() + " " + step.kind()))
                .containsExactly(
                        "2025-04-24 START",
                        "2025-04-26 MAKE_UP_WORKDAY",
                        "2025-04-27 NOT_COUNTED",
                        "2025-04-30 NOT_COUNTED",
                        "2025-05-01 NOT_COUNTED",
                        "2025-05-02 NOT_COUNTED",
                        "2025-05-03 NOT_COUNTED",
                        "2025-05-04 NOT_COUNTED",
                        "2025-05-10 NOT_COUNTED",
                        "2025-05-11 NOT_COUNTED",
                        "2025-05-12 TERM_END");
        assertThat(explained.steps().get(1).exchangedFor()).contains(LocalDate.of(2025, 5, 2));
    }

    @ParameterizedTest
    @CsvSource({
        // received, term in calendar days, due, provisional
        "2027-12-21, 10, 2027-12-31, false",
        "2027-12-22, 10, 2028-01-04, true", // 1 January is a Saturday, its substitute Monday
        "2028-01-14, 10, 2028-01-31, true", // over the lunar New Year expected from 24 to 28 January
    })
    void a_term_that_reaches_a_year_without_a_table_ends_on_a_provisional_day(
            LocalDate received, int days, LocalDate dueOn, boolean provisional) {
        DueDay due = DueDay.after(received, Term.calendarDays(days), calendar);

        assertThat(due.dueOn()).isEqualTo(dueOn);
        assertThat(due.provisional()).isEqualTo(provisional);
        assertThat(due.explanation().steps().stream().filter(step -> step.kind() == DueDay.Step.Kind.PROVISIONAL))
                .hasSize(provisional ? 1 : 0);
        assertThat(due.explanation().yearsWithoutTable()).isEqualTo(provisional ? List.of(2028) : List.of());
    }

    @Test
    void every_year_that_was_looked_at_counts() {
        assertThat(DueDay.after(LocalDate.of(2019, 12, 25), Term.workingDays(10), calendar)
                        .provisional())
                .isTrue();
        assertThat(DueDay.after(LocalDate.of(2019, 12, 25), Term.calendarDays(10), calendar)
                        .provisional())
                .isFalse();
        assertThat(DueDay.before(LocalDate.of(2020, 1, 2), true, calendar).provisional())
                .isFalse();
        // 1 January is a holiday: the last working day before it lies in 2019.
        assertThat(DueDay.on(LocalDate.of(2020, 1, 1), calendar).provisional()).isTrue();
        assertThat(DueDay.before(LocalDate.of(2201, 9, 30), false, calendar).dueOn())
                .isEqualTo(LocalDate.of(2201, 9, 29));
    }

    @Test
    void a_term_is_at_least_one_unit_long() {
        assertThatThrownBy(() -> Term.calendarDays(0)).hasMessageContaining("at least one");
        assertThat(Term.weeks(2).withoutRolling()).isEqualTo(new Term(2, Term.Unit.WEEK, false));
    }
}
