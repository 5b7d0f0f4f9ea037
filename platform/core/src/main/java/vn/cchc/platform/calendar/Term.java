package vn.cchc.platform.calendar;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A span of time after an event, such as "10 ngày sau khi nhận được".
 *
 * @param amount       from 1; that of a limit counts the days of its pauses, which may be years
 * @param rollsForward whether a last day that is off moves to the next working day (Civil Code 2015, art. 148(5));
 *                     without effect for working days, whose last day is worked anyway
 */
public record Term(int amount, Unit unit, boolean rollsForward) {

    /** Upper bound of what somebody states; longer terms do not occur and would only hide a typing error. */
    public static final int LONGEST = 1000;

    public Term {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1) {
            throw new IllegalArgumentException("A term is at least one unit long, not " + amount);
        }
    }

    public static Term calendarDays(int amount) {
        return new Term(amount, Unit.CALENDAR_DAY, true);
    }

    public static Term workingDays(int amount) {
        return new Term(amount, Unit.WORKING_DAY, true);
    }

    public static Term weeks(int amount) {
        return new Term(amount, Unit.WEEK, true);
    }

    public static Term months(int amount) {
        return new Term(amount, Unit.MONTH, true);
    }

    /** The same term without rolling: it ends on its last day even if that is a day off. */
    public Term withoutRolling() {
        return new Term(amount, unit, false);
    }

    @Schema(name = "TermUnit")
    public enum Unit {
        CALENDAR_DAY,
        WORKING_DAY,
        /** Ends on the same weekday (art. 148(2)). */
        WEEK,
        /** Ends on the same day number, or on the month's last day where there is none (art. 148(3)). */
        MONTH
    }
}
