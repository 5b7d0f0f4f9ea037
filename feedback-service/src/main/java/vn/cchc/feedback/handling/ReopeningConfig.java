package vn.cchc.feedback.handling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configuration of reopening. */
@ConfigMapping(prefix = "cchc.reopening")
interface ReopeningConfig {

    /** Whether feedback may be reopened now; false while replicas run that cannot read a reopened one. */
    @WithDefault("true")
    boolean allowed();
}
