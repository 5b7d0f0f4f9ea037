package vn.cchc.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;

/**
 * Spans beside those of requests: events journaled, sent, consumed and stored, and timers (OpenTelemetry semantic conventions for
 * messaging and databases).
 * The trace id is propagated even if the trace is not sampled, so the log lines of all services that a request reaches have
 * one trace id, also where nothing is exported, unless its events are consumed in one batch with others.
 */
@ApplicationScoped
public class Tracing {

    private static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    private static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    private static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    private static final AttributeKey<Long> BATCH = AttributeKey.longKey("messaging.batch.message_count");
    private static final AttributeKey<String> DATABASE = AttributeKey.stringKey("db.system.name");
    private static final AttributeKey<String> STATEMENT = AttributeKey.stringKey("db.operation.name");
    private static final AttributeKey<String> TABLE = AttributeKey.stringKey("db.collection.name");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private final Tracer tracer;

    public Tracing(Tracer tracer) {
        this.tracer = tracer;
    }

    /** Runs work without an external cause in a root span. */
    public void root(String name, Runnable work) {
        within(tracer.spanBuilder(name).setNoParent(), work);
    }

    /**
     * Processes events in a CONSUMER span: a child if all their valid origins are one span, else a root with a link to each,
     * since a span has one parent. It also links to the current span, if any, such as that of an operator's retry.
     *
     * @param origins the header {@code traceparent} of each event; null where it has none
     */
    public void process(String topic, Collection<String> origins, Runnable work) {
        List<SpanContext> spans = origins.stream()
                .distinct()
                .map(Traceparent::read)
                .filter(SpanContext::isValid)
                .toList();
        SpanBuilder span = messaging("process", topic, SpanKind.CONSUMER);
        if (origins.size() > 1) {
            span.setAttribute(BATCH, (long) origins.size());
        }
        if (spans.size() == 1) {
            span.setParent(Traceparent.parent(spans.get(0)));
        } else {
            span.setNoParent();
            spans.forEach(span::addLink);
        }
        SpanContext here = Span.current().getSpanContext();
        if (here.isValid()) {
            span.addLink(here);
        }
        within(span, work);
    }

    /**
     * Starts a CLIENT span for sending an event.
     *
     * @param traceparent of the event, or null
     * @return to be ended by {@link #end}; invalid, recording nothing, where the trace is not sampled
     */
    public Span send(String topic, String traceparent) {
        SpanContext origin = Traceparent.read(traceparent);
        if (!origin.isSampled()) {
            return Span.getInvalid();
        }
        return messaging("send", topic, SpanKind.CLIENT)
                .setParent(Traceparent.parent(origin))
                .startSpan();
    }

    /**
     * Inserts rows in a CLIENT span where the request, event or timer under way is recorded. That one stays the current span, and
     * what is journaled names it as its cause.
     */
    public void insert(String table, Runnable work) {
        if (!Span.current().isRecording()) {
            work.run();
            return;
        }
        Span span = tracer.spanBuilder("INSERT " + table)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute(DATABASE, "postgresql")
                .setAttribute(STATEMENT, "INSERT")
                .setAttribute(TABLE, table)
                .startSpan();
        ending(span, work);
    }

    /** @param failure null on success; its message is not recorded, since it may repeat contents */
    public static void end(Span span, Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR);
            span.setAttribute(ERROR, failure.getClass().getName());
        }
        span.end();
    }

    private SpanBuilder messaging(String operation, String topic, SpanKind kind) {
        return tracer.spanBuilder(operation + " " + topic)
                .setSpanKind(kind)
                .setAttribute(SYSTEM, "kafka")
                .setAttribute(OPERATION, operation)
                .setAttribute(OPERATION_TYPE, operation)
                .setAttribute(DESTINATION, topic);
    }

    private static void within(SpanBuilder builder, Runnable work) {
        Span span = builder.startSpan();
        ending(span, Context.current().with(span).wrap(work));
    }

    private static void ending(Span span, Runnable work) {
        Throwable failure = null;
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            end(span, failure);
        }
    }
}
