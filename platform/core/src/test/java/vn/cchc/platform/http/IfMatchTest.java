package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    private static final Pattern DOCUMENTED = Pattern.compile(IfMatch.PATTERN);

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "\"3\"", "\"2-3\"", "W/\"1\", \"3\"", "\"1\",\"3\"", "\"1\" \t,  \"3\"", "\"\", \"3\""})
    void what_the_document_allows_is_read(String tags) {
        assertThat(DOCUMENTED.matcher(tags).find()).isTrue();
        assertThat(new IfMatch(tags).matches(3)).isEqualTo(!tags.contains("2-3"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3",
                "\"3",
                "3\"",
                "\"3\",",
                ",\"3\"",
                "\"1\",,\"3\"",
                "\"1\" \"3\"",
                "\"1,2\"",
                "w/\"3\"",
                "W/ \"3\"",
                "*, \"3\"",
                "\"3\"*",
                "\"a b\""
            })
    void what_the_document_does_not_allow_is_malformed(String tags) {
        assertThat(DOCUMENTED.matcher(tags).find()).isFalse();
        assertThatThrownBy(() -> new IfMatch(tags).require(3))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.getStatusCode())
                        .isEqualTo(400));
    }
}
