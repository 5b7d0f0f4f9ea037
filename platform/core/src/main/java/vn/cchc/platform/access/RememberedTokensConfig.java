package vn.cchc.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many verified tokens a service remembers, and how long. */
@ConfigMapping(prefix = "cchc.remembered-tokens")
public interface RememberedTokensConfig {

    /** So many at most; those used least give way. One takes about 5 kB. */
    @WithDefault("2000")
    long number();

    /** A signing key that its provider withdraws is trusted for this time at most; zero has each request verified. */
    @WithDefault("1m")
    Duration time();
}
