package vn.cchc.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** The one time zone in which days begin and end for every rule of this system. */
public final class VietnamTime {

    /** Indochina Time, UTC+7 all year. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Ho_Chi_Minh");

    private VietnamTime() {}

    /** The same moment, as it is told here. */
    public static OffsetDateTime local(OffsetDateTime time) {
        return time.atZoneSameInstant(ZONE).toOffsetDateTime();
    }

    /** A moment as it is told here. */
    public static OffsetDateTime local(Instant moment) {
        return moment.atZone(ZONE).toOffsetDateTime();
    }

    /** The business day of a moment. */
    public static LocalDate dayOf(OffsetDateTime time) {
        return time.atZoneSameInstant(ZONE).toLocalDate();
    }

    /** The first moment of a day; that of the next one is its end (Civil Code 2015, Article 148(6)). */
    public static OffsetDateTime startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toOffsetDateTime();
    }
}
