package vn.cchc.platform.event;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * An event as it came, not yet read.
 *
 * @param topic the topic it came from
 * @param type the CloudEvents type (header {@code ce_type})
 * @param aggregateId the key of the record
 * @param data the JSON body
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire, compared by nobody
public record IncomingEvent(String topic, String type, UUID aggregateId, byte[] data) {

    /**
     * Reads the body with the consumer's own, tolerant record.
     *
     * @throws UnreadableEvent when the body is not JSON or does not have what the record needs
     */
    public <T> T as(Class<T> reader) {
        return EventJson.read(data, reader);
    }

    static IncomingEvent of(String topic, ConsumerRecord<String, byte[]> message) {
        Header type = message.headers().lastHeader("ce_type");
        if (type == null || message.key() == null || message.value() == null) {
            throw new UnreadableEvent("A header ce_type, a key and a body are needed", null);
        }
        try {
            return new IncomingEvent(
                    topic,
                    new String(type.value(), StandardCharsets.UTF_8),
                    UUID.fromString(message.key()),
                    message.value());
        } catch (IllegalArgumentException e) {
            throw new UnreadableEvent("The key is not the id of an aggregate", e);
        }
    }
}
