package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I. MỤC TIÊU|ROMAN|1|I|MỤC TIÊU",
                "1. Mục tiêu|NUMBER|1|1|Mục tiêu",
                "1.Mục tiêu|NUMBER|1|1|Mục tiêu",
                "1/ Mục tiêu|NUMBER|1|1|Mục tiêu",
                "1.1. Ban hành|NUMBER|2|1.1|Ban hành",
                "1.1 Ban hành|NUMBER|2|1.1|Ban hành",
                "1.1.Ban hành|NUMBER|2|1.1|Ban hành",
                "1.2 tỷ lệ hồ sơ|NUMBER|2|1.2|tỷ lệ hồ sơ",
                "V/ Tổ chức thực hiện|ROMAN|1|V|Tổ chức thực hiện",
                "I.1.a) Rà soát|NUMBER|3|I.1.a)|Rà soát",
                "1) Rà soát|BRACKETED|1|1)|Rà soát",
                "(1) Rà soát|BRACKETED|1|(1)|Rà soát",
                "a) Chỉ tiêu|LETTER|1|a)|Chỉ tiêu",
                "đ) Chỉ tiêu|LETTER|1|đ)|Chỉ tiêu",
                "A. CẢI CÁCH|CAPITAL|1|A|CẢI CÁCH",
                "- Rà soát|DASH|1|-|Rà soát",
                "–Rà soát|DASH|1|–|Rà soát",
                "+ Rà soát|PLUS|1|+|Rà soát",
                "* Chỉ tiêu|BULLET|1|*|Chỉ tiêu",
            })
    void a_mark_is_told_from_its_text(String text, Mark.Kind kind, int depth, String code, String rest) {
        assertThat(Mark.typed(text)).isEqualTo(new Mark(kind, depth, code, rest));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100% hồ sơ đúng hạn",
                "1.000 hồ sơ",
                "60 % thủ tục",
                "TM. ỦY BAN NHÂN DÂN",
                "Quý I. Báo cáo",
                "-5% so với năm trước",
                "31/12/2021 hoàn thành",
                "CB, CC không sử dụng thư điện tử công cộng",
                "2.500.000 đồng",
                "V/v triển khai công tác cải cách hành chính",
                "V.v triển khai",
                "B/c kết quả",
                "a/ Rà soát",
                "1/Mục tiêu",
                "3.5 triệu hồ sơ",
                "1.5 tỷ đồng",
                "99.5 % hồ sơ",
                "2.5 km đường",
                "2021. Kế hoạch"
            })
    void a_figure_or_a_word_is_no_mark(String text) {
        assertThat(Mark.typed(text).kind()).isEqualTo(Mark.Kind.NONE);
    }
}
