package vn.cchc.platform.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;
import vn.cchc.platform.access.Role;

/**
 * Bearer tokens as an OIDC provider would issue them, signed with the key that {@link LocalServers} makes the service
 * trust. Issuer and audience are those the service expects. Valid for an hour; cached per caller.
 */
public final class TestTokens {

    private static final long LIFETIME_SECONDS = 3600;
    /** 13 September 2020. */
    private static final long LONG_AGO = 1_600_000_000L;

    private static KeyPair keys;

    /** Cache: signing costs more than most requests. */
    private static final Map<Holder, String> ISSUED = new ConcurrentHashMap<>();

    private record Holder(String role, UUID authorityId, UUID unitId) {}

    private TestTokens() {}

    public static String clerk(UUID authorityId) {
        return token("clerk", authorityId, null);
    }

    public static String clerk(UUID authorityId, UUID unitId) {
        return token("clerk", authorityId, unitId);
    }

    public static String officer(UUID authorityId, UUID unitId) {
        return token("officer", authorityId, unitId);
    }

    public static String leader(UUID authorityId) {
        return token("leader", authorityId, null);
    }

    /** @param authorityId the superior authority itself */
    public static String superior(UUID authorityId) {
        return token("superior", authorityId, null);
    }

    /** As {@link #superior}, with the role name used before 1 July 2025. */
    public static String district(UUID authorityId) {
        return token("district", authorityId, null);
    }

    /** A token with several roles: a district's chairman is its leader and the superior of the authorities beneath. */
    public static String withRoles(UUID authorityId, String... roles) {
        return claims(String.join("-", roles), authorityId, null)
                .claim("roles", Set.of(roles))
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** @param authorityId the administrator's own authority */
    public static String admin(UUID authorityId) {
        return token("admin", authorityId, null);
    }

    /** A token without authority. */
    public static String operator() {
        return token("operator", null, null);
    }

    /** A token for a role; authority and unit may be {@code null}. */
    public static String of(Role role, UUID authorityId, UUID unitId) {
        return token(role.claim(), authorityId, unitId);
    }

    /** A leader's token that expired long ago. */
    public static String expired(UUID authorityId) {
        return claims("leader", authorityId, null)
                .issuedAt(LONG_AGO)
                .expiresAt(LONG_AGO + LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A clerk's token that expires after {@code lifetime}, to the second. */
    public static String clerk(UUID authorityId, Duration lifetime) {
        return claims("clerk", authorityId, null)
                .expiresIn(lifetime.toSeconds())
                .sign(keys().getPrivate());
    }

    /** A leader's token with valid claims, signed with another key. */
    public static String forged(UUID authorityId) {
        return claims("leader", authorityId, null)
                .expiresIn(LIFETIME_SECONDS)
                .sign(newKeys().getPrivate());
    }

    /** A leader's token from another issuer, signed with the right key. */
    public static String fromElsewhere(UUID authorityId) {
        return fromElsewhere(Role.LEADER, authorityId);
    }

    /** A token with the role's usual subject, from another issuer. */
    public static String fromElsewhere(Role role, UUID authorityId) {
        return claims(role.claim(), authorityId, null)
                .issuer("https://elsewhere.example")
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A token with another subject than the role's usual one. */
    public static String named(String subject, Role role, UUID authorityId) {
        return claims(role.claim(), authorityId, null)
                .subject(subject)
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A leader's token without a subject. */
    public static String ofNobody(UUID authorityId) {
        return claims("leader", authorityId, null)
                .remove("sub")
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A token without a known role. */
    public static String withoutRole(UUID authorityId) {
        return token("visitor", authorityId, null);
    }

    private static String token(String role, UUID authorityId, UUID unitId) {
        return ISSUED.computeIfAbsent(new Holder(role, authorityId, unitId), holder -> claims(role, authorityId, unitId)
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate()));
    }

    /** The name of whoever has a role. */
    static String name(String role) {
        return "Thử nghiệm " + role;
    }

    private static JwtClaimsBuilder claims(String role, UUID authorityId, UUID unitId) {
        JwtClaimsBuilder claims = Jwt.subject("test-" + role)
                .upn("test-" + role)
                .claim("name", name(role))
                .claim("roles", Set.of(role));
        if (authorityId != null) {
            claims.claim("authority", authorityId.toString());
        }
        if (unitId != null) {
            claims.claim("unit", unitId.toString());
        }
        configured("quarkus.oidc.token.issuer").ifPresent(claims::issuer);
        configured("quarkus.oidc.token.audience").ifPresent(claims::audience);
        return claims;
    }

    private static Optional<String> configured(String property) {
        return ConfigProvider.getConfig().getOptionalValue(property, String.class);
    }

    static KeyPair keys() {
        return JvmWide.call(TestTokens.class, "keysOfThisJvm", KeyPair.class);
    }

    /** For {@link JvmWide} only: the service keeps the public key for the lifetime of the JVM. */
    public static synchronized KeyPair keysOfThisJvm() {
        if (keys == null) {
            keys = newKeys();
        }
        return keys;
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has RSA", e);
        }
    }
}
