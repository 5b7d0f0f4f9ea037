package vn.cchc.platform.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The broker: addresses, TLS with a verified host name, and authentication by SCRAM or a client certificate. */
final class BrokerRule implements ProductionRule {

    private static final String SERVERS = "kafka.bootstrap.servers";
    private static final String PROTOCOL = "kafka.security.protocol";
    private static final String MECHANISM = "kafka.sasl.mechanism";
    private static final String CREDENTIALS = "kafka.sasl.jaas.config";
    private static final String HOST_NAMES = "kafka.ssl.endpoint.identification.algorithm";

    /** A key store as a file, or the key as text (PEM). */
    private static final List<String> CLIENT_KEYS = List.of("kafka.ssl.keystore.location", "kafka.ssl.keystore.key");

    private static final Set<String> MECHANISMS = Set.of("SCRAM-SHA-512", "SCRAM-SHA-256");

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        List<Fault> faults = new ArrayList<>();
        if (settings.get(SERVERS).isEmpty()) {
            faults.add(Fault.missing(SERVERS, "the addresses of the broker, host:port, separated by commas"));
        }
        if (!allowed.contains(Plaintext.BROKER)) {
            addProtocol(settings, faults);
        }
        return faults;
    }

    private static void addProtocol(Settings settings, List<Fault> faults) {
        Optional<String> protocol = settings.get(PROTOCOL);
        if (protocol.isEmpty()) {
            faults.add(Fault.missing(PROTOCOL, "SASL_SSL, or SSL with a client certificate"));
            return;
        }
        switch (protocol.get()) {
            case "SASL_SSL" -> addCredentials(settings, faults);
            case "SSL" -> {
                if (CLIENT_KEYS.stream().allMatch(key -> settings.get(key).isEmpty())) {
                    faults.add(Fault.missing(CLIENT_KEYS.get(0), "with SSL the client authenticates by a certificate"));
                }
            }
            default -> faults.add(Fault.insecure(PROTOCOL, "it must be SASL_SSL or SSL"));
        }
        // Absent, it is https; blank, Kafka verifies no host name.
        if (settings.raw(HOST_NAMES).filter(name -> !name.equals("https")).isPresent()) {
            faults.add(Fault.insecure(HOST_NAMES, "it must be https, or not set"));
        }
    }

    private static void addCredentials(Settings settings, List<Fault> faults) {
        Optional<String> mechanism = settings.get(MECHANISM);
        if (mechanism.isEmpty()) {
            faults.add(Fault.missing(MECHANISM, "SCRAM-SHA-512 or SCRAM-SHA-256"));
        } else if (!MECHANISMS.contains(mechanism.get())) {
            faults.add(Fault.insecure(MECHANISM, "it must be SCRAM-SHA-512 or SCRAM-SHA-256"));
        }
        if (settings.get(CREDENTIALS).isEmpty()) {
            faults.add(Fault.missing(
                    CREDENTIALS, "org.apache.kafka.common.security.scram.ScramLoginModule with user and password"));
        }
    }
}
