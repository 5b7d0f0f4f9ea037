package vn.cchc.reporting.projection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;

/** Reads stored states as tolerantly as events are read: fields that no reader asks for are left aside. */
public final class StateJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new ParameterNamesModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    private StateJson() {}

    public static <T> T read(String json, Class<T> reader) {
        try {
            return MAPPER.readValue(json, reader);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored state is not what " + reader.getSimpleName() + " expects", e);
        }
    }
}
