package vn.cchc.feedback.tracking;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Configuration of tracking by the sender. A key has at least {@value TrackingSecret#SHORTEST_KEY} bytes and is the same on all
 * replicas; as a file, it is read again while the service runs, and a line break at its end does not count.
 */
@ConfigMapping(prefix = "cchc.tracking")
public interface TrackingConfig {

    /** Key for deriving tracking secrets; either this or {@link #keyFile()} must be given. */
    Optional<String> key();

    /** File with the key for deriving tracking secrets. */
    Optional<Path> keyFile();

    /**
     * Another key whose secrets are valid too: before a rotation the next one, after it the previous one. Secrets of any other key
     * are invalid.
     */
    Optional<String> secondKey();

    /** File with the second key; empty while there is none. */
    Optional<Path> secondKeyFile();

    /** How often the files are read again. */
    @WithDefault("30s")
    Duration readAgainAfter();
}
