package vn.cchc.feedback.tracking;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import vn.cchc.platform.text.VietnameseText;

/**
 * The secret of a tracking code: HMAC-SHA256 (RFC 2104) of the feedback's id under the server's key, truncated to 160
 * bits, as 32 characters in base 32 (RFC 4648, 6). Derived on demand and never stored.
 */
public final class TrackingSecret {

    /** Characters of a secret. */
    public static final int LENGTH = 32;

    /** Of a secret as it is typed, in characters: each may have others around it. */
    public static final int LONGEST = 200;

    /** Minimum key length in bytes: that of the hash (RFC 2104, 3). */
    public static final int SHORTEST_KEY = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 20;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final SecretKeySpec key;

    /** @throws IllegalArgumentException when the key is shorter than {@value #SHORTEST_KEY} bytes */
    public TrackingSecret(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key of tracking secrets needs " + SHORTEST_KEY + " bytes or more");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    public String of(UUID id) {
        return base32(hmac(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array()));
    }

    /** HMAC-SHA256 of a contact of senders. The prefix, longer than an id, keeps it apart from secrets. */
    byte[] digest(String contact) {
        return hmac(("contact of a sender: " + contact).getBytes(StandardCharsets.UTF_8));
    }

    /** Compares in constant time, ignoring case and what may separate groups; none that is {@link #LONGEST too long} matches. */
    public boolean matches(UUID id, String given) {
        byte[] expected = of(id).getBytes(StandardCharsets.US_ASCII);
        String read = given.length() > LONGEST ? "" : VietnameseText.code(given);
        byte[] actual = read.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(expected, actual);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java runtime", e);
        }
    }

    private static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder(LENGTH);
        int buffer = 0;
        int bits = 0;
        for (int i = 0; i < BYTES; i++) {
            buffer = (buffer << 8) | (bytes[i] & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(ALPHABET.charAt((buffer >> bits) & 31));
            }
        }
        return text.toString();
    }
}
