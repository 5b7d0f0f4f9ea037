package vn.cchc.platform.http;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Reads parameters of paths, queries and headers; a malformed one is a 400 that names it, not the 404 of Jakarta REST. */
@Provider
public class StrictParameters implements ParamConverterProvider {

    private static final Map<Class<?>, Function<String, Object>> READERS = Map.of(
            UUID.class, StrictParameters::uuid,
            LocalDate.class, DatesAndTimes::date,
            OffsetDateTime.class, DatesAndTimes::time,
            Integer.class, Integer::valueOf,
            Boolean.class, StrictParameters::trueOrFalse);

    @Override
    @SuppressWarnings("unchecked") // the reader of a class makes objects of that class
    public <T> ParamConverter<T> getConverter(Class<T> type, Type genericType, Annotation[] annotations) {
        String name = name(annotations);
        if (type.isEnum()) {
            String names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", "));
            return new Strict<>(name, names, text -> Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(text))
                    .findFirst()
                    .orElseThrow(IllegalArgumentException::new));
        }
        Function<String, Object> reader = READERS.get(type);
        return reader == null ? null : new Strict<>(name, Expected.of(type), text -> (T) reader.apply(text));
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
            throw new IllegalArgumentException();
        }
        return text.equals("true");
    }

    private static String name(Annotation[] annotations) {
        for (Annotation annotation : annotations) {
            String name = annotation instanceof QueryParam query
                    ? query.value()
                    : annotation instanceof PathParam path
                            ? path.value()
                            : annotation instanceof HeaderParam header
                                    ? header.value()
                                    : annotation instanceof RestQuery query
                                            ? query.value()
                                            : annotation instanceof RestPath path
                                                    ? path.value()
                                                    : annotation instanceof RestHeader header ? header.value() : "";
            if (!name.isEmpty()) {
                return name;
            }
        }
        return "";
    }

    private record Strict<T>(String name, String expected, Function<String, T> reader) implements ParamConverter<T> {

        @Override
        public T fromString(String text) {
            if (text == null || text.isEmpty()) {
                return null;
            }
            try {
                return reader.apply(text);
            } catch (RuntimeException e) {
                throw Problem.badRequest(
                        "malformed-parameter",
                        StandardWording.MALFORMED_PARAMETER,
                        FieldFault.of(nameOf(text), "Cần " + expected + ".", "Expected " + expected + "."));
            }
        }

        /** Annotations without a value leave the name to the Java parameter, which is not known here: the request knows it. */
        private String nameOf(String text) {
            if (!name.isEmpty()) {
                return name;
            }
            var exchange =
                    Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
            return exchange.queryParams().entries().stream()
                    .filter(parameter -> parameter.getValue().equals(text))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("path");
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
