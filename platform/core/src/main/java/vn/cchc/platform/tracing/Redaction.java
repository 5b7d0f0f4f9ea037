package vn.cchc.platform.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.AttributeType;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Keeps personal data out of spans. Quarkus begins the span of a request with its path, which names what it is about, its query
 * string, which may hold a person's name, the client's address and user agent. Every text that is not known to be harmless is
 * overwritten, since an attribute cannot be removed. What is added later (route, status) is harmless. The messages of exceptions
 * are span events, of which none are kept (quarkus.otel.span.event.count.limit).
 */
@Singleton
class Redaction implements SpanProcessor {

    /** The word that the semantic conventions have for it. */
    private static final String REDACTED = "REDACTED";

    private static final Set<String> HARMLESS = Set.of(
            "http.request.method",
            "url.scheme",
            "network.protocol.name",
            "network.protocol.version",
            "db.system.name",
            "db.operation.name",
            "db.collection.name",
            "messaging.system",
            "messaging.operation.name",
            "messaging.operation.type",
            "messaging.destination.name");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        span.toSpanData().getAttributes().forEach((key, value) -> {
            if (key.getType() == AttributeType.STRING && !HARMLESS.contains(key.getKey())) {
                span.setAttribute(AttributeKey.stringKey(key.getKey()), REDACTED);
            }
        });
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
