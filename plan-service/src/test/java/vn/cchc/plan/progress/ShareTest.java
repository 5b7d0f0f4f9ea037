package vn.cchc.plan.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

    @ParameterizedTest
    @CsvSource({"0, 3, 0.0", "1, 3, 33.3", "2, 3, 66.7", "3, 3, 100.0", "1, 8, 12.5", "1, 16, 6.3"})
    void is_a_percentage_with_one_decimal(int done, int of, BigDecimal percent) {
        assertThat(new Share(done, of).percent()).contains(percent);
    }

    @Test
    void of_nothing_is_no_percentage() {
        assertThat(new Share(0, 0).percent()).isEmpty();
        assertThat(Share.mean(List.of(new Share(0, 0)))).isEmpty();
        assertThat(Share.mean(List.of())).isEmpty();
    }

    @Test
    void a_mean_gives_each_task_the_same_weight_and_leaves_out_those_without_any() {
        var shares = List.of(new Share(12, 12), new Share(0, 1), new Share(1, 2), new Share(0, 0));

        assertThat(Share.mean(shares)).contains(new BigDecimal("50.0"));
    }

    @Test
    void a_mean_is_rounded_once() {
        var shares = List.of(new Share(1, 3), new Share(1, 3), new Share(1, 3));

        assertThat(Share.mean(shares)).contains(new BigDecimal("33.3"));
    }

    @Test
    void more_than_all_is_refused() {
        assertThatThrownBy(() -> new Share(2, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void lies_between_0_and_100(@ForAll @IntRange(max = 500) int a, @ForAll @IntRange(max = 500) int b) {
        Share share = new Share(Math.min(a, b), Math.max(a, b));

        share.percent().ifPresent(percent -> assertThat(percent).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100)));
    }
}
