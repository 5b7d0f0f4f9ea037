package vn.cchc.local.api;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/**
 * Replaces the OIDC provider of a real installation: signs bearer tokens with a key pair stored in a file readable by
 * its owner only.
 */
public final class TokenIssuer {
    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final KeyPair keys;

    private TokenIssuer(KeyPair keys) {
        this.keys = keys;
    }

    /** Reads the key from {@code file}, or generates it there. */
    public static TokenIssuer keptIn(Path file) {
        try {
            return new TokenIssuer(Files.exists(file) ? read(file) : create(file));
        } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
            throw new Fault("The key for tokens in " + file + " cannot be used (" + e.getMessage()
                    + "): delete the file; the next start makes a new one.");
        }
    }

    private static KeyPair create(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair keys = generator.generateKeyPair();
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + PEM.encodeToString(keys.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, pem, StandardOpenOption.WRITE);
        return keys;
    }

    private static KeyPair read(Path file) throws IOException, GeneralSecurityException {
        String body = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        KeyFactory factory = KeyFactory.getInstance("RSA");
        RSAPrivateCrtKey key = (RSAPrivateCrtKey) factory.generatePrivate(
                new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
        return new KeyPair(
                factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
    }

    /** Value of {@code quarkus.oidc.public-key}. */
    public String publicKey() {
        return Base64.getEncoder().encodeToString(keys.getPublic().getEncoded());
    }

    /** A token for {@code holder}, valid for thirty days of system time. */
    public String token(Holder holder) {
        JwtClaimsBuilder claims = Jwt.subject(holder.subject())
                .upn(holder.subject())
                .claim("name", holder.name())
                .claim("roles", holder.roles());
        if (holder.authority() != null) {
            claims.claim("authority", holder.authority().toString());
        }
        if (holder.unit() != null) {
            claims.claim("unit", holder.unit().toString());
        }
        return claims.expiresIn(LIFETIME).sign(keys.getPrivate());
    }

    /**
     * The holder of a token.
     *
     * @param roles values of the roles claim
     * @param authority null for a holder without authority
     * @param unit the holder's unit; null when there is none
     */
    public record Holder(String subject, String name, Set<String> roles, UUID authority, UUID unit) {

        public Holder {
            roles = Set.copyOf(roles);
        }

        /** A holder with a single role. */
        public Holder(String subject, String name, String role, UUID authority, UUID unit) {
            this(subject, name, Set.of(role), authority, unit);
        }
    }
}
