package vn.cchc.plan.timing;

import java.util.Objects;
import vn.cchc.platform.calendar.Term;

/**
 * A term after an event or before one, as printed.
 *
 * @param amount 1 to {@value Term#LONGEST} after the event, the same below zero before it; hours are whole days, as only then the
 *     day on which they end does not depend on the hour of the event
 */
public record Offset(int amount, OffsetUnit unit) {

    public Offset {
        Objects.requireNonNull(unit, "unit");
        if (amount == 0 || Math.abs(amount) > Term.LONGEST) {
            throw new IllegalArgumentException("An offset is 1 to " + Term.LONGEST + " units, not " + amount);
        }
        if (unit == OffsetUnit.HOUR && !Term.isWholeDays(amount)) {
            throw new IllegalArgumentException("On which day " + amount + " hours end depends on the hour they begin");
        }
    }

    /** Whether it is counted back from the event. */
    public boolean isBefore() {
        return amount < 0;
    }

    /** As long before the event. */
    Offset before() {
        return new Offset(-amount, unit);
    }

    /** Whether a replica of the version before reads it: it knows neither terms before an event nor terms in hours. */
    boolean isKnownBefore() {
        return !isBefore() && unit != OffsetUnit.HOUR;
    }

    /**
     * Its length. After an event it rolls to the next working day when its last day is a day off (Civil Code 2015, art. 148(5)),
     * but for hours, which end at an hour.
     */
    public Term term() {
        int length = Math.abs(amount);
        return switch (unit) {
            case HOUR -> Term.hours(length);
            case DAY -> Term.calendarDays(length);
            case WORKING_DAY -> Term.workingDays(length);
            case WEEK -> Term.weeks(length);
            case MONTH -> Term.months(length);
        };
    }
}
