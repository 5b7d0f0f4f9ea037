package vn.cchc.platform.calendar;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A table of working days as it is stored. */
public final class TableJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private TableJson() {}

    /** Fails on a field it does not know: a table is entered with care or not at all. */
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
