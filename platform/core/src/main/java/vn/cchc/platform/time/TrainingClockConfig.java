package vn.cchc.platform.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.OffsetDateTime;
import java.util.Optional;

/** The training clock offsets business time from system time; for training, demonstration and tests only. */
@ConfigMapping(prefix = "cchc.training-clock")
public interface TrainingClockConfig {

    /** Whether business time may be set at {@code /local/training-clock}. A service refuses to start with it under
     * another profile than {@code dev}, {@code test} or {@code local}. */
    @WithDefault("false")
    boolean enabled();

    /**
     * Business time at the first start on an empty database, before a day is marked; system time if absent. Later
     * starts continue with the stored offset.
     */
    Optional<OffsetDateTime> initial();
}
