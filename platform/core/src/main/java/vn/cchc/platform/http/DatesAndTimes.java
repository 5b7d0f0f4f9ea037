package vn.cchc.platform.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * Days and times as RFC 3339 writes them: a year has four digits. ISO 8601 as Java reads it knows longer years, signed, which
 * no calendar here and no column of PostgreSQL covers.
 */
final class DatesAndTimes {

    private DatesAndTimes() {}

    /**
     * Reads {@code YYYY-MM-DD}.
     *
     * @throws DateTimeException when it is no such day
     */
    static LocalDate date(String text) {
        requireFourDigits(text);
        return LocalDate.parse(text);
    }

    /**
     * Reads {@code YYYY-MM-DDThh:mm:ss} with an offset.
     *
     * @throws DateTimeException when it is no such time
     */
    static OffsetDateTime time(String text) {
        requireFourDigits(text);
        return OffsetDateTime.parse(text);
    }

    private static void requireFourDigits(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException("A year has four digits");
        }
    }
}
