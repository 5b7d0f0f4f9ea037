package vn.cchc.feedback.tracking;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * The tracking keys of the configuration. The start fails if they are missing or too short.
 *
 * <p>A key has no period of validity: it is valid for as long as it is given. So the gauges tell how many are valid, which is two
 * from the begin of a rotation to its end, and whether the files of the keys can be read.
 */
@Startup
@ApplicationScoped
public class TrackingKeys {

    private static final Logger LOG = Logger.getLogger(TrackingKeys.class);

    private final TrackingConfig config;
    private volatile Keys keys;
    private volatile boolean readable = true;

    TrackingKeys(TrackingConfig config, MeterRegistry meters) throws IOException {
        this.config = config;
        this.keys = read();
        Gauge.builder("cchc.tracking.keys", this, TrackingKeys::number)
                .description("Tracking keys whose secrets are valid: 1, or 2 during a rotation")
                .register(meters);
        Gauge.builder("cchc.tracking.keys.unreadable", this, TrackingKeys::unreadable)
                .description("1 while the files of the tracking keys cannot be read again: those of before stay in use")
                .register(meters);
    }

    private double number() {
        return keys.second.isPresent() ? 2 : 1;
    }

    private double unreadable() {
        return readable ? 0 : 1;
    }

    /** Those of the keys that were read last. */
    public TrackingSecrets secrets() {
        return keys.secrets();
    }

    /** HMAC-SHA256 of a phone number or email address under the current key, by which intakes of one contact are counted. */
    public byte[] digest(String contact) {
        return secrets().current().digest(contact);
    }

    /** A file that cannot be read, or has no key, leaves the keys as they are: a volume may be exchanged at this moment. */
    @Scheduled(every = "{cchc.tracking.read-again-after}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAgain() {
        try {
            Keys now = read();
            if (!now.sameAs(keys)) {
                keys = now;
                LOG.infof(
                        "The tracking keys have changed; a second one is %s",
                        now.second.isPresent() ? "set" : "not set");
            }
            readable = true;
        } catch (IOException | IllegalArgumentException e) {
            if (readable) {
                LOG.warnf("The tracking keys cannot be read again, those of before stay in use: %s", e);
            }
            readable = false;
        }
    }

    private Keys read() throws IOException {
        Optional<byte[]> current = key("key", config.key(), config.keyFile());
        return new Keys(
                current.orElseThrow(() ->
                        new IllegalArgumentException("cchc.tracking.key or cchc.tracking.key-file must be given")),
                key("second-key", config.secondKey(), config.secondKeyFile()).filter(second -> second.length > 0));
    }

    private static Optional<byte[]> key(String name, Optional<String> value, Optional<Path> file) throws IOException {
        if (value.isPresent() && file.isPresent()) {
            throw new IllegalArgumentException(
                    "Of cchc.tracking." + name + " and cchc.tracking." + name + "-file only one may be given");
        }
        return file.isPresent()
                ? Optional.of(withoutLineBreak(Files.readAllBytes(file.get())))
                : value.map(text -> text.getBytes(UTF_8));
    }

    private static byte[] withoutLineBreak(byte[] content) {
        int end = content.length;
        while (end > 0 && (content[end - 1] == '\n' || content[end - 1] == '\r')) {
            end--;
        }
        return Arrays.copyOf(content, end);
    }

    private static final class Keys {

        private final byte[] current;
        private final Optional<byte[]> second;
        private final TrackingSecrets secrets;

        Keys(byte[] current, Optional<byte[]> second) {
            this.current = current;
            this.second = second;
            this.secrets = new TrackingSecrets(new TrackingSecret(current), second.map(TrackingSecret::new));
        }

        TrackingSecrets secrets() {
            return secrets;
        }

        boolean sameAs(Keys other) {
            return Arrays.equals(current, other.current)
                    && second.isPresent() == other.second.isPresent()
                    && Arrays.equals(second.orElse(null), other.second.orElse(null));
        }
    }
}
