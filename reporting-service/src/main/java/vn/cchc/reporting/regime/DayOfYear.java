package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A recurring day, relative to the year of a period.
 *
 * @param years offset from the period's year; -1 for the year before
 * @param month 1 to 12
 * @param day 1 to 31; clamped to the last day of the month
 */
public record DayOfYear(int years, int month, int day) {

    /** The date for a period of that year. */
    public LocalDate in(int year) {
        YearMonth found = YearMonth.of(year + years, month);
        return found.atDay(Math.min(day, found.lengthOfMonth()));
    }
}
