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
 * Bearer tokens as an OIDC provider would issue them, signed with the key that {@link LocalServers} has the service trust.
 * Issuer and audience are those the service asks for. They hold for an hour, and serve the same caller again.
 */
public final class TestTokens {

    private static final long LIFETIME_SECONDS = 3600;
    /** 13 September 2020. */
    private static final long LONG_AGO = 1_600_000_000L;

    private static KeyPair keys;

    /** A signature costs more than most requests do. */
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

    /** @param authorityId the authority above, itself */
    public static String superior(UUID authorityId) {
        return token("superior", authorityId, null);
    }

    /** As tokens of {@link #superior} were issued before 1 July 2025. */
    public static String district(UUID authorityId) {
        return token("district", authorityId, null);
    }

    /** A token with several roles: the chairman of a district leads it, and sees those beneath it. */
    public static String withRoles(UUID authorityId, String... roles) {
        return claims(String.join("-", roles), authorityId, null)
                .claim("roles", Set.of(roles))
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** @param authorityId the own one of the administrator */
    public static String admin(UUID authorityId) {
        return token("admin", authorityId, null);
    }

    /** Belongs to no authority. */
    public static String operator() {
        return token("operator", null, null);
    }

    /** Whoever has this role; {@code null} where there is no authority or unit. */
    public static String of(Role role, UUID authorityId, UUID unitId) {
        return token(role.claim(), authorityId, unitId);
    }

    /** A leader's token that ran out long ago. */
    public static String expired(UUID authorityId) {
        return claims("leader", authorityId, null)
                .issuedAt(LONG_AGO)
                .expiresAt(LONG_AGO + LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A clerk's token that runs out after {@code lifetime}, to the second. */
    public static String clerk(UUID authorityId, Duration lifetime) {
        return claims("clerk", authorityId, null)
                .expiresIn(lifetime.toSeconds())
                .sign(keys().getPrivate());
    }

    /** A leader's token, right in every claim, signed with another key. */
    public static String forged(UUID authorityId) {
        return claims("leader", authorityId, null)
                .expiresIn(LIFETIME_SECONDS)
                .sign(newKeys().getPrivate());
    }

    /** A leader's token from another issuer, signed with the right key. */
    public static String fromElsewhere(UUID authorityId) {
        return fromElsewhere(Role.LEADER, authorityId);
    }

    /** The token of whoever has this role, with the same subject, from another issuer. */
    public static String fromElsewhere(Role role, UUID authorityId) {
        return claims(role.claim(), authorityId, null)
                .issuer("https://elsewhere.example")
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** The token of whoever has this role, under another name than the role's own. */
    public static String named(String subject, Role role, UUID authorityId) {
        return claims(role.claim(), authorityId, null)
                .subject(subject)
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A leader's token that does not say whose it is. */
    public static String ofNobody(UUID authorityId) {
        return claims("leader", authorityId, null)
                .remove("sub")
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate());
    }

    /** A token without any role of ours. */
    public static String withoutRole(UUID authorityId) {
        return token("visitor", authorityId, null);
    }

    private static String token(String role, UUID authorityId, UUID unitId) {
        return ISSUED.computeIfAbsent(new Holder(role, authorityId, unitId), holder -> claims(role, authorityId, unitId)
                .expiresIn(LIFETIME_SECONDS)
                .sign(keys().getPrivate()));
    }

    private static JwtClaimsBuilder claims(String role, UUID authorityId, UUID unitId) {
        JwtClaimsBuilder claims = Jwt.subject("test-" + role)
                .upn("test-" + role)
                .claim("name", "Thử nghiệm " + role)
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

    /** For {@link JvmWide} only: the service keeps the public half as long as the JVM lives. */
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
