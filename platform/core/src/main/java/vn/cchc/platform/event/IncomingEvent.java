package vn.cchc.platform.event;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * An event that has been believed: its envelope has been read, its body not yet.
 *
 * @param kind the kind of aggregate it tells of
 * @param aggregateId the aggregate, which is the key of the record and the {@code id} of the body
 * @param epoch the time line of the service that tells it; 0 for what is from before it had a journal
 * @param sequence its place among the events of the aggregate; in epoch 0 the aggregate's version
 * @param position in the journal of the service that tells it; 0 where it does not say
 * @param type the CloudEvents type (header {@code ce_type})
 * @param occurredAt business time of the change
 * @param recordedAt business time at which the service that tells it knew
 * @param authorityId whose the aggregate is
 * @param data the JSON body
 */
@SuppressWarnings("ArrayRecordComponent") // bytes of the wire, compared by nobody
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
     * One that has been heard before.
     *
     * @param row of {@code heard}, with all of its columns but {@code kind} and {@code heard_at}
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
     * @throws UnreadableEvent when the body is not JSON or does not have what the record needs
     */
    public <T> T as(Class<T> reader) {
        return EventJson.read(data, reader);
    }

    boolean isBehind(int otherEpoch, long otherSequence) {
        return epoch < otherEpoch || (epoch == otherEpoch && sequence <= otherSequence);
    }
}
