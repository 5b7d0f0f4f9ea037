package vn.cchc.feedback.handling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configuration of letters of apology. */
@ConfigMapping(prefix = "cchc.apologies")
interface ApologyConfig {

    /** Whether letters may be released now; false while replicas run that cannot read the history of such a case. */
    @WithDefault("true")
    boolean allowed();
}
