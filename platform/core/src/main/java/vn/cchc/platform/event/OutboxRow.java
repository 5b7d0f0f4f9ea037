package vn.cchc.platform.event;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import vn.cchc.platform.tracing.Traceparent;

/**
 * A change of the journal to be sent as a CloudEvent in binary mode (CloudEvents Kafka binding 1.0). Sequence and
 * recorded time are extension attributes.
 *
 * @param traceparent of the span in which it was journaled; null where there was none
 * @param eventId {@code ce_id} given by the former version's outbox; null for a change of the journal
 */
record OutboxRow(
        long position,
        String kind,
        String id,
        int epoch,
        long sequence,
        String type,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt,
        String state,
        String traceparent,
        String eventId) {

    /** Whether it goes to every partition of every topic, after everything journaled before it. */
    boolean isMark() {
        return DayMark.KIND.equals(kind) || EpochRaised.KIND.equals(kind);
    }

    ProducerRecord<String, byte[]> event(byte[] source, long reached) {
        return withHeaders(new ProducerRecord<>(Envelope.topic(kind), id, utf8(state)), source, reached);
    }

    ProducerRecord<String, byte[]> onPartition(String topic, int partition, byte[] source, long reached) {
        return withHeaders(new ProducerRecord<>(topic, partition, null, utf8(state)), source, reached);
    }

    private ProducerRecord<String, byte[]> withHeaders(
            ProducerRecord<String, byte[]> message, byte[] source, long reached) {
        Headers headers = message.headers();
        headers.add("ce_specversion", utf8("1.0"));
        // Deterministic: the same id on every resend.
        headers.add("ce_id", utf8(eventId == null ? id + "." + epoch + "." + sequence : eventId));
        headers.add("ce_source", source);
        headers.add("ce_type", utf8(type));
        headers.add("ce_time", utf8(time(occurredAt)));
        headers.add("ce_subject", utf8(id));
        if (eventId == null) {
            headers.add("ce_epoch", utf8(Integer.toString(epoch)));
            headers.add("ce_sequence", utf8(Long.toString(sequence)));
            headers.add("ce_recordedtime", utf8(time(recordedAt)));
            headers.add("ce_position", utf8(Long.toString(position)));
            headers.add("ce_reached", utf8(Long.toString(reached)));
        }
        headers.add("content-type", utf8("application/json"));
        if (traceparent != null) {
            headers.add(Traceparent.HEADER, utf8(traceparent));
        }
        return message;
    }

    /** RFC 3339 requires seconds; {@code toString} omits them when zero. */
    private static String time(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    /** @param former whether the rows are of the former version's outbox, which has an id for each event */
    static List<OutboxRow> read(ResultSet found, boolean former) throws SQLException {
        List<OutboxRow> rows = new ArrayList<>();
        try (found) {
            while (found.next()) {
                rows.add(new OutboxRow(
                        found.getLong(1),
                        found.getString(2),
                        found.getString(3),
                        found.getInt(4),
                        found.getLong(5),
                        found.getString(6),
                        found.getObject(7, OffsetDateTime.class),
                        found.getObject(8, OffsetDateTime.class),
                        found.getString(9),
                        found.getString(10),
                        former ? found.getString(11) : null));
            }
        }
        return rows;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
