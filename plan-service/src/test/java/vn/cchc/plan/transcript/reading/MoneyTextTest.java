package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTextTest {

    private static MoneyText.Reading read(String text, String heading) {
        return MoneyText.of(text).read(MoneyUnit.in(heading), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.960.000|Kinh phí (đồng)|3960000",
                "3,960,000|Kinh phí (đồng)|3960000",
                "3 960 000|Kinh phí (đồng)|3960000",
                "3960000|Kinh phí (VNĐ)|3960000",
                "3.960.000 đ|Kinh phí|3960000",
                "3.960.000đ.|Kinh phí|3960000",
                "12,9|Kinh phí (triệu đồng)|12900000",
                "12,90|ĐVT: triệu đồng|12900000",
                "0,5|Dự toán (tr.đ)|500000",
                "0,125|Dự toán (tr.đ)|125000",
                "12|Dự toán (trđ)|12000000",
                "1.250,5|Kinh phí hoạt động (triệu đồng)|1250500000",
                "12,9 triệu|Kinh phí|12900000",
                "12,9 tr.đ|Kinh phí|12900000",
                "5 triệu đồng|Kinh phí (đồng)|5000000",
                "3.960.000 đồng|Kinh phí (triệu đồng)|3960000",
                "500|Kinh phí (nghìn đồng)|500000",
                "12.000|Kinh phí (1.000 đồng)|12000000",
                "12.000|Kinh phí (1000đ)|12000000",
                "12.000|Kinh phí (ng.đ)|12000000",
                "12.000|Kinh phí (1.000 VNĐ)|12000000",
                "12.000|Kinh phí nghìn đồng|12000000",
                "12|Kinh phí (ĐVT: 1.000.000 đồng)|12000000",
                "12,5|Kinh phí (triệu VNĐ)|12500000",
                "1,5|Kinh phí (tỷ VNĐ)|1500000000",
                "12|Kinh phí hợp đồng (triệu đồng)|12000000",
                "9999|Kinh phí (triệu đồng)|9999000000",
                "500.000|Kinh phí (đồng Việt Nam)|500000",
                "500 ngàn|Kinh phí|500000",
                "1,2 tỷ|Kinh phí|1200000000",
                "1,5 tỷ đồng|Kinh phí|1500000000",
                "0|Kinh phí|0",
            })
    void an_amount_is_read_in_whole_dong(String text, String heading, long amount) {
        assertThat(read(text, heading).amount()).isEqualTo(amount);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12.9|Kinh phí (triệu đồng)",
                "12.9 triệu|Kinh phí",
                "1.200|Kinh phí (triệu đồng)",
                "1,200|Kinh phí (triệu đồng)",
                "3.960.000|Kinh phí (triệu đồng)",
                "3.960.000|Kinh phí (nghìn đồng)",
                "12,500|Kinh phí (nghìn đồng)",
                "12,9|Kinh phí (đồng)",
                "1.500|Kinh phí (tỷ VNĐ)",
                "1.200|Kinh phí (ĐVT: 1.000.000 đồng)",
                "500.000|Kinh phí (100 đồng)",
                "500.000|Kinh phí (trăm nghìn đồng)",
                "500.000|Kinh phí (triệu USD)",
                "500.000|Kinh phí đồng",
                "500.000|Kinh phí (đồng), (triệu đồng)",
                "500000|Kinh phí (triệu đồng)",
                "10000|Kinh phí (triệu đồng)",
                "3960000|Kinh phí (nghìn đồng)",
                "500|Kinh phí (đồng)",
                "1.23.456|Kinh phí (đồng)",
                "012.000|Kinh phí (đồng)",
                "1.000.000|Kinh phí (tỷ đồng)",
                "9.999.999.999.999.999.999|Kinh phí (đồng)",
            })
    void an_amount_that_may_be_another_is_in_doubt(String text, String heading) {
        assertThat(read(text, heading).amount()).isNull();
        assertThat(read(text, heading).doubt()).isEqualTo(Doubt.Code.AMOUNT_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"12.900.000", "12,9", "500", "720.000"})
    void an_amount_without_a_unit_is_in_doubt(String text) {
        assertThat(read(text, "Kinh phí hoạt động").doubt()).isEqualTo(Doubt.Code.AMOUNT_WITHOUT_UNIT);
    }

    @Test
    void an_amount_without_a_unit_is_in_doubt_whatever_stands_in_other_cells() {
        assertThat(MoneyText.of("12.900.000").isPlainlyDong()).isTrue();
        assertThat(MoneyText.of("720.000").isPlainlyDong()).isFalse();
        for (String text : List.of("720.000", "12.900", "12,9", "12.900.000")) {
            assertThat(MoneyText.of(text).read(Optional.empty(), true).doubt())
                    .isEqualTo(Doubt.Code.AMOUNT_WITHOUT_UNIT);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Theo thực tế",
                "Ngân sách xã",
                "50-100",
                "50 - 100 triệu",
                "5 triệu + 3 triệu",
                "02 cuộc x 500.000",
                "Khoảng 5 triệu",
                "10%",
                "5.000.000/tháng",
                "-",
                ""
            })
    void what_is_no_single_amount_is_none(String text) {
        MoneyText.Reading reading = read(text, "Kinh phí (đồng)");

        assertThat(reading.amount()).isNull();
        assertThat(reading.doubt()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-5.000.000", "– 500.000", "≤ 500.000", "> 500.000", "~500.000", "(500.000)", "+ 500.000"})
    void an_amount_behind_a_sign_is_in_doubt(String text) {
        assertThat(read(text, "Kinh phí (đồng)").amount()).isNull();
        assertThat(read(text, "Kinh phí (đồng)").doubt()).isEqualTo(Doubt.Code.AMOUNT_AMBIGUOUS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kinh phí hoạt động",
                "Tỷ lệ",
                "Kinh phí huy động",
                "Kinh phí hợp đồng",
                "Hội đồng",
                "Cộng đồng",
                "Thực hiện đồng bộ",
                "Đồng chí phụ trách"
            })
    void other_words_are_no_units(String heading) {
        assertThat(MoneyUnit.in(heading)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Đơn vị tính: triệu đồng|MILLION",
                "(ĐVT: nghìn đồng)|THOUSAND",
                "Đơn vị: đồng|DONG",
                "Đơn vị tính: 1.000 đ.|THOUSAND",
                "Đơn vị chủ trì: Văn phòng Hội đồng nhân dân|",
                "Đơn vị thực hiện: tổ công tác một trăm triệu|",
                "Đơn vị triệu đồng|",
                "Đơn vị: Ban triệu đồng|",
            })
    void a_line_of_a_unit_names_nothing_else(String line, MoneyUnit unit) {
        assertThat(UnitLine.in(line)).isEqualTo(Optional.ofNullable(unit));
    }
}
