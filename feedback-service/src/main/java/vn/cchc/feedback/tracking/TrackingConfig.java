package vn.cchc.feedback.tracking;

import io.smallrye.config.ConfigMapping;

/** Tracking of a feedback by its sender. */
@ConfigMapping(prefix = "cchc.tracking")
public interface TrackingConfig {

    /**
     * The key that tracking secrets are derived with, {@value TrackingSecret#SHORTEST_KEY} bytes or more. All replicas need
     * the same one. With another key, no secret handed out before opens anything.
     */
    String key();
}
