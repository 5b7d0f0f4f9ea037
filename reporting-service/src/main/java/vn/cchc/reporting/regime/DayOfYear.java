package vn.cchc.reporting.regime;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A day that is the same in each year: its anchor is the year of a period.
 *
 * @param years how many years after that of the period; -1 for the year before
 * @param month 1 to 12
 * @param day 1 to 31; past the end of the month it is the month's last day
 */
public record DayOfYear(int years, int month, int day) {

    /** The day, of a period of that year. */
    public LocalDate in(int year) {
        YearMonth found = YearMonth.of(year + years, month);
        return found.atDay(Math.min(day, found.lengthOfMonth()));
    }
}
