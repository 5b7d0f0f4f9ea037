package vn.cchc.platform.http;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.regex.Pattern;

/** Answers a request that does not reach a resource, as a resource would. */
final class EarlyAnswer {

    /** A filter of this or a lower priority comes after Quarkus' CORS filter (300): scripts of a portal can read what it answers. */
    static final int AFTER_CROSS_ORIGIN = 299;

    /** What is left of a body is dropped up to this many bytes, so that the connection can go on. */
    private static final long DROPPED = 1024 * 1024;

    /** Milliseconds for the caller to read the answer: what is closed with content unread takes the answer with it. */
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
            // Vert.x does not close by the header of an answer.
            sent.onComplete(any -> exchange.vertx()
                    .setTimer(TO_READ, timer -> exchange.request().connection().close()));
        }
    }

    /** Content in chunks may never end. */
    private static boolean hasLittleLeft(HttpServerRequest request) {
        String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? !request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
                : LENGTH.matcher(length).matches() && Long.parseLong(length) <= DROPPED;
    }
}
