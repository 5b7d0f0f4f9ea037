package vn.cchc.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.http.ClientAddress;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.http.PublicFor;
import vn.cchc.platform.http.Vary;

/** Applies {@link RateLimited} with token buckets per replica: flood protection, not an exact quota. */
class RateLimitFilter {

    /**
     * Maximum buckets; the least recently used are evicted. Enough for the clients of a province in a quarter of an
     * hour.
     */
    private static final int MOST_CLIENTS = 100_000;

    /** Before the body is read. */
    private static final int EARLY = 1100;

    private final RateLimitConfig config;
    private final CurrentCaller caller;
    private final ClientAddress clientAddress;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    RateLimitFilter(RateLimitConfig config, CurrentCaller caller, ClientAddress clientAddress) {
        this.config = config;
        this.caller = caller;
        this.clientAddress = clientAddress;
    }

    /** Runs on the event loop, so that a flood occupies no worker. A token without a known role counts as anonymous. */
    @RateLimited("")
    @ServerRequestFilter(nonBlocking = true, priority = EARLY)
    public void limit(ResourceInfo resource, RoutingContext exchange) {
        boolean shared = resource.getResourceMethod().isAnnotationPresent(PublicFor.class);
        if (!shared) {
            Vary.by(exchange, "Authorization");
        }
        String name = Optional.ofNullable(resource.getResourceMethod().getAnnotation(RateLimited.class))
                .orElseGet(() -> resource.getResourceClass().getAnnotation(RateLimited.class))
                .value();
        RateLimitConfig.Limit limit = config.limits().get(name);
        if (limit == null || !caller.get().isCitizen()) {
            return;
        }
        String client = name + ' ' + clientAddress.of(exchange.request());
        var probe = buckets.get(client, key -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        long wait = probe.isConsumed() ? 0 : TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1;
        // A cache would repeat to everybody what is left to one client; a refusal is kept by none.
        if (!shared || !probe.isConsumed()) {
            // draft-ietf-httpapi-ratelimit-headers
            MultiMap headers = exchange.response().headers();
            headers.set(
                    "RateLimit-Policy",
                    "\"%s\";q=%d;w=%d"
                            .formatted(name, limit.permits(), limit.per().toSeconds()));
            headers.set(
                    "RateLimit",
                    "\"%s\";r=%d;t=%d"
                            .formatted(
                                    name,
                                    probe.getRemainingTokens(),
                                    wait == 0 ? limit.per().toSeconds() : wait));
        }
        if (!probe.isConsumed()) {
            throw Problem.tooManyRequests(wait);
        }
    }

    static Bucket bucket(RateLimitConfig.Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.permits()).refillGreedy(limit.permits(), limit.per()))
                .build();
    }
}
