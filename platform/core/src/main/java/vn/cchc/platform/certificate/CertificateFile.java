package vn.cchc.platform.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A file with certificates that the configuration names.
 *
 * @param role     of a closed set, as label of the gauges: {@code database-trust}, {@code database-client}, {@code broker-trust},
 *                 {@code broker-client}
 * @param type     {@code PEM}, or a type of {@link KeyStore}
 * @param password of the key store; absent where it has none
 */
record CertificateFile(String role, Path file, String type, Optional<String> password) {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

    /**
     * The periods of validity of its certificates, a client's together with those above it; keys in the file are passed over.
     *
     * @throws IOException              when the file cannot be read
     * @throws GeneralSecurityException when it has something else than certificates, or the password is another
     */
    List<Validity> read() throws IOException, GeneralSecurityException {
        Collection<? extends Certificate> certificates = type.equalsIgnoreCase("PEM") ? inText() : inKeyStore();
        return certificates.stream()
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .map(each -> new Validity(
                        each.getNotBefore().toInstant(), each.getNotAfter().toInstant()))
                .toList();
    }

    private Collection<? extends Certificate> inText() throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(file);
        String text = new String(content, ISO_8859_1);
        // Without a PEM block it is one certificate in DER, which the database's driver reads as well.
        byte[] certificates = text.contains("-----BEGIN ")
                ? PEM.matcher(text)
                        .results()
                        .map(block -> block.group() + "\n")
                        .collect(Collectors.joining())
                        .getBytes(ISO_8859_1)
                : content;
        return CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(certificates));
    }

    private List<Certificate> inKeyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(type);
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, password.map(String::toCharArray).orElse(null));
        }
        List<Certificate> certificates = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Certificate[] chain = store.getCertificateChain(alias);
            // A secret key has neither.
            certificates.addAll(
                    chain == null
                            ? Optional.ofNullable(store.getCertificate(alias)).stream()
                                    .toList()
                            : Arrays.asList(chain));
        }
        return certificates;
    }
}
