package vn.cchc.platform.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import vn.cchc.platform.tracing.Traceparent;

/** Reads and validates the attributes common to all events. */
final class Envelope {

    private static final String TOPIC_PREFIX = "cchc.";

    private Envelope() {}

    /** The attributes that every event body repeats. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(UUID id, UUID authorityId, Long version, OffsetDateTime occurredAt) {}

    /** Position of an event as given by key and headers; {@code sequence} 0 where there is none. */
    record Place(String kind, UUID id, int epoch, long sequence, Optional<UUID> authorityId) {}

    /** Position of an unreadable record; empty where key and headers do not give it. */
    static Optional<Place> place(ConsumerRecord<String, byte[]> message) {
        try {
            UUID id = UUID.fromString(String.valueOf(message.key()));
            boolean sequenced = header(message, "ce_sequence").isPresent();
            return Optional.of(new Place(
                    kind(message.topic()),
                    id,
                    sequenced ? (int) number(message, "ce_epoch", 0, Integer.MAX_VALUE) : 0,
                    sequenced ? number(message, "ce_sequence", 1, Long.MAX_VALUE) : 0,
                    authorityId(message)));
        } catch (IllegalArgumentException | UnreadableEvent e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> authorityId(ConsumerRecord<String, byte[]> message) {
        try {
            return message.value() == null
                    ? Optional.empty()
                    : Optional.ofNullable(
                            EventJson.read(message.value(), Body.class).authorityId());
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    /** The topic of a kind of aggregate. */
    static String topic(String kind) {
        return TOPIC_PREFIX + kind;
    }

    /** The kind of aggregate of a topic. */
    static String kind(String topic) {
        return topic.startsWith(TOPIC_PREFIX) ? topic.substring(TOPIC_PREFIX.length()) : topic;
    }

    /** @throws UnreadableEvent where the type is missing */
    static String type(ConsumerRecord<String, byte[]> message) {
        return header(message, "ce_type")
                .orElseThrow(() -> new UnreadableEvent("A header ce_type, a key and a body are needed", null));
    }

    /**
     * Whether it is a version 1 event of that kind of aggregate. Others are ignored: new event versions and kinds are
     * for consumers that know them.
     */
    static boolean isKnown(String type, String kind) {
        return type.matches("vn\\.cchc\\." + kind + "\\.[a-z-]+\\.v1");
    }

    /** @throws UnreadableEvent when an attribute is missing, unreadable or contradictory */
    static IncomingEvent read(String topic, ConsumerRecord<String, byte[]> message) {
        String type = type(message);
        if (message.key() == null || message.value() == null) {
            throw new UnreadableEvent("A header ce_type, a key and a body are needed", null);
        }
        UUID key;
        try {
            key = UUID.fromString(message.key());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("The key is not the id of an aggregate", e);
        }
        Body body = EventJson.read(message.value(), Body.class);
        if (body.id() == null || body.authorityId() == null || body.version() == null || body.occurredAt() == null) {
            throw new UnreadableEvent("id, authorityId, version and occurredAt are needed", null);
        }
        if (!body.id().equals(key)) {
            throw new UnreadableEvent("The key is not the id of the body", null);
        }
        if (body.version() < 0) {
            throw new UnreadableEvent("A version is not negative", null);
        }
        OffsetDateTime occurredAt = body.occurredAt().truncatedTo(ChronoUnit.MICROS);
        Optional<String> sequence = header(message, "ce_sequence");
        boolean first = sequence.isEmpty();
        return new IncomingEvent(
                kind(topic),
                key,
                first ? 0 : (int) number(message, "ce_epoch", 0, Integer.MAX_VALUE),
                first ? body.version() : number(message, "ce_sequence", 1, Long.MAX_VALUE),
                position(message),
                type,
                occurredAt,
                recordedAt(message, occurredAt),
                body.authorityId(),
                message.value());
    }

    /** Position in the publisher's journal; 0 where absent. */
    static long position(ConsumerRecord<String, byte[]> message) {
        return header(message, "ce_position").isEmpty() ? 0 : number(message, "ce_position", 1, Long.MAX_VALUE);
    }

    /** The highest journal position that the publisher had sent when it sent this; 0 where absent. */
    static long reached(ConsumerRecord<String, byte[]> message) {
        return header(message, "ce_reached").isEmpty() ? 0 : number(message, "ce_reached", 1, Long.MAX_VALUE);
    }

    /** Position of an event within its aggregate. */
    record Sequence(int epoch, long sequence) {}

    /**
     * Position of an event; every event that comes from a journal has one.
     *
     * @throws UnreadableEvent where it has none
     */
    static Sequence sequence(ConsumerRecord<String, byte[]> message) {
        return new Sequence(
                (int) number(message, "ce_epoch", 1, Integer.MAX_VALUE),
                number(message, "ce_sequence", 1, Long.MAX_VALUE));
    }

    private static OffsetDateTime recordedAt(ConsumerRecord<String, byte[]> message, OffsetDateTime occurredAt) {
        try {
            return header(message, "ce_recordedtime")
                    .map(OffsetDateTime::parse)
                    .orElse(occurredAt)
                    .truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new UnreadableEvent("ce_recordedtime is not a time", e);
        }
    }

    private static long number(ConsumerRecord<String, byte[]> message, String name, long least, long most) {
        try {
            long number = Long.parseLong(header(message, name).orElse(""));
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new UnreadableEvent(name + " is not a number", e);
        }
        throw new UnreadableEvent(name + " is out of bounds", null);
    }

    static Optional<String> header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Trace context of the sender; null where there was none. */
    static String traceparent(ConsumerRecord<String, byte[]> message) {
        return header(message, Traceparent.HEADER).orElse(null);
    }
}
