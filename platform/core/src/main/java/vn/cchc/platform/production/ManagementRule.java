package vn.cchc.platform.production;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Health and metrics answer without a sign-in: on a port of their own, which no gateway leads to. */
final class ManagementRule implements ProductionRule {

    private static final String PORT = "quarkus.management.port";
    private static final String API_PORT = "quarkus.http.port";

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        Optional<String> port = settings.get(PORT);
        return port.isPresent() && port.equals(settings.get(API_PORT))
                ? List.of(Fault.insecure(PORT, "it must be another port than that of the API (" + API_PORT + ")"))
                : List.of();
    }
}
