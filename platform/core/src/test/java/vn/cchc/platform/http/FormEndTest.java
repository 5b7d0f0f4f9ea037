package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.buffer.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormEndTest {

    private static boolean isReached(String contentType, String... parts) {
        FormEnd end = FormEnd.of(contentType);
        for (String part : parts) {
            end.look(Buffer.buffer(part));
        }
        return end.isReached();
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=part, true",
        "multipart/form-data; boundary=\"part\", true",
        "multipart/form-data; charset=UTF-8; boundary=part, true",
        "multipart/form-data; boundary=other, false",
        "multipart/form-data, false"
    })
    void the_boundary_is_that_of_the_media_type(String contentType, boolean reached) {
        assertThat(isReached(contentType, "--part\r\n…\r\n--part--\r\n")).isEqualTo(reached);
    }

    @Test
    void a_form_that_is_cut_off_has_not_come_to_its_end() {
        assertThat(isReached("multipart/form-data; boundary=part", "--part\r\n…\r\n--part-"))
                .isFalse();
        assertThat(isReached("multipart/form-data; boundary=part")).isFalse();
    }

    @Test
    void the_delimiter_may_come_in_pieces_and_after_much_else() {
        assertThat(isReached("multipart/form-data; boundary=part", "x".repeat(100_000), "\r\n--pa", "rt-", "-", "\r\n"))
                .isTrue();
    }

    @Test
    void a_delimiter_in_the_midst_is_not_the_end() {
        assertThat(isReached("multipart/form-data; boundary=part", "--part--" + "x".repeat(300)))
                .isFalse();
    }
}
