package vn.cchc.platform.certificate;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two certificates that begin on the same day: the first is valid for a year, the second for ten. */
class CertificateGaugesTest {

    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant END_OF_FIRST = Instant.parse("2027-01-01T00:00:00Z");
    private static final Instant END_OF_SECOND = Instant.parse("2035-12-30T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final String KEY = "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n";

    @TempDir
    Path folder;

    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void the_certificate_that_ends_first_counts() throws IOException {
        start(NOW, Map.of("quarkus.datasource.jdbc.url", database(file(pem("second") + pem("first")))));

        assertThat(expiry("database-trust")).isEqualTo(END_OF_FIRST);
        assertThat(Instant.ofEpochSecond((long) value("begin", "database-trust")))
                .isEqualTo(BEGIN);
    }

    @Test
    void an_expired_one_beside_a_valid_one_does_not_count() throws IOException {
        Path trust = file(pem("first") + pem("second"));

        start(END_OF_FIRST, Map.of("quarkus.datasource.jdbc.url", database(trust)));

        assertThat(expiry("database-trust")).isEqualTo(END_OF_SECOND);
    }

    @Test
    void of_expired_ones_alone_the_last_counts() throws IOException {
        Path trust = file(pem("first") + pem("second"));

        start(END_OF_SECOND.plusSeconds(1), Map.of("quarkus.datasource.jdbc.url", database(trust)));

        assertThat(expiry("database-trust")).isEqualTo(END_OF_SECOND);
    }

    @Test
    void each_file_of_the_settings_is_read_in_its_own_format() throws IOException, GeneralSecurityException {
        Path client = file(pem("second"));
        Path trust = keyStore("PKCS12", "secret", "first");
        Path key = file(KEY + pem("first") + pem("second"));

        start(
                NOW,
                Map.of(
                        "quarkus.datasource.jdbc.url",
                        "jdbc:postgresql://db:5432/plan?sslmode=verify-full&sslcert=" + client,
                        "kafka.ssl.truststore.location",
                        trust.toString(),
                        "kafka.ssl.truststore.type",
                        "PKCS12",
                        "kafka.ssl.truststore.password",
                        "secret",
                        "kafka.ssl.keystore.location",
                        key.toString(),
                        "kafka.ssl.keystore.type",
                        "PEM"));

        assertThat(expiry("database-client")).isEqualTo(END_OF_SECOND);
        assertThat(expiry("broker-trust")).isEqualTo(END_OF_FIRST);
        assertThat(expiry("broker-client")).isEqualTo(END_OF_FIRST);
        assertThat(meters.find("cchc.certificate.expiry.timestamp").gauges()).hasSize(3);
    }

    @Test
    void a_key_store_without_a_type_is_of_the_clients_default() throws IOException, GeneralSecurityException {
        Path trust = keyStore("JKS", "secret", "second");

        start(NOW, Map.of("kafka.ssl.truststore.location", trust.toString()));

        assertThat(expiry("broker-trust")).isEqualTo(END_OF_SECOND);
    }

    @Test
    void a_new_file_is_noticed_and_one_that_cannot_be_read_has_no_figure() throws IOException {
        Path trust = file(pem("first"));
        CertificateGauges gauges = start(NOW, Map.of("quarkus.datasource.jdbc.url", database(trust)));

        Files.writeString(trust, pem("second"));
        gauges.readAgain();
        assertThat(expiry("database-trust")).isEqualTo(END_OF_SECOND);

        Files.writeString(trust, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
        gauges.readAgain();
        assertThat(value("expiry", "database-trust")).isNaN();

        Files.delete(trust);
        gauges.readAgain();
        assertThat(value("expiry", "database-trust")).isNaN();

        Files.writeString(trust, pem("first"));
        gauges.readAgain();
        assertThat(expiry("database-trust")).isEqualTo(END_OF_FIRST);
    }

    @Test
    void without_such_files_there_is_no_gauge() {
        start(NOW, Map.of("quarkus.datasource.jdbc.url", "jdbc:postgresql://db:5432/plan"));

        assertThat(meters.getMeters()).isEmpty();
    }

    private CertificateGauges start(Instant now, Map<String, String> settings) {
        CertificateGauges gauges = new CertificateGauges(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(settings, "test", 100))
                        .build(),
                Clock.fixed(now, ZoneOffset.UTC),
                meters);
        gauges.start(new StartupEvent());
        return gauges;
    }

    private Instant expiry(String role) {
        return Instant.ofEpochSecond((long) value("expiry", role));
    }

    private double value(String moment, String role) {
        return meters.get("cchc.certificate." + moment + ".timestamp")
                .tag("role", role)
                .gauge()
                .value();
    }

    private static String database(Path trust) {
        return "jdbc:postgresql://db:5432/plan?sslmode=verify-full&sslrootcert=" + trust;
    }

    private Path file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "certificates", ".pem"), content);
    }

    private Path keyStore(String type, String password, String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        store.load(null, null);
        store.setCertificateEntry(
                name,
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes(name))));
        Path file = Files.createTempFile(folder, "store", ".store");
        try (OutputStream content = Files.newOutputStream(file)) {
            store.store(content, password.toCharArray());
        }
        return file;
    }

    private static String pem(String name) throws IOException {
        return new String(bytes(name), US_ASCII);
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream content = CertificateGaugesTest.class.getResourceAsStream("/certificate/" + name + ".pem")) {
            return content.readAllBytes();
        }
    }
}
