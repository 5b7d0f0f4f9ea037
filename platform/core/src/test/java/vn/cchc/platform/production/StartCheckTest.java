package vn.cchc.platform.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartCheckTest {

    private static final String URL = "quarkus.datasource.jdbc.url";

    private final Map<String, String> settings = new HashMap<>(Map.ofEntries(
            Map.entry(URL, "jdbc:postgresql://db.example/plan?sslmode=verify-full&sslrootcert=/etc/ca.crt"),
            Map.entry("quarkus.datasource.username", "plan"),
            Map.entry("quarkus.datasource.password", "secret"),
            Map.entry("kafka.bootstrap.servers", "kafka.example:9093"),
            Map.entry("kafka.security.protocol", "SASL_SSL"),
            Map.entry("kafka.sasl.mechanism", "SCRAM-SHA-512"),
            Map.entry("kafka.sasl.jaas.config", "…ScramLoginModule required username=\"plan\" password=\"secret\";"),
            Map.entry("quarkus.oidc.auth-server-url", "https://identity.example/realms/cchc"),
            Map.entry("quarkus.oidc.token.audience", "cchc"),
            Map.entry("quarkus.http.port", "8080")));

    @Test
    void a_complete_configuration_starts() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void everything_that_is_missing_is_told_at_once_by_variable_and_property() {
        settings.clear();

        assertThat(faults())
                .extracting(Fault::property)
                .containsExactly(
                        URL,
                        "quarkus.datasource.username",
                        "quarkus.datasource.password",
                        "kafka.bootstrap.servers",
                        "kafka.security.protocol",
                        "quarkus.oidc.auth-server-url",
                        "quarkus.oidc.token.audience");
        assertThat(faults().get(0).line())
                .startsWith("QUARKUS_DATASOURCE_JDBC_URL (quarkus.datasource.jdbc.url) is missing: ");
    }

    @Test
    void a_blank_value_is_missing() {
        settings.put("quarkus.datasource.password", "  ");

        assertThat(faults()).extracting(Fault::property).containsExactly("quarkus.datasource.password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:postgresql://db.example/plan",
                "jdbc:postgresql://db.example/plan?sslmode=require",
                "jdbc:postgresql://db.example/plan?sslmode=verify-ca",
                "jdbc:postgresql://db.example/plan?sslmode=verify-full&sslmode=disable",
                "jdbc:postgresql://db.example/plan?xsslmode=verify-full",
                "jdbc:postgresql://db.example/plan?sslmode=verify-full&sslfactory=org.postgresql.ssl.NonValidatingFactory",
                "jdbc:postgresql://db.example/plan?sslmode=verify-full&sslhostnameverifier=my.Own"
            })
    void a_database_whose_certificate_and_name_are_not_verified_is_refused(String url) {
        settings.put(URL, url);

        assertThat(faults()).extracting(Fault::property).containsExactly(URL);
    }

    @Test
    void a_client_certificate_takes_the_place_of_a_password() {
        settings.remove("quarkus.datasource.password");
        settings.put(URL, "jdbc:postgresql://db.example/plan?sslmode=verify-full&sslcert=/c.crt&sslkey=/c.pk8");

        assertThat(faults()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "kafka.security.protocol, PLAINTEXT",
        "kafka.security.protocol, SASL_PLAINTEXT",
        "kafka.sasl.mechanism, PLAIN",
        "kafka.ssl.endpoint.identification.algorithm, ''",
        "quarkus.oidc.auth-server-url, http://identity.example/realms/cchc",
        "quarkus.oidc.token.audience, any",
        "quarkus.oidc.token.issuer, any",
        "quarkus.oidc.public-key, MIIB",
        "quarkus.oidc.tls.verification, none",
        "quarkus.tls.trust-all, true",
        "quarkus.tls.provider.trust-all, true",
        "quarkus.tls.provider.trust-all, yes",
        "quarkus.tls.\"of the broker\".trust-all, TRUE",
        "QUARKUS_TLS_PROVIDER_TRUST_ALL, 1",
        "quarkus.tls.hostname-verification-algorithm, NONE",
        "quarkus.tls.provider.hostname-verification-algorithm, none",
        "quarkus.management.port, 8080",
        "cchc.training-clock.enabled, true",
        "cchc.production.allow-plaintext, 'broker,databse'",
        "cchc.mode, migration"
    })
    void a_setting_that_is_not_secure_or_unknown_is_refused(String property, String value) {
        settings.put(property, value);

        assertThat(faults()).extracting(Fault::property).containsExactly(property);
    }

    @ParameterizedTest
    @CsvSource({
        "quarkus.tls.trust-all, false",
        "quarkus.tls.provider.trust-all, False",
        "quarkus.tls.provider.trust-store.pem.certs, /etc/ca.crt",
        "quarkus.tls.provider.hostname-verification-algorithm, HTTPS",
        "%dev.quarkus.tls.provider.trust-all, true",
        "quarkus.management.port, 9000"
    })
    void a_setting_that_is_secure_is_accepted(String property, String value) {
        settings.put(property, value);

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_variable_that_is_a_property_too_is_told_once() {
        settings.put("QUARKUS_TLS_PROVIDER_TRUST_ALL", "true");
        settings.put("quarkus.tls.provider.trust.all", "true");

        assertThat(faults()).extracting(Fault::property).containsExactly("QUARKUS_TLS_PROVIDER_TRUST_ALL");
    }

    @Test
    void no_line_repeats_a_value() {
        settings.replaceAll((property, value) -> "s3cr3t");

        assertThat(faults()).isNotEmpty().noneMatch(fault -> fault.line().contains("s3cr3t"));
    }

    @Test
    void a_client_certificate_authenticates_at_the_broker() {
        settings.put("kafka.security.protocol", "SSL");
        settings.remove("kafka.sasl.mechanism");
        settings.remove("kafka.sasl.jaas.config");

        assertThat(faults()).extracting(Fault::property).containsExactly("kafka.ssl.keystore.location");

        settings.put("kafka.ssl.keystore.location", "/etc/client.p12");

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_trial_may_name_the_peers_that_have_no_tls() {
        settings.put(URL, "jdbc:postgresql://db.example/plan");
        settings.put("kafka.security.protocol", "PLAINTEXT");
        settings.put("quarkus.oidc.auth-server-url", "http://identity.example/realms/cchc");
        settings.put(Plaintext.PROPERTY, "database, broker,issuer");

        StartCheck check = check("prod");

        assertThat(check.faults()).isEmpty();
        assertThat(check.plaintext()).containsExactlyInAnyOrder(Plaintext.values());
    }

    @Test
    void a_peer_that_is_not_named_needs_tls_all_the_same() {
        settings.put(URL, "jdbc:postgresql://db.example/plan");
        settings.put("kafka.security.protocol", "PLAINTEXT");
        settings.put(Plaintext.PROPERTY, "broker");

        assertThat(faults()).extracting(Fault::property).containsExactly(URL);
    }

    @Test
    void profiles_for_training_need_nothing() {
        settings.clear();

        assertThat(check("local").faults()).isEmpty();
        assertThat(check("staging").faults()).isNotEmpty();
    }

    @Test
    void a_migration_needs_its_database_alone() {
        settings.keySet().removeIf(property -> !property.startsWith("quarkus.datasource."));
        settings.put(Mode.PROPERTY, "migrate");

        assertThat(faults()).isEmpty();
    }

    @Test
    void a_service_adds_its_own_rules() {
        Fault own = Fault.missing("cchc.tracking.key", "the key of tracking secrets");

        StartCheck check =
                StartCheck.of(Settings.of(settings), List.of("prod"), List.of((given, allowed) -> List.of(own)));

        assertThat(check.faults()).containsExactly(own);
    }

    private List<Fault> faults() {
        return check("prod").faults();
    }

    private StartCheck check(String profile) {
        return StartCheck.of(Settings.of(settings), List.of(profile), List.of());
    }
}
