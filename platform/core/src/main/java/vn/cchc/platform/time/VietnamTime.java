package vn.cchc.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The time zone of all rules in this system. */
public final class VietnamTime {

    /** Indochina Time, UTC+7 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    /** The same instant with the offset of Vietnam. */
    public static OffsetDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(ZONE).toOffsetDateTime();
    }

    /** The instant with the offset of Vietnam. */
    public static OffsetDateTime local(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }

    /** The business day of an instant. */
    public static LocalDate dayOf(OffsetDateTime time) {
        return time.atZoneSameInstant(ZONE).toLocalDate();
    }

    /** The first instant of a day; that of the next day is its end (Civil Code 2015, Article 148(6)). */
    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}
