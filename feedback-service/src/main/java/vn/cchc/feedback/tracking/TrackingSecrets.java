package vn.cchc.feedback.tracking;

import java.util.Optional;
import java.util.UUID;

/**
 * Secrets under at most two keys, so that the key can be rotated while the service runs.
 *
 * @param current new secrets are derived with it
 * @param second its secrets are valid too
 */
public record TrackingSecrets(TrackingSecret current, Optional<TrackingSecret> second) {

    public String of(UUID id) {
        return current.of(id);
    }

    /** Compares with the secrets of both keys, in constant time: it does not show which of them is right. */
    public boolean matches(UUID id, String given) {
        boolean ofCurrent = current.matches(id, given);
        boolean ofSecond = second.map(secret -> secret.matches(id, given)).orElse(false);
        return ofCurrent || ofSecond;
    }
}
