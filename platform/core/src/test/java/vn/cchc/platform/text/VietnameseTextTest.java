package vn.cchc.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VietnameseTextTest {

    @ParameterizedTest
    @CsvSource({
        "Văn phòng – Thống kê, van phong - thong ke",
        "Văn phòng - Thống kê, van phong - thong ke",
        "ĐƯỜNG LIÊN THÔN, duong lien thon",
        "Đảng ủy, dang uy",
        "'  nhiều   khoảng\u00a0trắng ', nhieu khoang trang",
        "\u00d0ường \u0110ường \u0189ường, duong duong duong",
        "Đư\u00adờng Đư\u200bờng \u202eĐường, duong duong duong",
        "Đư\u0600ờng\u1680Đư\ufff9ờng\u0085Đư\udb40\udc41ờng, duong duong duong"
    })
    void folds_case_marks_dashes_and_spaces(String text, String folded) {
        assertThat(VietnameseText.fold(text)).isEqualTo(folded);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \t\n",
                "\u00a0\u2007\u3000",
                "\u200b\u2060\ufeff",
                "\u202e\u200f",
                "\u3164",
                "\uffa0\u115f",
                "\u2800",
                "\ufe0f",
                "\u034f",
                "\u0600\u0605\u06dd",
                "\u1680\u0085",
                "\ufff9\ufffa\ufffb",
                "\ufff0\u2065",
                "\udb40\udc00\udb40\udc7f"
            })
    void what_shows_nothing_is_invisible(String text) {
        assertThat(VietnameseText.isInvisible(text)).isTrue();
        assertThat(VietnameseText.strip(text)).isEmpty();
        assertThat(VietnameseText.line(text)).isEmpty();
        assertThat(VietnameseText.isInvisible(text + "ế" + text)).isFalse();
        assertThat(VietnameseText.strip(text + "ế" + text)).isEqualTo("ế");
    }

    @ParameterizedTest
    @CsvSource({"' Nguyễn\u00a0Văn\u200b  An\u202c ', Nguyễn Văn An", "Nguye\u0302\u0303n, Nguyễn", "'thôn\n 3', thôn 3"
    })
    void a_line_is_as_it_would_be_typed(String pasted, String typed) {
        assertThat(VietnameseText.line(pasted)).isEqualTo(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "5720-146-923-080, 5720146923080",
        "\u202a5720\u2011146\u00a0923\u2013080\u202c, 5720146923080",
        "\uff15\uff17 20.146, 5720146"
    })
    void a_code_is_read_however_it_is_grouped(String written, String code) {
        assertThat(VietnameseText.code(written)).isEqualTo(code);
    }

    @Test
    void composed_and_decomposed_text_are_one() {
        String composed = "Kiến nghị sửa đường Thượng Lộ";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);

        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(VietnameseText.nfc(decomposed)).isEqualTo(composed);
        assertThat(VietnameseText.fold(decomposed)).isEqualTo(VietnameseText.fold(composed));
    }

    /** DerivedCoreProperties: Default_Ignorable_Code_Point, which no pattern of Java knows. */
    private static final Pattern IGNORABLE = Pattern.compile(
            "[\\x{AD}\\x{34F}\\x{61C}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{202A}-\\x{202E}"
                    + "\\x{2060}-\\x{206F}\\x{3164}\\x{FE00}-\\x{FE0F}\\x{FEFF}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{1BCA0}-\\x{1BCA3}"
                    + "\\x{1D173}-\\x{1D17A}\\x{E0000}-\\x{E0FFF}]");

    private static boolean isIgnorable(int point) {
        return IGNORABLE.matcher(Character.toString(point)).matches();
    }

    /** By the Unicode of the Java that runs, which may have assigned a character that the table lacks. */
    private static boolean isSpaceControlOrFormat(int point) {
        return Character.isWhitespace(point)
                || Character.isSpaceChar(point)
                || Character.getType(point) == Character.CONTROL
                || Character.getType(point) == Character.FORMAT;
    }

    @Test
    void spaces_controls_format_and_ignorable_characters_show_nothing_and_hide_no_match() {
        assertThat(points(point -> isSpaceControlOrFormat(point) || isIgnorable(point)))
                .hasSizeGreaterThan(4096)
                .allSatisfy(point -> {
                    String shown = Character.toString(point);
                    assertThat(VietnameseText.isInvisible(shown)).isTrue();
                    assertThat(VietnameseText.line(shown)).isEmpty();
                    assertThat(VietnameseText.fold("a" + shown + "b"))
                            .isEqualTo(VietnameseText.isSpace(point) ? "a b" : "ab");
                });
    }

    @Test
    void nothing_else_shows_nothing() {
        assertThat(points(VietnameseText::isInvisible))
                .filteredOn(point -> !isSpaceControlOrFormat(point) && !isIgnorable(point))
                // An older Java does not know all format characters of Unicode 16 yet.
                .filteredOn(point -> Character.getType(point) != Character.UNASSIGNED)
                .containsExactly(0x2800);
    }

    private static List<Integer> points(IntPredicate which) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(which)
                .boxed()
                .toList();
    }

    /** The definition, word for word, as patterns; slow, and so used here alone. */
    private static String foldByPatterns(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .replaceAll("[\\p{M}\\p{Cf}\\p{Cc}\\u3164\\u1160]+", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[đðɖ]", "d")
                .replaceAll("[\\u2010-\\u2015\\u2212]", "-")
                .replaceAll(" +", " ")
                .strip();
    }

    @Property
    void folds_as_defined(@ForAll("written") String text) {
        assertThat(VietnameseText.fold(text)).isEqualTo(foldByPatterns(text));
    }

    @Provide
    Arbitrary<String> written() {
        Arbitrary<String> words = Arbitraries.of(
                "Đường", "\u00d0iện", "\u0189iện", "phố", "ỦY BAN", "Thượng Lộ", "5.1.2", "𝒳", "İ", "ǅ");
        Arbitrary<String> between = Arbitraries.of(
                " ", "  ", "\t", "\n", "\u00a0", "\u200b", "\u00ad", "\u3164", "–", "\u2212", "\u0301", "");
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
