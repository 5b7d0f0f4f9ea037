package vn.cchc.platform.production;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The database: address, user and password, over TLS with a verified certificate and host name. */
final class DatabaseRule implements ProductionRule {

    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final String USER = "quarkus.datasource.username";
    private static final String PASSWORD = "quarkus.datasource.password";

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        List<Fault> faults = new ArrayList<>();
        Optional<String> url = settings.get(URL);
        if (url.isEmpty()) {
            faults.add(Fault.missing(URL, "the address of this service's own database, with sslmode=verify-full"));
        } else if (!allowed.contains(Plaintext.DATABASE)) {
            insecurity(url.get()).ifPresent(reason -> faults.add(Fault.insecure(URL, reason)));
        }
        if (settings.get(USER).isEmpty()) {
            faults.add(Fault.missing(USER, "the user of the database"));
        }
        // A client certificate (sslkey) authenticates without a password.
        if (settings.get(PASSWORD).isEmpty()
                && url.filter(address -> !values(address, "sslkey").isEmpty()).isEmpty()) {
            faults.add(Fault.missing(PASSWORD, "the password of the user of the database"));
        }
        return faults;
    }

    /** Parameters of the pgjdbc driver in the address: connections outside the pool have no others. */
    private static Optional<String> insecurity(String url) {
        List<String> modes = values(url, "sslmode");
        if (modes.isEmpty() || !modes.stream().allMatch("verify-full"::equals)) {
            return Optional.of("sslmode=verify-full must be among its parameters");
        }
        if (values(url, "sslfactory").stream().anyMatch(factory -> factory.contains("NonValidating"))) {
            return Optional.of("its sslfactory accepts every certificate");
        }
        if (!values(url, "sslhostnameverifier").isEmpty()) {
            return Optional.of("it replaces the verification of the host name (sslhostnameverifier)");
        }
        return Optional.empty();
    }

    private static List<String> values(String url, String parameter) {
        int query = url.indexOf('?');
        return query < 0
                ? List.of()
                : Arrays.stream(url.substring(query + 1).split("&", -1))
                        .filter(pair -> pair.startsWith(parameter + "="))
                        .map(pair -> pair.substring(parameter.length() + 1))
                        .toList();
    }
}
