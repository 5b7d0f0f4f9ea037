package vn.cchc.platform.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What prevents a start, all at once.
 *
 * @param faults of the configuration; empty when the service may start
 * @param plaintext the peers without TLS that the configuration allows in production
 */
public record StartCheck(List<Fault> faults, Set<Plaintext> plaintext) {

    /** What a migration needs, and a service as well. */
    private static final List<ProductionRule> OF_THE_DATABASE = List.of(new DatabaseRule(), new TrainingClockRule());

    /** What only a service needs. */
    private static final List<ProductionRule> OF_A_SERVICE = List.of(new BrokerRule(), new IssuerRule(), new TlsRule(), new ManagementRule());

    /**
     * Profiles other than those for training are strict.
     *
     * @param profiles the active ones
     * @param own the rules of this service
     */
    public static StartCheck of(Settings settings, List<String> profiles, List<ProductionRule> own) {
        List<Fault> faults = new ArrayList<>(MountedFolders.faults(settings));
        faults.addAll(Mode.faults(settings));
        if (Profiles.areForTraining(profiles)) {
            return new StartCheck(List.copyOf(faults), Set.of());
        }
        Set<Plaintext> allowed = Plaintext.allowed(settings);
        faults.addAll(Plaintext.faults(settings));
        rules(settings, own).forEach(rule -> faults.addAll(rule.faults(settings, allowed)));
        return new StartCheck(List.copyOf(faults), Set.copyOf(allowed));
    }

    private static Stream<ProductionRule> rules(Settings settings, List<ProductionRule> own) {
        return Mode.of(settings).filter(mode -> mode == Mode.MIGRATE).isPresent()
                ? OF_THE_DATABASE.stream()
                : Stream.of(OF_THE_DATABASE, OF_A_SERVICE, own).flatMap(List::stream);
    }
}
