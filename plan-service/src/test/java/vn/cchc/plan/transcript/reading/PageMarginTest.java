package vn.cchc.plan.transcript.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageMarginTest {

    private static final Head HEAD = new Head(
            "57/KH-UBND",
            "Thực hiện công tác cải cách hành chính năm 2021",
            "UBND xã Thượng Lộ",
            null,
            LocalDate.of(2020, 12, 24),
            2021,
            null);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2",
                "- 3 -",
                "Trang 2/15",
                "Page 2 of 15",
                "Kế hoạch số 57/KH-UBND",
                "KẾ HOẠCH THỰC HIỆN CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2021 – Trang 4",
                "ỦY BAN NHÂN DÂN XÃ THƯỢNG LỘ",
                "UBND xã Thượng Lộ | 57/KH-UBND | 2"
            })
    void the_head_and_the_number_of_the_page_are_said_already(String text) {
        assertThat(PageMargin.saysMore(text, HEAD)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MẬT",
                "Tài liệu lưu hành nội bộ",
                "Kế hoạch số 58/KH-HĐND",
                "Dự thảo lần 2",
                "57/KH-UBND – Tổng kinh phí 35 triệu đồng"
            })
    void anything_else_is_listed(String text) {
        assertThat(PageMargin.saysMore(text, HEAD)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57/KH-UBND", "UBND xã Thượng Lộ"})
    void what_the_head_lacks_is_listed(String text) {
        assertThat(PageMargin.saysMore(text, new Head(null, null, null, null, null, null, null)))
                .isTrue();
    }
}
