package vn.cchc.platform.production;

import java.util.List;
import java.util.Set;

/** Business time is that of the machine. */
final class TrainingClockRule implements ProductionRule {

    private static final String ENABLED = "cchc.training-clock.enabled";

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        return settings.get(ENABLED).filter("true"::equalsIgnoreCase).isPresent()
                ? List.of(new Fault(
                        ENABLED,
                        "must not be true: business time is movable under " + String.join(", ", Profiles.TRAINING)
                                + " alone"))
                : List.of();
    }
}
