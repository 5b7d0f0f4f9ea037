package vn.cchc.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request that does not reach a resource, as a resource would. */
final class EarlyAnswer {

    /** A filter of this or a lower priority comes after Quarkus' CORS filter (300): scripts of a portal can read what it answers. */
    static final int AFTER_CROSS_ORIGIN = 299;

    private EarlyAnswer() {}

    static void send(Problem problem, RoutingContext exchange) {
        if (!exchange.response().headers().contains(HttpHeaders.CONNECTION)) {
            // Where the connection goes on, the rest of the body is dropped: Quarkus has paused the request.
            exchange.request().resume();
        }
        exchange.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("status", problem.getStatusCode())
                        .put("title", Language.of(StandardWording.title(problem.getStatusCode()), exchange))
                        .put("detail", Language.of(problem.text(), exchange))
                        .encode());
    }
}
