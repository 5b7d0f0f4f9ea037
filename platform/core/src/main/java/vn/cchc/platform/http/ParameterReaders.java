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

/** Reads parameters of paths and queries, each in the one way to write it. {@link StrictParameters} has checked them before. */
@Provider
public class ParameterReaders implements ParamConverterProvider {

    private static final Map<Class<?>, ParameterReader<?>> READERS = Map.of(
            UUID.class, ParameterReader.of(UUID.class, ParameterReaders::uuid),
            LocalDate.class, ParameterReader.of(LocalDate.class, DatesAndTimes::date),
            OffsetDateTime.class, ParameterReader.of(OffsetDateTime.class, DatesAndTimes::time),
            Integer.class, ParameterReader.of(Integer.class, Integer::valueOf),
            int.class, ParameterReader.of(int.class, Integer::valueOf),
            Boolean.class, ParameterReader.of(Boolean.class, ParameterReaders::trueOrFalse));

    /** The reader of a type; none for a text, which needs none. */
    static Optional<ParameterReader<?>> of(Class<?> type) {
        return type.isEnum() ? Optional.of(ParameterReader.ofNames(type)) : Optional.ofNullable(READERS.get(type));
    }

    @Override
    @SuppressWarnings("unchecked") // the reader of a class makes objects of that class
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        return (ParamConverter<T>) of(type).orElse(null);
    }

    /**
     * Reads the one way to write it, 8-4-4-4-12 digits; Java would complete a shorter one.
     *
     * @throws IllegalArgumentException when it is none
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
     * @param expected how the type is written, understood in both languages
     * @param reader throws a {@link RuntimeException} on what it cannot read
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
