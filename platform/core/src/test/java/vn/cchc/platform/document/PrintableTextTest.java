package vn.cchc.platform.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PrintableTextTest {

    @Test
    void a_text_of_the_letters_of_vietnamese_needs_no_other_font() {
        PrintableText text = PrintableText.of("Đèn đường thôn 3 hỏng – đề nghị “sửa” ngay…");

        assertThat(text.text()).isEqualTo("Đèn đường thôn 3 hỏng – đề nghị “sửa” ngay…");
        assertThat(text.fonts()).isEmpty();
        assertThat(text.unprintable()).isEmpty();
    }

    @Test
    void what_the_font_lacks_comes_from_another_that_has_it() {
        PrintableText text = PrintableText.of("✓ ⇒ 🧿 中");

        assertThat(text.text()).isEqualTo("✓ ⇒ 🧿 中");
        assertThat(text.fonts()).contains(FallbackFont.EMOJI, FallbackFont.HAN);
        assertThat(PrintableText.fallback('A')).isEmpty();
        assertThat(PrintableText.fallback(0x1F9FF)).contains(FallbackFont.EMOJI);
    }

    @Test
    void what_no_font_has_stands_as_its_code_point() {
        PrintableText text = PrintableText.of("dấu \uf0fc, \u05d0");

        assertThat(text.text()).isEqualTo("dấu [U+F0FC], [U+05D0]");
        assertThat(text.unprintable()).containsExactly(0x5D0, 0xF0FC);
        assertThat(PrintableText.unprintable(Stream.of("dấu \uf0fc", "\u05d0"))).containsExactly(0x5D0, 0xF0FC);
    }

    @Test
    void what_shows_nothing_is_left_out_and_every_space_is_one() {
        assertThat(PrintableText.of("hợp\u00adtác\u2003xã\u000bxong\u202f!").text())
                .isEqualTo("hợptác xã xong\u00a0!");
    }

    @Test
    void each_face_of_the_font_is_there() {
        for (TextFont face : TextFont.values()) {
            assertThat(face.glyphs().get('ệ')).as(face.name()).isTrue();
        }
    }
}
