package vn.cchc.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The last published change of an aggregate that the journal lacks since a restore.
 *
 * @param state the published state
 * @param epoch the epoch that begins without it
 */
public record LostChange(
        String kind, UUID id, UUID authorityId, String type, OffsetDateTime occurredAt, JsonNode state, int epoch) {

    /** The published state, as JSON. */
    public String stateJson() {
        return state.toString();
    }

    /** Reads the published state. */
    public <T> T state(Class<T> reader) {
        return EventJson.convert(state, reader);
    }
}
