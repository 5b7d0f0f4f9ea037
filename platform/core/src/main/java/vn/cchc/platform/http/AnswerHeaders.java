package vn.cchc.platform.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * What every answer says, whoever makes it, a resource, Quarkus or a filter: no cache may keep it, unless it is a success that
 * says otherwise, and nobody may guess another media type.
 */
@ApplicationScoped
class AnswerHeaders {

    /** Before whatever may answer. */
    private static final int FIRST = Integer.MAX_VALUE;

    private static final int FIRST_ERROR = 400;

    void complete(@Observes Filters filters) {
        filters.register(
                exchange -> {
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
