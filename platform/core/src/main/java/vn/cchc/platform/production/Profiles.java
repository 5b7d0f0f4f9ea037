package vn.cchc.platform.production;

import java.util.List;

/** What a configuration profile is for, by its name. */
public final class Profiles {

    /** Quarkus' own for development and tests, and that of the launcher. */
    public static final List<String> TRAINING = List.of("dev", "test", "local");

    private Profiles() {}

    /** What is not known to be for training is taken for production, whatever it is called there. */
    public static boolean areForTraining(List<String> profiles) {
        return !profiles.isEmpty() && TRAINING.containsAll(profiles);
    }
}
