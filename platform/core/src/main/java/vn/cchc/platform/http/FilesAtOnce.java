package vn.cchc.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** How many files each caller is sending or fetching at the moment: one person's do not crowd out everybody else's. */
@ApplicationScoped
class FilesAtOnce {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final KeyOwner caller;
    private final int most;
    private final Map<List<String>, Integer> underWay = new ConcurrentHashMap<>();

    FilesAtOnce(KeyOwner caller, RequestBodyConfig config) {
        this.caller = caller;
        this.most = config.filesPerCaller();
    }

    /**
     * Counts one more until the exchange ends.
     *
     * @throws Problem 429 when the caller has too many under way
     */
    void count(RoutingContext exchange) {
        List<String> owner = caller.owner();
        if (underWay.merge(owner, 1, Integer::sum) > most) {
            end(owner);
            throw Problem.tooManyRequests(RETRY_AFTER_SECONDS);
        }
        // An exchange may be told to have ended more than once.
        AtomicBoolean counted = new AtomicBoolean(true);
        exchange.addEndHandler(ended -> {
            if (counted.getAndSet(false)) {
                end(owner);
            }
        });
    }

    private void end(List<String> owner) {
        underWay.computeIfPresent(owner, (same, count) -> count == 1 ? null : count - 1);
    }
}
