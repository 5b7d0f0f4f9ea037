package vn.cchc.feedback.tracking;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The secret's key from the configuration; a key that is too short stops the start. */
@ApplicationScoped
class TrackingKey {

    @Produces
    @Singleton
    @Startup
    TrackingSecret secret(TrackingConfig config) {
        return new TrackingSecret(config.key().getBytes(StandardCharsets.UTF_8));
    }
}
