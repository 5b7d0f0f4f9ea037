package vn.cchc.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProposedYearTest {

    /** Since the Labour Code of 2019 is in force (1 January 2021), exchanged workdays apart. */
    @ParameterizedTest
    @ValueSource(ints = {2021, 2022, 2023, 2024, 2025, 2026})
    void proposes_what_was_decided(int year) {
        CalendarTable.Year decided = ShippedTable.calendar().table().years().get(year);

        assertThat(daysOff(ProposedYear.of(year))).isEqualTo(daysOff(decided));
    }

    @Test
    void proposes_the_next_year_that_no_table_covers() {
        assertThat(daysOff(ProposedYear.of(2028)))
                .containsExactly(
                        LocalDate.of(2028, 1, 1), // a Saturday
                        LocalDate.of(2028, 1, 3), // its substitute
                        LocalDate.of(2028, 1, 24),
                        LocalDate.of(2028, 1, 25),
                        LocalDate.of(2028, 1, 26), // the first day of the lunar year
                        LocalDate.of(2028, 1, 27),
                        LocalDate.of(2028, 1, 28),
                        LocalDate.of(2028, 4, 4), // the 10th of the third lunar month
                        LocalDate.of(2028, 4, 30), // a Sunday
                        LocalDate.of(2028, 5, 1),
                        LocalDate.of(2028, 5, 2), // its substitute
                        LocalDate.of(2028, 9, 1),
                        LocalDate.of(2028, 9, 2), // a Saturday
                        LocalDate.of(2028, 9, 4)); // its substitute
        assertThat(ProposedYear.of(2028).holidays().stream()
                        .filter(holiday -> holiday.confidence() == CalendarTable.Confidence.HIGH)
                        .flatMap(holiday -> holiday.dates().stream()))
                .as("fixed by law")
                .containsExactly(
                        LocalDate.of(2028, 1, 1),
                        LocalDate.of(2028, 4, 30),
                        LocalDate.of(2028, 5, 1),
                        LocalDate.of(2028, 9, 2));
    }

    /** Beyond the computed lunar calendar the fixed days remain. */
    @ParameterizedTest
    @ValueSource(ints = {1, 1500, 2201, 3500, 9999})
    void proposes_the_fixed_days_of_any_year(int year) {
        assertThat(daysOff(ProposedYear.of(year)))
                .contains(LocalDate.of(year, 1, 1), LocalDate.of(year, 4, 30), LocalDate.of(year, 9, 2));
    }

    private static Set<LocalDate> daysOff(CalendarTable.Year year) {
        Set<LocalDate> days = new TreeSet<>();
        year.holidays().forEach(holiday -> days.addAll(holiday.dates()));
        return days;
    }
}
