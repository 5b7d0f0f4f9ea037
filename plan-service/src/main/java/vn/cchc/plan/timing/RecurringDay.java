package vn.cchc.plan.timing;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Objects;
import java.util.Optional;

/** The day within each period of a recurring rule, where it is not the one that the rhythm itself has. */
public sealed interface RecurringDay {

    /** Last day of a month that every month has. */
    int LAST_DAY = 28;

    boolean suits(Rhythm rhythm);

    /** A weekday, with the hour until which it is in time. */
    record Weekday(DayOfWeek day, Optional<LocalTime> hour) implements RecurringDay {
        public Weekday {
            Objects.requireNonNull(day, "day");
        }

        @Override
        public boolean suits(Rhythm rhythm) {
            return rhythm == Rhythm.WEEKLY;
        }
    }

    /**
     * A day of a month.
     *
     * @param day from 1 to {@value #LAST_DAY}, which every month has
     * @param month of the period: 0 is its last month, -2 the first of a quarter, 1 the month after the period
     */
    record DayOfMonth(int day, int month, Deadline.Wording wording) implements RecurringDay {
        public DayOfMonth {
            Objects.requireNonNull(wording, "wording");
            if (day < 1 || day > LAST_DAY || month < -2 || month > 1 || month == -1) {
                throw new IllegalArgumentException("There is no day " + day + " of month " + month);
            }
        }

        @Override
        public boolean suits(Rhythm rhythm) {
            return rhythm == Rhythm.QUARTERLY || (rhythm == Rhythm.MONTHLY && month >= 0);
        }
    }
}
