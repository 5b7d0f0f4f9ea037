package vn.cchc.feedback.tracking;

import io.smallrye.config.ConfigMapping;

/** Configuration of tracking by the sender. */
@ConfigMapping(prefix = "cchc.tracking")
public interface TrackingConfig {

    /**
     * Key for deriving tracking secrets, at least {@value TrackingSecret#SHORTEST_KEY} bytes; the same on all replicas.
     * Changing it invalidates all secrets issued before.
     */
    String key();
}
