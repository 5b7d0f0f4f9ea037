package vn.cchc.feedback.limit;

import java.time.Instant;
import java.time.LocalDate;
import vn.cchc.feedback.State;
import vn.cchc.platform.time.VietnamTime;

/**
 * A state and the time it was entered; it ends where the next span begins. The time of day is stored for limits in
 * working hours; limits in days need only the day.
 */
public record StateSpan(State state, Instant from) {

    LocalDate firstDay() {
        return from.atZone(VietnamTime.ZONE).toLocalDate();
    }
}
