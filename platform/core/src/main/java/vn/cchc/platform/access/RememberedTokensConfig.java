package vn.cchc.platform.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How many verified tokens a service remembers, and how long. */
@ConfigMapping(prefix = "cchc.remembered-tokens")
public interface RememberedTokensConfig {

    /** Maximum entries; the least recently used are evicted. An entry takes about 5 kB. */
    @WithDefault("2000")
    long number();

    /**
     * Maximum time a token is trusted after its provider has withdrawn the signing key; zero verifies every request.
     */
    @WithDefault("1m")
    Duration time();
}
