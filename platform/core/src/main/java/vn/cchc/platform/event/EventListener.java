package vn.cchc.platform.event;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Hears all topics of a service and hands them to its {@link EventHandler}s, a batch to a transaction. What fails in a batch
 * is tried alone. An event that can never be processed goes to the dead-letter topic; while the database or the broker is
 * away the listener waits, for that is no fault of the event.
 */
@ApplicationScoped
public class EventListener {

    private static final Logger LOG = Logger.getLogger(EventListener.class);

    /** An unexpected exception may be a race; after this many it is taken for a fault of the event. */
    private static final int ATTEMPTS = 3;

    private final Map<String, EventHandler> handlers;
    private final DeadLetters deadLetters;
    private final DatabaseProbe database;
    private volatile boolean running = true;

    EventListener(@All List<EventHandler> handlers, DeadLetters deadLetters, DatabaseProbe database) {
        this.handlers = handlers.stream().collect(Collectors.toUnmodifiableMap(EventHandler::topic, h -> h));
        this.deadLetters = deadLetters;
        this.database = database;
    }

    void stop(@Observes ShutdownEvent stopping) {
        running = false;
    }

    /** Returns when each message has been applied or is in the dead-letter topic; only then are offsets committed. */
    @Incoming("events")
    @Blocking
    public void hear(ConsumerRecords<String, byte[]> messages) {
        try {
            QuarkusTransaction.requiringNew().run(() -> applyBatch(messages));
        } catch (RuntimeException e) {
            LOG.debugf("A batch of %d events is processed one by one: %s", messages.count(), e.toString());
            for (ConsumerRecord<String, byte[]> message : messages) {
                hearAlone(message.topic(), message);
            }
        }
    }

    private void applyBatch(ConsumerRecords<String, byte[]> messages) {
        Map<String, List<IncomingEvent>> byTopic = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            byTopic.computeIfAbsent(message.topic(), topic -> new ArrayList<>())
                    .add(IncomingEvent.of(message.topic(), message));
        }
        byTopic.forEach((topic, events) -> handler(topic).apply(events));
    }

    /**
     * Processes one message until it is applied or in the dead-letter topic.
     *
     * @param topic the topic whose handler shall take it; for a replay, the one it first came from
     * @return whether it was applied
     */
    boolean hearAlone(String topic, ConsumerRecord<String, byte[]> message) {
        Backoff backoff = new Backoff();
        int attempts = 0;
        while (running) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> handler(topic).apply(List.of(IncomingEvent.of(topic, message))));
                return true;
            } catch (RuntimeException e) {
                Failure failure = Failure.of(e);
                if (failure == Failure.OUTAGE || (failure == Failure.UNEXPECTED && !database.answers())) {
                    LOG.warnf("Waiting to process an event of %s: %s", topic, e.toString());
                } else if (failure == Failure.UNPROCESSABLE || ++attempts >= ATTEMPTS) {
                    if (buried(topic, message, e)) {
                        return false;
                    }
                }
            }
            pause(backoff.next());
        }
        throw new IllegalStateException("Stopping; the event stays with the broker");
    }

    private boolean buried(String topic, ConsumerRecord<String, byte[]> message, RuntimeException cause) {
        try {
            deadLetters.bury(topic, message, cause);
            return true;
        } catch (RuntimeException e) {
            LOG.warnf("Waiting to dead-letter an event of %s: %s", topic, e.toString());
            return false;
        }
    }

    private EventHandler handler(String topic) {
        EventHandler handler = handlers.get(topic);
        if (handler == null) {
            throw new UnreadableEvent("No handler for topic " + topic, null);
        }
        return handler;
    }

    private void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
