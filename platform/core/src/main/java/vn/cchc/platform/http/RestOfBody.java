package vn.cchc.platform.http;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** The rest of the body of a request that is refused before it was read whole. */
final class RestOfBody {

    /** Cancels the rest of a stream without reporting an error (RFC 9113, 8.1). */
    private static final long NO_ERROR = 0;

    private RestOfBody() {}

    /**
     * Ends the stream, or the connection, after the response.
     *
     * @param linger how long further data is discarded before the connection is closed
     */
    static void discard(RoutingContext exchange, Duration linger) {
        if (exchange.request().version() == HttpVersion.HTTP_2) {
            exchange.addBodyEndHandler(answered -> exchange.response().reset(NO_ERROR));
        } else {
            exchange.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            exchange.addBodyEndHandler(answered -> closeAfter(exchange, linger));
        }
    }

    private static void closeAfter(RoutingContext exchange, Duration linger) {
        HttpServerRequest request = exchange.request();
        if (!request.isEnded() && !exchange.response().closed()) {
            exchange.vertx()
                    .setTimer(linger.toMillis(), timer -> request.connection().close());
            request.resume();
        } else {
            request.connection().close();
        }
    }
}
