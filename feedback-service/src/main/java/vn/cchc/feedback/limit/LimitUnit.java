package vn.cchc.feedback.limit;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.calendar.Term;

/** What a limit counts. */
@Schema(
        name = "LimitUnit",
        description =
                "`CALENDAR_DAY`: ngày; `WORKING_DAY`: ngày làm việc; `WORKING_HOUR`: giờ làm việc, office hours of the"
                        + " authority on working days, from the moment of arrival on")
public enum LimitUnit {
    CALENDAR_DAY(Term.Unit.CALENDAR_DAY),
    WORKING_DAY(Term.Unit.WORKING_DAY),
    /** Hours of the office hours of the authority, on working days; from the moment of the event (Civil Code 2015, art. 147(1)). */
    WORKING_HOUR(null);

    private final Term.Unit days;

    LimitUnit(Term.Unit days) {
        this.days = days;
    }

    public boolean isHours() {
        return days == null;
    }

    /** The unit as one of days; empty for hours. */
    Optional<Term.Unit> days() {
        return Optional.ofNullable(days);
    }
}
