package vn.cchc.feedback.limit;

import java.time.Instant;
import java.time.LocalDate;
import vn.cchc.feedback.State;
import vn.cchc.platform.time.VietnamTime;

/**
 * A case is in a state, until its next span begins. The moment is kept although limits in days ask for its day alone: one in
 * working hours asks for the hour.
 */
public record StateSpan(State state, Instant from) {

    LocalDate firstDay() {
        return from.atZone(VietnamTime.ZONE).toLocalDate();
    }
}
