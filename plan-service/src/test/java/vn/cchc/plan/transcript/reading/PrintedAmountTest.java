package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PrintedAmountTest {

    private static String printed(String cell, Long dong, MoneyUnit ofColumn) {
        return PrintedAmount.of(cell, dong, Optional.ofNullable(ofColumn));
    }

    @Test
    void an_amount_in_another_unit_is_kept_with_the_unit_of_its_cell_or_column() {
        assertThat(printed("12,9 triệu", 12_900_000L, null)).isEqualTo("12,9 triệu");
        assertThat(printed("12,9", 12_900_000L, MoneyUnit.MILLION)).isEqualTo("12,9 (triệu đồng)");
        assertThat(printed("3.960", 3_960_000L, MoneyUnit.THOUSAND)).isEqualTo("3.960 (nghìn đồng)");
        assertThat(printed("12,9 triệu", 12_900_000L, MoneyUnit.DONG)).isEqualTo("12,9 triệu");
    }

    @Test
    void an_amount_in_doubt_is_kept() {
        assertThat(printed("1.200", null, MoneyUnit.MILLION)).isEqualTo("1.200 (triệu đồng)");
        assertThat(printed("theo dự toán", null, MoneyUnit.MILLION)).isEqualTo("theo dự toán");
        assertThat(printed("500 | 000", null, MoneyUnit.UNCLEAR)).isEqualTo("500 ; 000");
    }

    @Test
    void an_amount_of_dong_says_no_more_than_was_read() {
        assertThat(printed("3.960.000", 3_960_000L, null)).isNull();
        assertThat(printed("3960000 đồng", 3_960_000L, MoneyUnit.DONG)).isNull();
        assertThat(printed("0", 0L, MoneyUnit.MILLION)).isNull();
        assertThat(printed("-", null, MoneyUnit.MILLION)).isNull();
        assertThat(printed("", null, MoneyUnit.MILLION)).isNull();
    }
}
