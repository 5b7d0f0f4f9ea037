package vn.cchc.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers a request that does not reach a resource, as a resource would. */
final class EarlyAnswer {

    private EarlyAnswer() {}

    static void send(Problem problem, RoutingContext exchange) {
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
