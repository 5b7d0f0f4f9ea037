package vn.cchc.feedback.tracking;

import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;

/** The key for secrets from the configuration; startup fails if it is too short. */
@ApplicationScoped
class TrackingKey {

    @Produces
    @Singleton
    @Startup
    TrackingSecret secret(TrackingConfig config) {
        return new TrackingSecret(config.key().getBytes(StandardCharsets.UTF_8));
    }
}
