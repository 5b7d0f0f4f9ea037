package vn.cchc.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.credential.Credential;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.jwt.JsonWebToken;
import vn.cchc.platform.time.SystemClock;

/**
 * Caches verified bearer tokens: the identity found by OIDC is reused until the token expires, at most {@link
 * RememberedTokensConfig#time()}. Failures are never cached.
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class RememberedTokens implements HttpAuthenticationMechanism {

    private static final String BEARER = "Bearer ";

    /** An opaque token or a JWT: neither of the first two parts is empty. */
    private static final Pattern TOKEN = Pattern.compile("[^.]+(?:\\.[^.]+(?:\\..*)?)?");

    private final OidcAuthenticationMechanism verification;
    private final Cache<String, SecurityIdentity> identities;
    private final Clock clock;

    RememberedTokens(
            OidcAuthenticationMechanism verification, RememberedTokensConfig config, @SystemClock Clock clock) {
        this.verification = verification;
        this.clock = clock;
        this.identities = Caffeine.newBuilder()
                .maximumSize(config.number())
                .expireAfter(Expiry.<String, SecurityIdentity>creating(
                        (bearer, identity) -> shorter(config.time(), lifetime(identity))))
                .build();
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identityProviders) {
        String authorization = request.request().getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return verification.authenticate(request, identityProviders);
        }
        String bearer = authorization.substring(BEARER.length());
        SecurityIdentity known = identities.getIfPresent(bearer);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        if (!TOKEN.matcher(bearer).matches()) {
            // OIDC would answer with a failure instead of 401.
            return Uni.createFrom().failure(new AuthenticationFailedException("Not a token"));
        }
        return verification
                .authenticate(request, identityProviders)
                .invoke(RememberedTokens::requireSubject)
                .invoke(identity -> remember(bearer, identity));
    }

    /** Every change records its author, so a token needs a subject. */
    private static void requireSubject(SecurityIdentity identity) {
        if (identity != null
                && identity.getPrincipal() instanceof JsonWebToken token
                && (token.getSubject() == null || token.getSubject().isBlank())) {
            throw new AuthenticationFailedException("The token names no subject");
        }
    }

    private void remember(String bearer, SecurityIdentity identity) {
        if (identity != null && identity.getPrincipal() instanceof JsonWebToken) {
            identities.put(bearer, withoutRequest(identity));
        }
    }

    /**
     * OIDC stores the request among the attributes, and the cached identity must not retain it: only the caller is
     * kept.
     */
    private static SecurityIdentity withoutRequest(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder copy = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles());
        for (Credential credential : identity.getCredentials()) {
            copy.addCredential(credential);
        }
        CallerOfToken.keep(identity, copy);
        return copy.build();
    }

    private Duration lifetime(SecurityIdentity identity) {
        long expires = ((JsonWebToken) identity.getPrincipal()).getExpirationTime();
        return Duration.between(clock.instant(), Instant.ofEpochSecond(expires));
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        return verification.getChallenge(request);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return verification.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return verification.getCredentialTransport(request);
    }

    /** Takes precedence over the mechanism it wraps. */
    @Override
    public int getPriority() {
        return verification.getPriority() + 1;
    }
}
