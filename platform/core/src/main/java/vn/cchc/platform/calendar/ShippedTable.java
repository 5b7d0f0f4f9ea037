package vn.cchc.platform.calendar;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The table of working days that comes with the program, and the way a stored one is read. */
public final class ShippedTable {

    private static final String RESOURCE = "/calendar/working-days-vn.json";
    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private ShippedTable() {}

    /** The calendar of the shipped table, for rules that are tested without a database. */
    public static WorkingCalendar calendar() {
        return WorkingCalendar.of(read(body()));
    }

    static String body() {
        try (InputStream resource = ShippedTable.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails on a field it does not know: a table is entered with care or not at all. */
    static CalendarTable read(String body) {
        try {
            return JSON.readValue(body, CalendarTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of working days cannot be read", e);
        }
    }
}
