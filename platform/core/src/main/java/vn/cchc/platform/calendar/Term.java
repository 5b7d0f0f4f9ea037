package vn.cchc.platform.calendar;

import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A span of time after an event, such as "10 ngày sau khi nhận được", or before one, such as "05 ngày trước kỳ họp".
 *
 * @param amount       from 1; that of a limit counts the days of its pauses, which may be years; hours are a multiple of
 *                     {@value #HOURS_OF_A_DAY}
 * @param rollsForward whether a last day that is off moves to the next working day (Civil Code 2015, art. 148(5));
 *                     without effect for working days, whose last day is worked anyway
 */
public record Term(int amount, Unit unit, boolean rollsForward) {

    /** Upper bound of what somebody states; longer terms do not occur and would only hide a typing error. */
    public static final int LONGEST = 1000;

    private static final int HOURS_OF_A_DAY = 24;

    public Term {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1) {
            throw new IllegalArgumentException("A term is at least one unit long, not " + amount);
        }
        if (unit == Unit.HOUR && (amount % HOURS_OF_A_DAY != 0 || rollsForward)) {
            throw new IllegalArgumentException(
                    "Hours that a day can be told from are whole days and do not roll: " + amount);
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

    /**
     * Hours from a moment (Civil Code 2015, art. 147(1)). Whole days of hours end on the same day at whatever hour they began, so
     * that the moment need not be known: 24 hours from any moment of a day end on the next day.
     *
     * @param amount a multiple of 24
     */
    public static Term hours(int amount) {
        return new Term(amount, Unit.HOUR, false);
    }

    /** Whether a term of so many hours ends on the same day at whatever hour it began. */
    public static boolean isWholeDays(int hours) {
        return hours % HOURS_OF_A_DAY == 0;
    }

    /** Hours as days. */
    int daysOfHours() {
        return amount / HOURS_OF_A_DAY;
    }

    /** The same term without rolling: it ends on its last day even if that is a day off. */
    public Term withoutRolling() {
        return new Term(amount, unit, false);
    }

    @Schema(name = "TermUnit")
    public enum Unit {
        /** From the moment of the event (art. 147(1)); ends at an hour, and does not roll. */
        HOUR,
        CALENDAR_DAY,
        WORKING_DAY,
        /** Ends on the same weekday (art. 148(2)). */
        WEEK,
        /** Ends on the same day number, or on the month's last day where there is none (art. 148(3)). */
        MONTH
    }
}
