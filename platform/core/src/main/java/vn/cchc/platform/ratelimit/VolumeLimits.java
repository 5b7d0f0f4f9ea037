package vn.cchc.platform.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import vn.cchc.platform.http.Problem;

/**
 * Limits of the bytes that a client address sends, per replica: flood protection, not an exact quota. {@code permits} of
 * {@code cchc.rate-limits.<name>} are bytes. A request in progress is never interrupted: what exceeds the limit delays the
 * next one.
 */
@ApplicationScoped
public class VolumeLimits {

    /** As many as {@link RateLimitFilter} has. */
    private static final int MOST_CLIENTS = 100_000;

    private final RateLimitConfig config;
    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CLIENTS)
            .expireAfterAccess(Duration.ofMinutes(15))
            .build();

    VolumeLimits(RateLimitConfig config) {
        this.config = config;
    }

    /**
     * Requires that the client may send more now.
     *
     * @param client its address as counted by {@link vn.cchc.platform.http.ClientAddress}
     * @throws Problem 429 with the time until it may
     */
    public void require(String name, String client) {
        Bucket bucket = of(name, client);
        if (bucket == null) {
            return;
        }
        var probe = bucket.estimateAbilityToConsume(1);
        if (!probe.canBeConsumed()) {
            throw Problem.tooManyRequests(TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
        }
    }

    /** Counts bytes that the client has sent. */
    public void count(String name, String client, long bytes) {
        Bucket bucket = of(name, client);
        if (bucket != null) {
            bucket.consumeIgnoringRateLimits(bytes);
        }
    }

    /** Null where there is no such limit. */
    private Bucket of(String name, String client) {
        RateLimitConfig.Limit limit = config.limits().get(name);
        return limit == null ? null : buckets.get(name + ' ' + client, key -> RateLimitFilter.bucket(limit));
    }
}
