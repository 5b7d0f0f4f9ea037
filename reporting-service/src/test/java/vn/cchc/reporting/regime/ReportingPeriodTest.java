package vn.cchc.reporting.regime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportingPeriodTest {

    private static final PeriodKinds KINDS = new PeriodKinds(List.of(
            new PeriodKind("Q1", "quý I năm {year}"),
            new PeriodKind("Y1", "năm {year} (lần 01)"),
            new PeriodKind("YEAR", "năm {year}")));

    @ParameterizedTest
    @CsvSource({
        "2021-Q1, quý I năm 2021",
        "2021-Y1, năm 2021 (lần 01)",
        "2026, năm 2026",
    })
    void a_period_has_the_name_that_staff_call_it(String code, String label) {
        assertThat(KINDS.period(code)).hasValueSatisfying(period -> {
            assertThat(period.label()).isEqualTo(label);
            assertThat(period.code()).isEqualTo(code);
        });
        assertThat(KINDS.label(code)).isEqualTo(label);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2021-Q5", "21-Q1", "2021-q1", "2021Q1", "2021-YEAR", "2021-"})
    void anything_else_is_no_period_and_called_by_its_code(String code) {
        assertThat(KINDS.period(code)).isEmpty();
        assertThat(KINDS.label(code)).isEqualTo(code);
    }
}
