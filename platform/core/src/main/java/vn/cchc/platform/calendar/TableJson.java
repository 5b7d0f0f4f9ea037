package vn.cchc.platform.calendar;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import vn.cchc.platform.database.JsonColumns;

/** Serialisation of a table of working days. */
public final class TableJson {

    private static final JsonMapper JSON = JsonColumns.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private TableJson() {}

    /** Rejects unknown fields: a misspelt field must not silently drop days. */
    public static CalendarTable read(String body) {
        try {
            return JSON.readValue(body, CalendarTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of working days cannot be read", e);
        }
    }

    public static String write(CalendarTable table) {
        try {
            return JSON.writeValueAsString(table);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of working days cannot be written", e);
        }
    }
}
