package vn.cchc.platform.http;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Applies {@link ConcurrencyLimit}, after the caller's right was checked and before anything of a body is read. */
class ConcurrencyLimitFilter {

    private static final int PRIORITY = 1150;
    private static final long RETRY_AFTER_SECONDS = 5;

    private final RequestOwner owner;
    private final Map<Calls, Integer> underWay = new ConcurrentHashMap<>();

    private record Calls(List<String> owner, String operation) {}

    ConcurrencyLimitFilter(RequestOwner owner) {
        this.owner = owner;
    }

    @ConcurrencyLimit(0)
    @ServerRequestFilter(nonBlocking = true, priority = PRIORITY)
    public void count(ResourceInfo resource, RoutingContext exchange) {
        int most = resource.getResourceMethod()
                .getAnnotation(ConcurrencyLimit.class)
                .value();
        Calls calls = new Calls(owner.of(exchange), resource.getResourceMethod().toString());
        if (underWay.merge(calls, 1, Integer::sum) > most) {
            end(calls);
            throw Problem.tooManyRequests(RETRY_AFTER_SECONDS);
        }
        RequestEnd.then(exchange, () -> end(calls));
    }

    private void end(Calls calls) {
        underWay.computeIfPresent(calls, (same, count) -> count == 1 ? null : count - 1);
    }
}
