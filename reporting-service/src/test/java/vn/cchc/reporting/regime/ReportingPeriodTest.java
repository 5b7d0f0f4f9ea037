package vn.cchc.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2021-Q1, quý I năm 2021",
        "2021-H1, 6 tháng đầu năm 2021",
        "2021-Q3, quý III năm 2021",
        "2021-Y1, năm 2021 (lần 01)",
        "2021-Y2, năm 2021 (lần 02)",
        "2021, năm 2021",
    })
    void a_period_has_the_name_that_staff_call_it(String code, String label) {
        assertThat(ReportingPeriod.of(code)).hasValueSatisfying(period -> {
            assertThat(period.label()).isEqualTo(label);
            assertThat(period.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2021-Q5", "21-Q1", "2021-q1", "2021Q1", "2021-YEAR"})
    void anything_else_is_no_period(String code) {
        assertThat(ReportingPeriod.of(code)).isEmpty();
    }
}
