package vn.cchc.platform.database;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How JSON columns are written and read: apart from the JSON of the API, so that a change there never touches stored data. Readers
 * are as tolerant as those of events: a field that another version has kept is left aside, and a list, set or map that is not there
 * is an empty one, unless the component says otherwise ({@code @JsonSetter(nulls = Nulls.SET)}).
 */
public final class JsonColumns {

    private static final JsonMapper MAPPER = builder().build();

    private JsonColumns() {}

    /** For readers that differ in something more. */
    public static JsonMapper.Builder builder() {
        JsonMapper.Builder builder = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Class<?> collection : List.of(List.class, Set.class, Map.class)) {
            builder.withConfigOverride(
                    collection, config -> config.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        return builder;
    }

    /** @throws IllegalStateException when the column holds what the reader does not expect */
    public static <T> T read(String json, Class<T> reader) {
        try {
            return MAPPER.readValue(json, reader);
        } catch (JsonProcessingException e) {
            throw unexpected(reader, e);
        }
    }

    /** @throws IllegalStateException when the column holds what the reader does not expect */
    public static <T> T read(String json, TypeReference<T> reader) {
        try {
            return MAPPER.readValue(json, reader);
        } catch (JsonProcessingException e) {
            throw unexpected(reader.getType(), e);
        }
    }

    private static IllegalStateException unexpected(Type reader, JsonProcessingException cause) {
        return new IllegalStateException("A column does not hold what is expected: " + reader.getTypeName(), cause);
    }

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot be written to a column: " + value.getClass(), e);
        }
    }
}
