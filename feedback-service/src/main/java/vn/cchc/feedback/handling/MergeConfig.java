package vn.cchc.feedback.handling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configuration of merges. */
@ConfigMapping(prefix = "cchc.merges")
interface MergeConfig {

    /** Whether cases may be merged now; false while replicas run that cannot read the history of such a case. */
    @WithDefault("true")
    boolean allowed();
}
