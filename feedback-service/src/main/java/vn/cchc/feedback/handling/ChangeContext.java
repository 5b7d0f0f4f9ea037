package vn.cchc.feedback.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.feedback.limit.OfficeHoursTable;
import vn.cchc.feedback.limit.WorkingTime;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Actor;

/**
 * The circumstances of a change.
 *
 * @param at       business time, with the offset of Vietnam
 * @param calendar the working days in force
 * @param offices  the office hours of all authorities
 */
public record ChangeContext(Actor by, OffsetDateTime at, WorkingCalendar calendar, OfficeHoursTable offices) {

    LocalDate day() {
        return at.toLocalDate();
    }

    /** What limits of an authority are counted with. */
    WorkingTime workingTime(UUID authorityId) {
        return new WorkingTime(calendar, offices, authorityId);
    }
}
