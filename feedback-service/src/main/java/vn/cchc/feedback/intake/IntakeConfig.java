package vn.cchc.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/** Taking feedback in. */
@ConfigMapping(prefix = "cchc.intake")
public interface IntakeConfig {

    /** How long ago a feedback may have arrived that is entered now; earlier is taken for a slip of the pen. */
    @WithDefault("P365D")
    Period oldestArrival();
}
