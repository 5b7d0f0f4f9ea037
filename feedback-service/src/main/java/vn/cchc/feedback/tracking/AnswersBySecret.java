package vn.cchc.feedback.tracking;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import vn.cchc.platform.http.Vary;

/** Adds {@code Vary} on the secret to every response about a tracked feedback, errors included. */
@ApplicationScoped
class AnswersBySecret {

    /** After the platform has found the address readable, and before its filters that may abort the request. */
    private static final int EARLY = 298;

    void vary(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    if (exchange.normalizedPath().startsWith("/api/v1/tracking/")) {
                        Vary.by(exchange, "Tracking-Secret");
                    }
                    exchange.next();
                },
                EARLY);
    }
}
