package vn.cchc.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;

/** Assertions on the cache and security headers of every response. */
public final class AnswerHeaders {

    private AnswerHeaders() {}

    /**
     * Asserts that no cache may store the response.
     *
     * @param vary expected {@code Vary} headers, in alphabetical order
     */
    public static void assertNotKept(Response answer, int status, String... vary) {
        assertKept(answer, status, "no-store", vary);
    }

    /** Asserts that caches may store the response as {@code cacheControl} says. */
    public static void assertKept(Response answer, int status, String cacheControl, String... vary) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().getValues("Cache-Control")).containsExactly(cacheControl);
        assertThat(answer.headers().getValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.headers().getValues("Vary"))
                .isEqualTo(vary.length == 0 ? List.of() : List.of(String.join(", ", vary)));
    }
}
