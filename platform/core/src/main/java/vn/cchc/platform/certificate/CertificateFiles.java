package vn.cchc.platform.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The files with certificates that the settings of database and broker name. */
final class CertificateFiles {

    private static final String DATABASE = "quarkus.datasource.jdbc.url";

    /** Of Kafka's client. */
    private static final String TYPE = "JKS";

    private CertificateFiles() {}

    /** @param settings value of a property; empty when it is not set or blank */
    static List<CertificateFile> of(Function<String, Optional<String>> settings) {
        List<CertificateFile> files = new ArrayList<>();
        settings.apply(DATABASE).ifPresent(address -> {
            inAddress(address, "sslrootcert").ifPresent(file -> files.add(pem("database-trust", file)));
            inAddress(address, "sslcert").ifPresent(file -> files.add(pem("database-client", file)));
        });
        keyStore(settings, "broker-trust", "kafka.ssl.truststore").ifPresent(files::add);
        keyStore(settings, "broker-client", "kafka.ssl.keystore").ifPresent(files::add);
        return files;
    }

    private static CertificateFile pem(String role, String file) {
        return new CertificateFile(role, Path.of(file), "PEM", Optional.empty());
    }

    private static Optional<CertificateFile> keyStore(
            Function<String, Optional<String>> settings, String role, String property) {
        return settings.apply(property + ".location")
                .map(file -> new CertificateFile(
                        role,
                        Path.of(file),
                        settings.apply(property + ".type").orElse(TYPE),
                        settings.apply(property + ".password")));
    }

    /** A parameter of the driver in the address of the database. */
    private static Optional<String> inAddress(String address, String parameter) {
        return Arrays.stream(address.substring(address.indexOf('?') + 1).split("&", -1))
                .filter(pair -> pair.startsWith(parameter + "="))
                .map(pair -> URLDecoder.decode(pair.substring(parameter.length() + 1), UTF_8))
                .filter(file -> !file.isBlank())
                .findFirst();
    }
}
