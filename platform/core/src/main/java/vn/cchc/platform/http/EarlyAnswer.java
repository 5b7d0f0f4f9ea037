package vn.cchc.platform.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Sends a problem response from a filter, in the format of those from resources. */
final class EarlyAnswer {

    /**
     * Filter priority, at most, to run after Quarkus' CORS filter (300): scripts of a portal can then read the
     * response.
     */
    static final int AFTER_CROSS_ORIGIN = 299;

    /** Maximum bytes of a request body that are drained, so that the connection remains reusable. */
    private static final long DROPPED = 1024 * 1024;

    /**
     * Delay in milliseconds before the connection is closed: closing with unread data would reset it, and the client
     * could lose the response.
     */
    private static final long TO_READ = 2_000;

    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

    private EarlyAnswer() {}

    static void send(Problem problem, RoutingContext exchange) {
        boolean goesOn = hasLittleLeft(exchange.request());
        if (goesOn) {
            // Quarkus has paused the request.
            exchange.request().resume();
        } else {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        Future<Void> sent = exchange.response()
                .setStatusCode(problem.getStatusCode())
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .end(new JsonObject()
                        .put("type", problem.getType().toString())
                        .put("status", problem.getStatusCode())
                        .put("title", Language.of(StandardWording.title(problem.getStatusCode()), exchange))
                        .put("detail", Language.of(problem.text(), exchange))
                        .encode());
        if (!goesOn) {
            // Vert.x does not close the connection because of the response header.
            sent.onComplete(any -> exchange.vertx()
                    .setTimer(TO_READ, timer -> exchange.request().connection().close()));
        }
    }

    /** Whether the rest of the body can be drained; a chunked body has no known length and may never end. */
    private static boolean hasLittleLeft(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : LENGTH.matcher(length).matches() && Long.parseLong(length) <= DROPPED;
    }
}
