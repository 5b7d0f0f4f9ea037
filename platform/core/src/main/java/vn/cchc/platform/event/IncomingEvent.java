package vn.cchc.platform.event;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A validated event: the envelope has been read, the body not yet.
 *
 * @param kind the kind of aggregate
 * @param aggregateId the record key and the {@code id} of the body
 * @param epoch the publisher's epoch; 0 for events from before it had a journal
 * @param sequence contiguous within the aggregate; in epoch 0 the aggregate's version
 * @param position in the publisher's journal; 0 where absent
 * @param type the CloudEvents type (header {@code ce_type})
 * @param occurredAt business time of the change
 * @param recordedAt business time at which the publisher recorded it
 * @param authorityId the authority of the aggregate
 * @param data the JSON body
 */
@SuppressWarnings("ArrayRecordComponent") // raw bytes; records are never compared
public record IncomingEvent(
        String kind,
        UUID aggregateId,
        int epoch,
        long sequence,
        long position,
        String type,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt,
        UUID authorityId,
        byte[] data) {

    /**
     * Reads a consumed event.
     *
     * @param row of {@code heard}, with all columns but {@code kind} and {@code heard_at}
     */
    public static IncomingEvent of(String kind, ResultSet row) throws SQLException {
        return new IncomingEvent(
                kind,
                row.getObject("id", UUID.class),
                row.getInt("epoch"),
                row.getLong("sequence"),
                row.getLong("position"),
                row.getString("type"),
                row.getObject("occurred_at", OffsetDateTime.class),
                row.getObject("recorded_at", OffsetDateTime.class),
                row.getObject("authority_id", UUID.class),
                row.getString("state").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Reads the body with the consumer's own, tolerant record.
     *
     * @throws UnreadableEvent when the body is not JSON or lacks what the record requires
     */
    public <T> T as(Class<T> reader) {
        return EventJson.read(data, reader);
    }

    boolean isBehind(int otherEpoch, long otherSequence) {
        return epoch < otherEpoch || (epoch == otherEpoch && sequence <= otherSequence);
    }
}
