package vn.cchc.platform.http;

import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/**
 * The end of a request: its work is done, and its answer was handed over or its caller has gone. Work goes on when the caller
 * has gone: on a bad line, the request may be the one that is never sent again.
 */
final class RequestEnd {

    private RequestEnd() {}

    /** To be called on the event loop, while the request is matched to its resource. The effect takes place once. */
    static void then(RoutingContext exchange, Runnable effect) {
        // Of a caller who has gone already, Vert.x tells nothing more.
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
