package vn.cchc.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.http.BilingualText;

class WorkingCalendarTest {

    private final WorkingCalendar calendar = ShippedTable.calendar();

    @ParameterizedTest
    @CsvSource({
        "2021-02-09, true",
        "2021-02-10, false", // Lunar New Year
        "2021-02-13, false", // and a Saturday
        "2021-02-17, true",
        "2021-05-03, false", // substitute for Saturday 1 May
        "2024-04-29, false", // exchanged
        "2024-05-04, true", // Saturday worked instead
        "2025-04-26, true",
        "2025-05-02, false",
        "2026-08-22, true",
        "2026-08-31, false",
        "2026-11-24, true", // only proposed
    })
    void knows_which_days_are_worked(LocalDate day, boolean worked) {
        assertThat(calendar.isWorkingDay(day)).isEqualTo(worked);
        assertThat(calendar.reasonOff(day).isEmpty()).isEqualTo(worked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-02-12 | Tết Âm lịch (cả ngày nghỉ bù) | Lunar New Year (with substitute days)",
                "2021-02-13 | Tết Âm lịch (cả ngày nghỉ bù) | Lunar New Year (with substitute days)",
                "2021-02-27 | thứ Bảy | Saturday",
                "2021-02-28 | Chủ nhật | Sunday",
                "2025-05-02 | nghỉ hoán đổi, làm bù thứ Bảy 26/04/2025 | exchanged for work on Saturday, 26 April 2025",
                "2027-09-03 | Quốc khánh, dự kiến, chưa công bố | National Day, expected, not announced",
            })
    void names_the_reason_of_a_day_off(LocalDate day, String vi, String en) {
        assertThat(calendar.reasonOff(day)).contains(BilingualText.of(vi, en));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-02, 2028, 91",
        "2027-10-03, 2028, 90",
        "2027-12-31, 2028, 1",
        "2028-01-01, 2028, 0",
        "2028-06-01, 2028, 0",
        "2021-01-05, 2028, 2552",
    })
    void knows_how_long_it_lasts(LocalDate today, int lacking, long daysLeft) {
        assertThat(calendar.firstYearWithoutTable(today.getYear())).isEqualTo(lacking);
        assertThat(calendar.daysLeft(today)).isEqualTo(daysLeft);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-09, 2021-02-09, 2021-02-09",
        "2021-02-10, 2021-02-17, 2021-02-09",
        "2021-02-28, 2021-03-01, 2021-02-26",
        "2025-04-26, 2025-04-26, 2025-04-26",
        "2026-08-30, 2026-09-03, 2026-08-28",
        "2020-12-31, 2020-12-31, 2020-12-31",
        "2021-01-01, 2021-01-04, 2020-12-31",
    })
    void finds_the_working_day_nearest(LocalDate day, LocalDate next, LocalDate previous) {
        assertThat(calendar.nextOrSameWorkingDay(day)).isEqualTo(next);
        assertThat(calendar.previousOrSameWorkingDay(day)).isEqualTo(previous);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-02-09, 0, 2021-02-09",
        "2021-02-10, 0, 2021-02-10",
        "2021-02-09, 1, 2021-02-17",
        "2021-02-13, 1, 2021-02-17",
        "2021-02-17, -1, 2021-02-09",
        "2025-04-25, 1, 2025-04-26",
        "2025-04-28, -1, 2025-04-26",
        "2021-02-05, 5, 2021-02-19",
    })
    void shifts_by_working_days(LocalDate day, int workingDays, LocalDate expected) {
        assertThat(calendar.shift(day, workingDays)).isEqualTo(expected);
    }

    @Test
    void a_year_without_a_table_has_the_days_off_that_are_proposed() {
        assertThat(calendar.covers(2027)).isTrue();
        assertThat(calendar.covers(2028)).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2028, 1, 4))).isTrue();
        assertThat(calendar.reasonOff(LocalDate.of(2028, 1, 26)))
                .contains(BilingualText.of(
                        "Tết Âm lịch, dự kiến, chưa công bố", "Lunar New Year, expected, not announced"));
        assertThat(calendar.shift(LocalDate.of(2027, 12, 31), 1)).isEqualTo(LocalDate.of(2028, 1, 4));
        assertThat(calendar.previousOrSameWorkingDay(LocalDate.of(2020, 1, 1))).isEqualTo(LocalDate.of(2019, 12, 31));
    }

    @Test
    void however_many_years_are_asked_for_the_answers_stay_right() {
        for (int year = 2100; year < 2600; year++) {
            assertThat(calendar.isWorkingDay(LocalDate.of(year, 9, 2))).isFalse();
        }
        assertThat(calendar.isWorkingDay(LocalDate.of(2599, 9, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2021, 2, 10))).isFalse();
    }

    @Test
    void refuses_a_table_that_contradicts_itself() {
        LocalDate saturday = LocalDate.of(2021, 5, 8);
        LocalDate friday = LocalDate.of(2021, 5, 7);
        CalendarTable.Confidence sure = CalendarTable.Confidence.HIGH;

        assertThatThrownBy(() -> new CalendarTable.Swap(saturday, saturday, "", sure))
                .hasMessageContaining("no weekday");
        assertThatThrownBy(() -> new CalendarTable.Swap(friday, friday, "", sure))
                .hasMessageContaining("no weekend day");
        assertThatThrownBy(() -> tableOf(2021, holidayOn(saturday), new CalendarTable.Swap(friday, saturday, "", sure)))
                .hasMessageContaining("also a day off");
        assertThatThrownBy(() -> tableOf(2022, holidayOn(friday))).hasMessageContaining("stands under the year 2022");
        assertThatThrownBy(() -> TableJson.read("{\"version\": \"x\", \"unknown\": 1}"))
                .hasMessageContaining("cannot be read");
    }

    private static CalendarTable.Holiday holidayOn(LocalDate day) {
        return new CalendarTable.Holiday(
                BilingualText.of("Lễ", "Feast"), List.of(day), "decision", CalendarTable.Confidence.HIGH);
    }

    private static CalendarTable tableOf(int year, CalendarTable.Holiday holiday, CalendarTable.Swap... swaps) {
        TreeMap<Integer, CalendarTable.Year> years = new TreeMap<>();
        years.put(year, new CalendarTable.Year(List.of(holiday), List.of(swaps), List.of()));
        return new CalendarTable("T", LocalDate.of(2021, 1, 1), years);
    }
}
