package vn.cchc.bench.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.bench.item.Goal.Verdict;

class GoalTest {
    @ParameterizedTest
    @CsvSource({"0.29, BELOW", "0.30, PASS", "0.44, PASS", "0.45, TARGET", "0.60, STRETCH", "2, STRETCH"})
    void of_a_share_more_is_better(double figure, Verdict verdict) {
        assertThat(new Goal(0.30, 0.45, 0.60).verdict(figure)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @CsvSource({"21, BELOW", "20, PASS", "10, TARGET", "5, STRETCH", "1, STRETCH"})
    void of_a_time_less_is_better(double figure, Verdict verdict) {
        assertThat(new Goal(20, 10, 5).verdict(figure)).isEqualTo(verdict);
    }
}
