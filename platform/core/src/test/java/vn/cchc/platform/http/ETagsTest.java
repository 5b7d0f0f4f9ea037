package vn.cchc.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ETagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "*", "\"2\", \"3\"", " \"3\" "})
    void the_current_version_passes(String ifMatch) {
        assertThatCode(() -> new IfMatch(ifMatch).require(3)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"33\"", "W/\"3\"", "\"1\", \"2\""})
    void another_version_is_412_and_tells_the_current_one(String ifMatch) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new IfMatch(ifMatch).require(3));

        assertThat(problem.getStatusCode()).isEqualTo(412);
        assertThat(problem.getParameters()).containsEntry("currentETag", "\"3\"");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void a_missing_condition_is_428(String ifMatch) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new IfMatch(ifMatch).require(3));

        assertThat(problem.getStatusCode()).isEqualTo(428);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "\"3", "x", "\"3\" \"4\""})
    void what_is_no_entity_tag_is_400(String ifMatch) {
        Problem problem = catchThrowableOfType(Problem.class, () -> new IfMatch(ifMatch).require(3));

        assertThat(problem.getStatusCode()).isEqualTo(400);
        assertThat(problem.faults()).extracting(FieldFault::field).containsExactly("If-Match");
    }

    @Test
    void a_tag_has_its_quotes() {
        assertThat(ETags.tag(12)).isEqualTo("\"12\"");
    }

    @ParameterizedTest
    @CsvSource({"1,1", "50,50", "200,200", "201,200", "100000,200"})
    void a_limit_that_is_too_large_is_coerced(int wanted, int given) {
        assertThat(PageLimit.of(wanted)).isEqualTo(given);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_limit_that_is_not_positive_is_400(int wanted) {
        Problem problem = catchThrowableOfType(Problem.class, () -> PageLimit.of(wanted));

        assertThat(problem.getStatusCode()).isEqualTo(400);
    }
}
