package vn.cchc.platform.access;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.cchc.platform.http.ParameterReaders;

/**
 * Reads the {@link Caller} from a token once, on verification, and caches it with the identity. Looking up a claim that
 * is not a registered one makes the token throw and catch an exception; three of these per request cost a tenth of its
 * CPU time.
 */
@ApplicationScoped
class CallerOfToken implements SecurityIdentityAugmentor {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** Who an identity is; a citizen where no token was verified. */
    static Caller of(SecurityIdentity identity) {
        Caller caller = identity.getAttribute(ATTRIBUTE);
        return caller == null ? Caller.CITIZEN : caller;
    }

    /** Copies the caller to a copy of the identity; the copy is cached across requests. */
    static void keep(SecurityIdentity identity, QuarkusSecurityIdentity.Builder copy) {
        copy.addAttribute(ATTRIBUTE, of(identity));
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .item(QuarkusSecurityIdentity.builder(identity)
                        .addAttribute(ATTRIBUTE, read(token, identity.getRoles()))
                        .build());
    }

    /** A bearer whose token has no known role is treated as a citizen. */
    private static Caller read(JsonWebToken token, Set<String> claimed) {
        Set<Role> roles =
                claimed.stream().flatMap(claim -> Role.of(claim).stream()).collect(Collectors.toSet());
        if (roles.isEmpty()) {
            return Caller.CITIZEN;
        }
        Object name = token.getClaim("name");
        return new Caller(
                Optional.ofNullable(token.getIssuer()).orElse(""),
                token.getSubject(),
                name == null ? token.getSubject() : name.toString(),
                roles,
                uuid(token, "authority"),
                uuid(token, "unit"));
    }

    /** A claim that is not a UUID is ignored. */
    private static Optional<UUID> uuid(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ParameterReaders.uuid(value.toString()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
