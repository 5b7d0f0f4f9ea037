package vn.cchc.platform.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * A change as stored in the {@link Journal}.
 *
 * @param position order among all changes of this service
 * @param epoch 0 for changes from before the journal
 * @param sequence 1 for the first change of the aggregate in its epoch, contiguous
 * @param type the CloudEvents type
 * @param occurredAt business time of the change
 * @param recordedAt business time at which this service recorded it
 * @param state the public state after it; partial for a reconstructed one
 * @param before the public state before it; empty for the first
 * @param detail not published
 * @param reconstructed whether it was migrated from the tables that kept history before the journal
 */
public record Recorded(
        long position,
        UUID id,
        int epoch,
        long sequence,
        String type,
        OffsetDateTime occurredAt,
        OffsetDateTime recordedAt,
        JsonNode state,
        Optional<JsonNode> before,
        Optional<JsonNode> detail,
        Actor by,
        Optional<String> reason,
        boolean reconstructed) {

    /** Reads the state into the given record; unknown fields are ignored. */
    public <T> T state(Class<T> reader) {
        return EventJson.convert(state, reader);
    }

    /** Reads the detail into the given record; empty where there is none. */
    public <T> Optional<T> detail(Class<T> reader) {
        return detail.map(json -> EventJson.convert(json, reader));
    }

    /** The past participle of {@link #type()}: {@code answered} of {@code vn.cchc.feedback.answered.v1}. */
    public String what() {
        int end = type.lastIndexOf('.');
        int start = type.lastIndexOf('.', end - 1);
        return start < 0 ? type : type.substring(start + 1, end);
    }
}
