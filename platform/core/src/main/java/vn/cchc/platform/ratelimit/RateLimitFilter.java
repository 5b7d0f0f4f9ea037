package vn.cchc.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ResourceInfo;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.http.Problem;

/** Applies {@link RateLimited}. Buckets are kept per replica: a limit against floods, not an exact quota. */
class RateLimitFilter {

    /** Enough for the clients of a province in a quarter of an hour; beyond, the least recently seen are forgotten. */
    private static final int MOST_CLIENTS = 100_000;

    private final RateLimitConfig config;
    private final SecurityIdentity identity;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    RateLimitFilter(RateLimitConfig config, SecurityIdentity identity) {
        this.config = config;
        this.identity = identity;
    }

    @RateLimited("")
    @ServerRequestFilter
    public void limit(ResourceInfo resource, HttpServerRequest request) {
        String name = Optional.ofNullable(resource.getResourceMethod().getAnnotation(RateLimited.class))
                .orElseGet(() -> resource.getResourceClass().getAnnotation(RateLimited.class))
                .value();
        RateLimitConfig.Limit limit = config.limits().get(name);
        if (limit == null || !identity.isAnonymous()) {
            return;
        }
        String client = name + ' ' + request.remoteAddress().hostAddress();
        var probe = buckets.get(client, key -> bucket(limit)).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            throw Problem.tooManyRequests(TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        }
    }

    private static Bucket bucket(RateLimitConfig.Limit limit) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit.permits()).refillGreedy(limit.permits(), limit.per()))
                .build();
    }
}
