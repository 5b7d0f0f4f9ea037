package vn.cchc.platform.tracing;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Nothing is recorded unless it is asked for. */
class Sampling {

    /**
     * @param enabled whether spans are sent anywhere
     * @param share of the traces that begin here; what a caller has sampled, or has not, stays so
     */
    @Produces
    @Singleton
    Sampler sampler(
            @ConfigProperty(name = "cchc.tracing.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double share) {
        return enabled ? Sampler.parentBased(Sampler.traceIdRatioBased(share)) : Sampler.alwaysOff();
    }
}
