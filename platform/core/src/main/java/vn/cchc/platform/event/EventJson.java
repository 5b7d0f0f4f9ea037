package vn.cchc.platform.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import vn.cchc.platform.database.JsonColumns;

/** How events are written and read, in the journal as on the broker: ISO-8601 times with their offset; see {@link JsonColumns}. */
final class EventJson {

    private static final ObjectMapper MAPPER = JsonColumns.builder()
            .addModule(new ParameterNamesModule())
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private EventJson() {}

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds what is no JSON", e);
        }
    }

    static <T> T read(String json, TypeReference<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database holds what is not expected", e);
        }
    }

    static <T> T convert(JsonNode json, Class<T> reader) {
        return MAPPER.convertValue(json, reader);
    }

    static String write(Object payload) {
        try {
            return MAPPER.writeValueAsString(payload);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("An event payload cannot be written: " + payload.getClass(), e);
        }
    }

    static <T> T read(byte[] data, Class<T> reader) {
        try {
            T event = MAPPER.readValue(data, reader);
            if (event == null) {
                throw new UnreadableEvent("The event has no content", null);
            }
            return event;
        } catch (IOException e) {
            throw new UnreadableEvent("The event is not what " + reader.getSimpleName() + " expects", e);
        }
    }
}
