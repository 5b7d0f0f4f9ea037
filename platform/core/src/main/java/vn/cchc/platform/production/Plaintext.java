package vn.cchc.platform.production;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A peer with which a trial may communicate without TLS, if its operator says so by name. */
public enum Plaintext {
    DATABASE,
    BROKER,
    ISSUER;

    /** Names of peers, separated by commas; none by default. */
    public static final String PROPERTY = "cchc.production.allow-plaintext";

    /** Those that the configuration names; unknown names are {@link #faults}. */
    static Set<Plaintext> allowed(Settings settings) {
        Set<Plaintext> allowed = EnumSet.noneOf(Plaintext.class);
        names(settings).forEach(name -> named(name).ifPresent(allowed::add));
        return allowed;
    }

    static List<Fault> faults(Settings settings) {
        String known = Arrays.stream(values()).map(Plaintext::toString).collect(Collectors.joining(", "));
        return names(settings).stream()
                .filter(name -> named(name).isEmpty())
                .map(name -> new Fault(PROPERTY, "has the unknown name " + name + "; known are " + known))
                .toList();
    }

    private static List<String> names(Settings settings) {
        return settings.get(PROPERTY).stream()
                .flatMap(list -> Arrays.stream(list.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static Optional<Plaintext> named(String name) {
        return Arrays.stream(values())
                .filter(peer -> peer.toString().equals(name))
                .findFirst();
    }

    /** As it is written in the configuration. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
