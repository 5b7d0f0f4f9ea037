package vn.cchc.platform.production;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The OIDC provider: its address over TLS with a verified certificate, and the audience of the tokens. */
final class IssuerRule implements ProductionRule {

    private static final String ADDRESS = "quarkus.oidc.auth-server-url";
    private static final String AUDIENCE = "quarkus.oidc.token.audience";
    private static final String ISSUER = "quarkus.oidc.token.issuer";
    private static final String KEY = "quarkus.oidc.public-key";
    private static final String VERIFICATION = "quarkus.oidc.tls.verification";

    /** With it, Quarkus verifies neither issuer nor audience. */
    private static final String ANY = "any";

    @Override
    public List<Fault> faults(Settings settings, Set<Plaintext> allowed) {
        List<Fault> faults = new ArrayList<>();
        Optional<String> address = settings.get(ADDRESS);
        if (address.isEmpty()) {
            faults.add(Fault.missing(ADDRESS, "the address of the OIDC provider, https://…"));
        } else if (!allowed.contains(Plaintext.ISSUER)
                && !address.get().toLowerCase(Locale.ROOT).startsWith("https://")) {
            faults.add(Fault.insecure(ADDRESS, "it must begin with https://"));
        }
        if (settings.get(AUDIENCE).isEmpty()) {
            faults.add(Fault.missing(AUDIENCE, "the audience (aud) that tokens for this service have"));
        }
        for (String property : List.of(AUDIENCE, ISSUER)) {
            if (settings.get(property).filter(ANY::equals).isPresent()) {
                faults.add(Fault.insecure(property, "with \"any\" it is not verified"));
            }
        }
        if (settings.get(KEY).isPresent()) {
            faults.add(Fault.insecure(KEY, "with a key of its own the service does not ask the provider; unset it"));
        }
        if (settings.get(VERIFICATION).filter("none"::equalsIgnoreCase).isPresent()) {
            faults.add(Fault.insecure(VERIFICATION, "the provider's certificate and host name must be verified"));
        }
        return faults;
    }
}
