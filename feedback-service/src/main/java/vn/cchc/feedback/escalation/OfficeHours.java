package vn.cchc.feedback.escalation;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.time.VietnamTime;

/**
 * When people are at work: on working days, from opening to closing.
 *
 * @param closes excluded
 */
record OfficeHours(LocalTime opens, LocalTime closes, WorkingCalendar calendar) {

    /** @throws IllegalArgumentException when it does not open before it closes */
    OfficeHours {
        if (!opens.isBefore(closes)) {
            throw new IllegalArgumentException(
                    "cchc.reminders.opens (" + opens + ") must be before cchc.reminders.closes (" + closes + ")");
        }
    }

    boolean include(OffsetDateTime moment) {
        LocalTime time = VietnamTime.local(moment).toLocalTime();
        return calendar.isWorkingDay(VietnamTime.dayOf(moment)) && !time.isBefore(opens) && time.isBefore(closes);
    }

    /** The first opening after that moment. */
    OffsetDateTime nextOpening(OffsetDateTime moment) {
        LocalDate day = VietnamTime.dayOf(moment);
        LocalDate from = VietnamTime.local(moment).toLocalTime().isBefore(opens) ? day : day.plusDays(1);
        return calendar.nextOrSameWorkingDay(from)
                .atTime(opens)
                .atZone(VietnamTime.ZONE)
                .toOffsetDateTime();
    }
}
