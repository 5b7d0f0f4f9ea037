package vn.cchc.feedback.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotation: the next key is accepted first, then used, then alone. */
class TrackingKeysTest {

    private static final UUID ID = UUID.fromString("0190d5a0-3c00-7000-8000-0000000000a1");
    private static final String OLD = "old-0123456789abcdef0123456789abcdef";
    private static final String NEW = "new-0123456789abcdef0123456789abcdef";

    @TempDir
    Path folder;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    private Path key;
    private Path second;

    @BeforeEach
    void keysOfBefore() throws IOException {
        key = Files.writeString(folder.resolve("key"), OLD + "\n");
        second = Files.writeString(folder.resolve("second"), NEW);
    }

    @Test
    void before_a_rotation_secrets_of_the_next_key_are_valid_and_new_ones_have_the_present_key() throws IOException {
        TrackingSecrets secrets = keys().secrets();

        assertThat(secrets.of(ID)).isEqualTo(secret(OLD));
        assertThat(secrets.matches(ID, secret(OLD))).isTrue();
        assertThat(secrets.matches(ID, secret(NEW))).isTrue();
    }

    @Test
    void after_it_new_secrets_have_the_new_key_and_old_ones_stay_valid() throws IOException {
        TrackingKeys keys = keys();

        exchange();
        keys.readAgain();

        assertThat(keys.secrets().of(ID)).isEqualTo(secret(NEW));
        assertThat(keys.secrets().matches(ID, secret(OLD))).isTrue();
        assertThat(keys.secrets().matches(ID, secret(NEW))).isTrue();
    }

    @Test
    void once_the_file_of_the_second_key_is_empty_secrets_of_the_old_key_are_invalid() throws IOException {
        TrackingKeys keys = keys();
        exchange();
        keys.readAgain();

        Files.writeString(second, "\n");
        keys.readAgain();

        assertThat(keys.secrets().matches(ID, secret(OLD))).isFalse();
        assertThat(keys.secrets().matches(ID, secret(NEW))).isTrue();
    }

    @Test
    void without_a_second_key_secrets_of_the_key_alone_are_valid() throws IOException {
        TrackingSecrets secrets = new TrackingKeys(config(Optional.of(key), Optional.empty()), meters).secrets();

        assertThat(secrets.matches(ID, secret(OLD))).isTrue();
        assertThat(secrets.matches(ID, secret(NEW))).isFalse();
    }

    @Test
    void a_secret_of_neither_key_does_not_match() throws IOException {
        assertThat(keys().secrets().matches(ID, secret("third-0123456789abcdef0123456789abcdef")))
                .isFalse();
        assertThat(keys().secrets().matches(new UUID(0, 0), secret(OLD))).isFalse();
    }

    @Test
    void a_file_that_is_missing_or_has_no_key_leaves_the_keys_as_they_are() throws IOException {
        TrackingKeys keys = keys();

        Files.delete(key);
        keys.readAgain();
        assertThat(keys.secrets().of(ID)).isEqualTo(secret(OLD));

        Files.writeString(key, "short");
        keys.readAgain();
        assertThat(keys.secrets().of(ID)).isEqualTo(secret(OLD));

        Files.writeString(key, NEW);
        keys.readAgain();
        assertThat(keys.secrets().of(ID)).isEqualTo(secret(NEW));
    }

    @Test
    void no_service_starts_without_a_key() {
        assertThatThrownBy(() -> new TrackingKeys(config(Optional.empty(), Optional.of(second)), meters))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cchc.tracking.key-file");
        assertThatThrownBy(
                        () -> new TrackingKeys(config(Optional.of(folder.resolve("none")), Optional.empty()), meters))
                .isInstanceOf(IOException.class);
    }

    @Test
    void how_many_keys_are_valid_and_whether_their_files_can_be_read_is_told() throws IOException {
        TrackingKeys keys = keys();
        assertThat(gauge("cchc.tracking.keys")).isEqualTo(2);
        assertThat(gauge("cchc.tracking.keys.unreadable")).isZero();

        Files.delete(key);
        keys.readAgain();
        assertThat(gauge("cchc.tracking.keys")).isEqualTo(2);
        assertThat(gauge("cchc.tracking.keys.unreadable")).isEqualTo(1);

        Files.writeString(key, NEW);
        Files.writeString(second, "");
        keys.readAgain();
        assertThat(gauge("cchc.tracking.keys")).isEqualTo(1);
        assertThat(gauge("cchc.tracking.keys.unreadable")).isZero();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private TrackingKeys keys() throws IOException {
        return new TrackingKeys(config(Optional.of(key), Optional.of(second)), meters);
    }

    private void exchange() throws IOException {
        Files.writeString(key, NEW);
        Files.writeString(second, OLD);
    }

    private static String secret(String key) {
        return new TrackingSecret(key.getBytes(UTF_8)).of(ID);
    }

    private static TrackingConfig config(Optional<Path> key, Optional<Path> second) {
        return new TrackingConfig() {
            @Override
            public Optional<String> key() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> keyFile() {
                return key;
            }

            @Override
            public Optional<String> secondKey() {
                return Optional.empty();
            }

            @Override
            public Optional<Path> secondKeyFile() {
                return second;
            }

            @Override
            public Duration readAgainAfter() {
                return Duration.ofSeconds(30);
            }
        };
    }
}
