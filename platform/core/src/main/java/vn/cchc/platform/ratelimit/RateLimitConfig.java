package vn.cchc.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** Rate limits of public operations by client address and replica; the key is the name in {@link RateLimited}. */
@ConfigMapping(prefix = "cchc.rate-limits")
public interface RateLimitConfig {

    @WithParentName
    Map<String, Limit> limits();

    interface Limit {

        /** Bucket capacity, refilled over {@link #per()}. */
        @WithDefault("30")
        int permits();

        /** Time to refill the whole bucket. */
        @WithDefault("1m")
        Duration per();
    }
}
