package vn.cchc.feedback.page;

import io.quarkus.qute.TemplateInstance;

/** A page as HTML, and how the request that it answers has ended. */
public record RenderedPage(Outcome outcome, String html) {

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
        return new RenderedPage(outcome, page.render());
    }

    /** Of the answer. */
    public int status() {
        return outcome.status;
    }
}
