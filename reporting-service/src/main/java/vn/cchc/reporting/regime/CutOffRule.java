package vn.cchc.reporting.regime;

import java.time.LocalDate;
import vn.cchc.platform.calendar.WorkingCalendar;

/** Rule for the last day counted; Decree 09/2019/NĐ-CP lets a regime set its own cut-off (chốt số liệu). */
public sealed interface CutOffRule {

    /** Last day counted, inclusive, of the report for a period of that year. */
    LocalDate cutOff(int year, LocalDate dueOn, WorkingCalendar calendar);

    /** Whether the cut-off depends on a year without a working-day table. */
    boolean isProvisional(int year, LocalDate dueOn, WorkingCalendar calendar);

    /**
     * Whole working days between the cut-off and the due day, for writing and signing. Example with one: due on
     * Saturday 27 February 2021, that day is Friday the 26th, and the cut-off is Thursday the 25th.
     */
    record WorkingDaysBetween(int days) implements CutOffRule {

        @Override
        public LocalDate cutOff(int year, LocalDate dueOn, WorkingCalendar calendar) {
            return calendar.shift(dueOn, -days).minusDays(1);
        }

        /** Depends on the days between the cut-off and the due day. */
        @Override
        public boolean isProvisional(int year, LocalDate dueOn, WorkingCalendar calendar) {
            int from = cutOff(year, dueOn, calendar).plusDays(1).getYear();
            int to = dueOn.minusDays(1).getYear();
            return !calendar.yearsWithoutTable(from, to).isEmpty();
        }
    }

    /** A fixed day, whether a working day or not, independent of the due day. */
    record OnDay(DayOfYear day) implements CutOffRule {

        @Override
        public LocalDate cutOff(int year, LocalDate dueOn, WorkingCalendar calendar) {
            return day.in(year);
        }

        @Override
        public boolean isProvisional(int year, LocalDate dueOn, WorkingCalendar calendar) {
            return false;
        }
    }
}
