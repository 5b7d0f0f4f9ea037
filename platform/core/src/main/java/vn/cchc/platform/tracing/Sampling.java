package vn.cchc.platform.tracing;

import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The sampler of spans: none are sampled unless tracing is enabled. */
class Sampling {

    /**
     * @param enabled whether spans are exported
     * @param share sampling ratio of root spans, 0 to 1; for other spans the parent's decision is kept
     */
    @Produces
    @Singleton
    Sampler sampler(
            @ConfigProperty(name = "cchc.tracing.enabled") boolean enabled,
            @ConfigProperty(name = "quarkus.otel.traces.sampler.arg") double share) {
        return enabled ? Sampler.parentBased(Sampler.traceIdRatioBased(share)) : Sampler.alwaysOff();
    }
}
