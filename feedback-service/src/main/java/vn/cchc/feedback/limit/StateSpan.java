package vn.cchc.feedback.limit;

import java.time.Instant;
import java.time.LocalDate;
import vn.cchc.feedback.State;
import vn.cchc.platform.time.VietnamTime;

/**
 * A state and the time it was entered; it ends where the next span begins. Limits in working hours count by the moment,
 * limits in days by its day.
 */
public record StateSpan(State state, Instant from) {

    LocalDate firstDay() {
        return from.atZone(VietnamTime.ZONE).toLocalDate();
    }
}
