package vn.cchc.platform.http;

import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import vn.cchc.platform.tracing.Traceparent;

/**
 * Gives a request that changes something its trace, the caller's or a new one, where nothing is recorded. Quarkus' instrumentation of
 * requests is on only while spans are sent: it costs a GET a quarter more, recorded or not.
 */
class RequestTrace {

    /** Behind the check of who calls, before everything that may journal. */
    private static final int EARLY = 1100;

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Tracer tracer;
    private final boolean recorded;

    RequestTrace(Tracer tracer, @ConfigProperty(name = "cchc.tracing.enabled") boolean recorded) {
        this.tracer = tracer;
        this.recorded = recorded;
    }

    /** The scope is that of the request's own Vert.x context, and goes with it. */
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
