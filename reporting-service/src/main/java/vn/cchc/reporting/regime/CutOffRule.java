package vn.cchc.reporting.regime;

import java.time.LocalDate;
import vn.cchc.platform.calendar.WorkingCalendar;

/** Up to which day a regime counts; Decree 09/2019/NĐ-CP lets a regime set its own cut-off (chốt số liệu). */
public sealed interface CutOffRule {

    /** The last day counted, inclusive, of a report for a period of that year. */
    LocalDate cutOff(int year, LocalDate dueOn, WorkingCalendar calendar);

    /** Whether that day rests on a year without a table of working days. */
    boolean isProvisional(int year, LocalDate dueOn, WorkingCalendar calendar);

    /**
     * Whole working days lie between the cut-off and the due day, for writing and signing. With one, due on Saturday 27 February
     * 2021: Friday the 26th is that day, so the figures are those at the end of Thursday the 25th.
     */
    record WorkingDaysBetween(int days) implements CutOffRule {

        @Override
        public LocalDate cutOff(int year, LocalDate dueOn, WorkingCalendar calendar) {
            return calendar.shift(dueOn, -days).minusDays(1);
        }

        /** It rests on the days between the cut-off and the due day. */
        @Override
        public boolean isProvisional(int year, LocalDate dueOn, WorkingCalendar calendar) {
            int from = cutOff(year, dueOn, calendar).plusDays(1).getYear();
            int to = dueOn.minusDays(1).getYear();
            return !calendar.yearsWithoutTable(from, to).isEmpty();
        }
    }

    /** A day that the regime names, worked or not and whenever the report is due. */
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
