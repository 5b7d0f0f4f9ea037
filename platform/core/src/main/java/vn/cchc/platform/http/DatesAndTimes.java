package vn.cchc.platform.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/**
 * Days and times as RFC 3339 writes them: a year has four digits. ISO 8601 as Java reads it knows longer years, signed, which
 * no calendar here and no column of PostgreSQL covers. A time is cut to the microseconds that PostgreSQL keeps: its driver would
 * round up, and move 23:59:59.9999999 into the next day after the day has been derived.
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
     * Reads {@code YYYY-MM-DDThh:mm:ss} with an offset; what lies below a microsecond is cut off.
     *
     * @throws DateTimeException when it is no such time
     */
    static OffsetDateTime time(String text) {
        requireFourDigits(text);
        return OffsetDateTime.parse(text).truncatedTo(ChronoUnit.MICROS);
    }

    private static void requireFourDigits(String text) {
        if (text.startsWith("+") || text.startsWith("-")) {
            throw new DateTimeException("A year has four digits");
        }
    }
}
