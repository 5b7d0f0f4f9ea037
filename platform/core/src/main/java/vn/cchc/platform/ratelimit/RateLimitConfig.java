package vn.cchc.platform.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.time.Duration;
import java.util.Map;

/** How often one client address may call public operations of one replica, by the name in {@link RateLimited}. */
@ConfigMapping(prefix = "cchc.rate-limits")
public interface RateLimitConfig {

    @WithParentName
    Map<String, Limit> limits();

    /** A limit. */
    interface Limit {

        /** Calls allowed at once, and refilled over {@link #per()}. */
        @WithDefault("30")
        int permits();

        /** The time over which they are refilled. */
        @WithDefault("1m")
        Duration per();
    }
}
