package vn.cchc.feedback.intake;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;

/** Configuration of intake. */
@ConfigMapping(prefix = "cchc.intake")
public interface IntakeConfig {

    /** Maximum age of an arrival at entry; an earlier one is rejected as a typing error. */
    @WithDefault("P365D")
    Period oldestArrival();

    /** What citizens may hand in under one phone number, or one email address where they give no number; over all replicas. */
    Allowance contact();

    interface Allowance {

        /** How many at once; one more is allowed each time that this part of {@link #per()} has passed. At least 1. */
        @WithDefault("20")
        @Min(1)
        int permits();

        /** Time in which the whole allowance comes back. */
        @WithDefault("24h")
        Duration per();
    }
}
