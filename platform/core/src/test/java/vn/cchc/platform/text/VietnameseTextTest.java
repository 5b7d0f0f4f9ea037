package vn.cchc.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VietnameseTextTest {

    @ParameterizedTest
    @CsvSource({
        "Văn phòng – Thống kê, van phong - thong ke",
        "Văn phòng - Thống kê, van phong - thong ke",
        "ĐƯỜNG LIÊN THÔN, duong lien thon",
        "Đảng ủy, dang uy",
        "'  nhiều   khoảng\u00a0trắng ', nhieu khoang trang"
    })
    void folds_case_marks_dashes_and_spaces(String text, String folded) {
        assertThat(VietnameseText.fold(text)).isEqualTo(folded);
    }

    @Test
    void composed_and_decomposed_text_are_one() {
        String composed = "Kiến nghị sửa đường Thượng Lộ";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(VietnameseText.nfc(decomposed)).isEqualTo(composed);
        assertThat(VietnameseText.fold(decomposed)).isEqualTo(VietnameseText.fold(composed));
    }
}
