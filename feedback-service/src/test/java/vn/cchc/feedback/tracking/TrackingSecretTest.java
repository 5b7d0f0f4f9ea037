package vn.cchc.feedback.tracking;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class TrackingSecretTest {

    private static final UUID ID = UUID.fromString("0190d5a0-3c00-7000-8000-0000000000a1");

    private final TrackingSecret secret = new TrackingSecret("0123456789abcdef0123456789abcdef".getBytes(US_ASCII));

    @Test
    void itIsTheHmacOfTheIdInBase32() {
        // Computed with another implementation of RFC 2104 and RFC 4648.
        assertThat(secret.of(ID)).isEqualTo("VC7MTYD7XNRDOR7BST6AHUKINYW7OZEB");
    }

    @Test
    void onlyTheWholeSecretMatches() {
        String right = secret.of(ID);

        assertThat(secret.matches(ID, right)).isTrue();
        assertThat(secret.matches(ID, " " + right.toLowerCase(java.util.Locale.ROOT) + " "))
                .isTrue();
        assertThat(secret.matches(ID, right.substring(1))).isFalse();
        assertThat(secret.matches(ID, "A" + right.substring(1))).isFalse();
        assertThat(secret.matches(ID, right + "A")).isFalse();
        assertThat(secret.matches(ID, "")).isFalse();
        assertThat(secret.matches(ID, right + " ".repeat(168))).isTrue();
        assertThat(secret.matches(ID, right + " ".repeat(169))).isFalse();
        assertThat(secret.matches(new UUID(0, 0), right)).isFalse();
    }

    @Test
    void anotherKeyGivesAnotherSecret() {
        TrackingSecret other = new TrackingSecret("0123456789abcdef0123456789abcdeg".getBytes(US_ASCII));

        assertThat(other.of(ID)).isNotEqualTo(secret.of(ID));
    }

    @Test
    void aShortKeyIsRefused() {
        assertThatThrownBy(() -> new TrackingSecret(new byte[31])).isInstanceOf(IllegalArgumentException.class);
    }
}
