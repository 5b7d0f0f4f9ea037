package vn.cchc.feedback.handling;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.event.Actor;

/**
 * The circumstances of a change.
 *
 * @param at       business time, with the offset of Vietnam
 * @param calendar the working days in force
 */
public record ChangeContext(Actor by, OffsetDateTime at, WorkingCalendar calendar) {

    LocalDate day() {
        return at.toLocalDate();
    }
}
