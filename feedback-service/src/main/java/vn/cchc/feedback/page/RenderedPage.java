package vn.cchc.feedback.page;

import io.quarkus.qute.TemplateInstance;
import java.util.Map;
import vn.cchc.platform.http.Problem;

/**
 * A page as HTML, and how the request that it answers has ended.
 *
 * @param headers of the answer, as {@code Retry-After}
 */
public record RenderedPage(Outcome outcome, String html, Map<String, Object> headers) {

    public RenderedPage {
        headers = Map.copyOf(headers);
    }

    /** How a request has ended, with the status of its answer (RFC 9110). */
    public enum Outcome {
        DONE(200),
        UNREADABLE(400),
        NOT_FOUND(404),
        NOT_POSSIBLE(409),
        INVALID(422),
        TOO_MANY(429);

        private final int status;

        Outcome(int status) {
            this.status = status;
        }
    }

    public static RenderedPage of(Outcome outcome, TemplateInstance page) {
        return new RenderedPage(outcome, page.render(), Map.of());
    }

    /** A page that tells of a problem, with the headers of that. */
    public static RenderedPage of(Outcome outcome, TemplateInstance page, Problem told) {
        return new RenderedPage(outcome, page.render(), told.getHeaders());
    }

    /** Of the answer. */
    public int status() {
        return outcome.status;
    }
}
