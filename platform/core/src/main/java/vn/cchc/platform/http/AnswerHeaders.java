package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Default headers of every response, from a resource, Quarkus or a filter: {@code no-store}, unless a success sets its
 * own caching, and {@code nosniff}.
 */
@ApplicationScoped
class AnswerHeaders {

    /** Runs before any handler that may respond. */
    private static final int FIRST = Integer.MAX_VALUE;

    private static final int FIRST_ERROR = 400;

    private final boolean crossOrigin;

    AnswerHeaders(@ConfigProperty(name = "quarkus.http.cors.enabled") boolean crossOrigin) {
        this.crossOrigin = crossOrigin;
    }

    void complete(@Observes Filters filters) {
        filters.register(
                exchange -> {
                    if (crossOrigin) {
                        // Quarkus echoes the origin in the response, but does not set Vary.
                        Vary.by(exchange, "Origin");
                    }
                    exchange.addHeadersEndHandler(sent -> complete(exchange));
                    exchange.next();
                },
                FIRST);
    }

    private static void complete(RoutingContext exchange) {
        MultiMap headers = exchange.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        if (!headers.contains(HttpHeaders.CACHE_CONTROL) || exchange.response().getStatusCode() >= FIRST_ERROR) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        Vary.write(exchange);
    }
}
