package vn.cchc.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    /** The definition, word for word, as patterns; slow, and so used here alone. */
    private static String foldByPatterns(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT)
                .replace('đ', 'd')
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll("[\\s\\u00A0\\u200B]+", " ")
                .strip();
    }

    @Property
    void folds_as_defined(@ForAll("written") String text) {
        assertThat(VietnameseText.fold(text)).isEqualTo(foldByPatterns(text));
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> words = Arbitraries.of("Đường", "phố", "ỦY BAN", "Thượng Lộ", "5.1.2", "𝒳", "İ", "ǅ");
        Arbitrary<String> between =
                Arbitraries.of(" ", "  ", "\t", "\n", "\u00a0", "\u200b", "–", "\u2212", "\u0301", "");
        return Combinators.combine(
                        words.list().ofMaxSize(6), between.list().ofSize(8), Arbitraries.of(Normalizer.Form.values()))
                .as((written, gaps, form) -> {
                    StringBuilder text = new StringBuilder(gaps.get(7));
                    for (int i = 0; i < written.size(); i++) {
                        text.append(written.get(i)).append(gaps.get(i));
                    }
                    return Normalizer.normalize(text, form);
                });
    }
}
