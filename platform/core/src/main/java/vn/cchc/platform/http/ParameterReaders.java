package vn.cchc.platform.http;

import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Parses path and query parameters, each in its canonical format. {@link StrictParameters} has validated them before.
 */
@Provider
public class ParameterReaders implements ParamConverterProvider {

    private static final Map<Class<?>, ParameterReader<?>> READERS = Map.of(
            UUID.class, ParameterReader.of(UUID.class, ParameterReaders::uuid),
            LocalDate.class, ParameterReader.of(LocalDate.class, DatesAndTimes::date),
            OffsetDateTime.class, ParameterReader.of(OffsetDateTime.class, DatesAndTimes::time),
            Integer.class, ParameterReader.of(Integer.class, Integer::valueOf),
            int.class, ParameterReader.of(int.class, Integer::valueOf),
            Boolean.class, ParameterReader.of(Boolean.class, ParameterReaders::trueOrFalse));

    /** The parser of a type; empty for text. */
    static Optional<ParameterReader<?>> of(Class<?> type) {
        return type.isEnum() ? Optional.of(ParameterReader.ofNames(type)) : Optional.ofNullable(READERS.get(type));
    }

    @Override
    @SuppressWarnings("unchecked") // the reader of a class returns objects of that class
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) of(type).orElse(null);
    }

    /**
     * Parses the canonical format only, 8-4-4-4-12 digits; Java would pad a shorter one.
     *
     * @throws IllegalArgumentException when it is malformed
     */
    public static UUID uuid(String text) {
        UUID read = UUID.fromString(text);
        if (!read.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not a UUID");
        }
        return read;
    }

    private static Boolean trueOrFalse(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("Neither true nor false");
        }
        return text.equals("true");
    }

    /**
     * @param expected the format, in words understood in both languages
     * @param reader throws a {@link RuntimeException} on malformed input
     */
    record ParameterReader<T>(String expected, Function<String, T> reader) implements ParamConverter<T> {

        static <T> ParameterReader<T> of(Class<T> type, Function<String, T> reader) {
            return new ParameterReader<>(Expected.of(type), reader);
        }

        static ParameterReader<Object> ofNames(Class<?> type) {
            Map<String, Object> constants = Arrays.stream(type.getEnumConstants())
                    .collect(Collectors.toMap(constant -> ((Enum<?>) constant).name(), Function.identity()));
            String names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return new ParameterReader<>(
                    names, text -> Optional.ofNullable(constants.get(text)).orElseThrow(IllegalArgumentException::new));
        }

        boolean reads(String text) {
            try {
                fromString(text);
                return true;
            } catch (RuntimeException e) {
                return false;
            }
        }

        @Override
        public T fromString(String text) {
            return text == null ? null : reader.apply(text);
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
