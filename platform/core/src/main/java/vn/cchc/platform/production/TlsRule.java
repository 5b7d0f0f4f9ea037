package vn.cchc.platform.production;

import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * TLS configurations of Quarkus, the default one ({@code quarkus.tls.*}) and named ones ({@code quarkus.tls.<name>.*}): none may
 * accept every certificate, or that of another host.
 */
final class TlsRule implements ProductionRule {

    /** Names in environment variable form, which covers properties with quoted names and variables alike. */
    private static final Pattern TRUST = Pattern.compile("QUARKUS_TLS_(.+_)?TRUST_ALL");

    private static final Pattern HOST_NAMES = Pattern.compile("QUARKUS_TLS_(.+_)?HOSTNAME_VERIFICATION_ALGORITHM");

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        // An environment variable is listed as itself and as the property SmallRye maps it to; report it once.
        return settings.names().stream()
                .filter(name -> isInsecure(settings, name))
                .sorted()
                .collect(Collectors.toMap(Fault::variable, name -> name, (first, again) -> first, TreeMap::new))
                .values()
                .stream()
                .map(name -> Fault.insecure(name, "certificates and host names must be verified"))
                .toList();
    }

    private static boolean isInsecure(Settings settings, String name) {
        String variable = Fault.variable(name);
        // SmallRye accepts several spellings of true: 1, yes, on …
        if (TRUST.matcher(variable).matches()) {
            return settings.get(name)
                    .filter(value -> !value.equalsIgnoreCase("false"))
                    .isPresent();
        }
        return HOST_NAMES.matcher(variable).matches()
                && settings.get(name).filter("none"::equalsIgnoreCase).isPresent();
    }
}
