package vn.cchc.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayOfYearTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 12, 15, 2021, 2020-12-15",
        "0, 3, 20, 2021, 2021-03-20",
        "1, 1, 5, 2021, 2022-01-05",
        // The last day of a month.
        "0, 2, 31, 2021, 2021-02-28",
        "0, 2, 31, 2024, 2024-02-29",
        "0, 6, 31, 2024, 2024-06-30",
    })
    void its_anchor_is_the_year_of_the_period(int years, int month, int day, int year, LocalDate expected) {
        assertThat(new DayOfYear(years, month, day).in(year)).isEqualTo(expected);
    }
}
