package vn.cchc.platform.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The table of working days packaged with the program. */
public final class ShippedTable {

    private static final String RESOURCE = "/calendar/working-days-vn.json";

    private ShippedTable() {}

    /** Calendar of the packaged table, for rules tested without a database. */
    public static WorkingCalendar calendar() {
        return WorkingCalendar.of(TableJson.read(body()));
    }

    static String body() {
        try (InputStream resource = ShippedTable.class.getResourceAsStream(RESOURCE)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
