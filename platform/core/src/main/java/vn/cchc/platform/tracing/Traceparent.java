package vn.cchc.platform.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.List;
import java.util.Optional;

/** The header {@code traceparent} of W3C Trace Context, by which a trace goes on in another service. */
public final class Traceparent {

    public static final String HEADER = "traceparent";

    private static final TextMapGetter<String> VALUE = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
            return List.of(HEADER);
        }

        @Override
        public String get(String traceparent, String name) {
            return HEADER.equals(name) ? traceparent : null;
        }
    };

    private Traceparent() {}

    /** That of the span under way; empty where there is none. */
    public static Optional<String> current() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? Optional.of("00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex())
                : Optional.empty();
    }

    /** Does the work within the span that a header tells of; without one where it is null or cannot be read. */
    public static void within(String traceparent, Runnable work) {
        SpanContext origin = read(traceparent);
        if (origin.isValid()) {
            parent(origin).wrap(work).run();
        } else {
            work.run();
        }
    }

    /** An invalid context where the header is null or cannot be read: nothing is refused for it. */
    public static SpanContext read(String traceparent) {
        return Span.fromContext(W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, VALUE))
                .getSpanContext();
    }

    public static Context parent(SpanContext origin) {
        return Context.root().with(Span.wrap(origin));
    }
}
