package vn.cchc.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * The end of a request: its work is done, and its response was written or the client has disconnected. Work continues
 * after a disconnect: the client may never resend.
 */
final class RequestEnd {

    private RequestEnd() {}

    /** Call on the event loop, while the request is matched to its resource. The effect runs once. */
    static void then(RoutingContext exchange, Runnable effect) {
        // Vert.x reports no further events of a client that has already disconnected.
        AtomicInteger open = new AtomicInteger(exchange.response().closed() ? 1 : 2);
        Runnable over = () -> {
            if (open.decrementAndGet() == 0) {
                effect.run();
            }
        };
        exchange.addEndHandler(ended -> over.run());
        CurrentRequestManager.get().registerCompletionCallback(failure -> over.run());
    }
}
