package vn.cchc.platform.http;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.tracing.Traceparent;

/**
 * Starts a trace context, the caller's or a new one, for requests with unsafe methods while tracing is disabled. Quarkus'
 * instrumentation of requests is enabled only while spans are exported: it adds a quarter to the cost of a GET, whether
 * sampled or not.
 */
class RequestTrace {

    /** After authentication, before anything that may write to the journal. */
    private static final int EARLY = 1100;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Tracer tracer;
    private final boolean recorded;

    RequestTrace(Tracer tracer, @ConfigProperty(name = "cchc.tracing.enabled") boolean recorded) {
        this.tracer = tracer;
        this.recorded = recorded;
    }

    /** The scope is not closed: it belongs to the request's Vert.x context and ends with it. */
    @SuppressWarnings("MustBeClosedChecker")
    @ServerRequestFilter(nonBlocking = true, priority = EARLY)
    public void begin(ContainerRequestContext request) {
        if (!recorded && !READING.contains(request.getMethod())) {
            Context caller = Traceparent.parent(Traceparent.read(request.getHeaderString(Traceparent.HEADER)));
            caller.with(tracer.spanBuilder("request").setParent(caller).startSpan())
                    .makeCurrent();
        }
    }
}
