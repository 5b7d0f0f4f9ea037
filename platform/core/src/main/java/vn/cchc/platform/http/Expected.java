package vn.cchc.platform.http;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/** Expected format of a JSON value by its Java type, in words understood in both languages. */
final class Expected {

    private Expected() {}

    static String of(Class<?> type) {
        if (type == LocalDate.class) {
            return "YYYY-MM-DD";
        }
        if (type == OffsetDateTime.class || type == Instant.class) {
            return "YYYY-MM-DDThh:mm:ss+07:00";
        }
        if (type == UUID.class) {
            return "UUID";
        }
        if (type == String.class) {
            return "string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true | false";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "array";
        }
        return "object";
    }
}
