package vn.cchc.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Configuration of intake. */
@ConfigMapping(prefix = "cchc.intake")
public interface IntakeConfig {

    /** Maximum age of an arrival at entry; an earlier one is rejected as a typing error. */
    @WithDefault("P365D")
    Period oldestArrival();
}
