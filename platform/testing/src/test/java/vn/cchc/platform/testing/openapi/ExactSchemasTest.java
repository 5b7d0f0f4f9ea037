package vn.cchc.platform.testing.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cchc.platform.text.VietnameseText;

class ExactSchemasTest {

    @Test
    void a_text_fits_the_documented_pattern_where_it_shows_something() {
        Pattern visible = Pattern.compile(ExactSchemas.VISIBLE);

        int[] otherwise = IntStream.rangeClosed(1, Character.MAX_VALUE)
                .filter(point -> Character.getType(point) != Character.SURROGATE)
                .filter(point -> visible.matcher(Character.toString(point)).find()
                        == VietnameseText.isInvisible(Character.toString(point)))
                .toArray();

        assertThat(otherwise).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\n a \n', true", "'\u00A0\u3164đ\u3164', true", "'\u00A0\u3164\n\u200B', false", "'', false"})
    void a_text_of_many_lines_shows_something_where_one_character_does(String text, boolean shows) {
        assertThat(Pattern.compile(ExactSchemas.VISIBLE).matcher(text).matches())
                .isEqualTo(shows);
    }
}
