package vn.cchc.plan.timing;

import java.util.Objects;
import vn.cchc.platform.calendar.Term;

/**
 * A term after an event, as printed.
 *
 * @param amount from 1 to {@value Term#LONGEST}
 */
public record Offset(int amount, OffsetUnit unit) {

    public Offset {
        Objects.requireNonNull(unit, "unit");
        if (amount < 1 || amount > Term.LONGEST) {
            throw new IllegalArgumentException("An offset is 1 to " + Term.LONGEST + " units, not " + amount);
        }
    }

    /** The term; it rolls to the next working day when its last day is a day off (Civil Code 2015, art. 148(5)). */
    public Term term() {
        return switch (unit) {
            case DAY -> Term.calendarDays(amount);
            case WORKING_DAY -> Term.workingDays(amount);
            case WEEK -> Term.weeks(amount);
            case MONTH -> Term.months(amount);
        };
    }
}
