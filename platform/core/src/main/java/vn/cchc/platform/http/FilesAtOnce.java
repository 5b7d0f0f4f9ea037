package vn.cchc.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.access.CurrentCaller;

/** How many files each caller is sending or fetching at the moment: one person's do not crowd out everybody else's. */
@ApplicationScoped
class FilesAtOnce {

    private static final long RETRY_AFTER_SECONDS = 5;

    private final CurrentCaller caller;
    private final int most;
    private final Map<Owner, Integer> underWay = new ConcurrentHashMap<>();

    private record Owner(String issuer, String subject) {}

    FilesAtOnce(CurrentCaller caller, RequestBodyConfig config) {
        this.caller = caller;
        this.most = config.filesPerCaller();
    }

    /**
     * Counts one more until the exchange ends.
     *
     * @throws Problem 429 when the caller has too many under way
     */
    void count(RoutingContext exchange) {
        Caller who = caller.get();
        Owner owner = new Owner(who.issuer(), who.subject());
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

    private void end(Owner owner) {
        underWay.computeIfPresent(owner, (same, count) -> count == 1 ? null : count - 1);
    }
}
