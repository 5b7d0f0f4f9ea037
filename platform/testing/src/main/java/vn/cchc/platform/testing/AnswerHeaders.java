package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;

/** What every answer tells caches and browsers. */
public final class AnswerHeaders {

    private AnswerHeaders() {}

    /**
     * No cache may keep the answer.
     *
     * @param vary the request headers that it depends on, in the order of the alphabet
     */
    public static void assertNotKept(Response answer, int status, String... vary) {
        assertKept(answer, status, "no-store", vary);
    }

    /** Caches may keep the answer as {@code cacheControl} says. */
    public static void assertKept(Response answer, int status, String cacheControl, String... vary) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(cacheControl);
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().getValues("Vary"))
                .isEqualTo(vary.length == 0 ? List.of() : List.of(String.join(", ", vary)));
    }
}
