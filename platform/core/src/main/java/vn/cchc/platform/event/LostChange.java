package vn.cchc.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The last change of an aggregate that was told, and that the journal lacks since the database was restored.
 *
 * @param state what was told
 * @param epoch the one that begins without it
 */
public record LostChange(
        String kind, UUID id, UUID authorityId, String type, OffsetDateTime occurredAt, JsonNode state, int epoch) {

    /** What was told, as JSON. */
    public String stateJson() {
        return state.toString();
    }

    /** Reads what was told. */
    public <T> T state(Class<T> reader) {
        return EventJson.convert(state, reader);
    }
}
