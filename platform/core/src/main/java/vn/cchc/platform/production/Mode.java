package vn.cchc.platform.production;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a process of the program does. */
public enum Mode {
    /** Serves requests and events, until it is stopped. The default. */
    SERVE,

    /**
     * Migrates the database and ends: with exit status 0, or with another one and the reason in the log. It serves no HTTP and
     * starts neither relay nor listener nor timers.
     */
    MIGRATE;

    public static final String PROPERTY = "cchc.mode";

    /** Absent when the configuration names an unknown mode. */
    static Optional<Mode> of(Settings settings) {
        String name = settings.get(PROPERTY).orElseGet(SERVE::toString);
        return Arrays.stream(values())
                .filter(mode -> mode.toString().equals(name))
                .findFirst();
    }

    static List<Fault> faults(Settings settings) {
        return of(settings).isPresent()
                ? List.of()
                : List.of(new Fault(
                        PROPERTY,
                        "must be one of "
                                + Arrays.stream(values()).map(Mode::toString).collect(Collectors.joining(", "))));
    }

    /** As it is written in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
