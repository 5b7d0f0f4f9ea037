package vn.cchc.reporting.regime;

import java.time.LocalDate;
import vn.cchc.platform.calendar.WorkingCalendar;

/** Up to which day a regime counts; Decree 09/2019/NĐ-CP lets a regime set its own cut-off (chốt số liệu). */
public enum CutOffRule {
    /**
     * One whole working day lies between the cut-off and the due day, for writing and signing. Due on Saturday 27 February 2021:
     * Friday the 26th is that day, so the figures are those at the end of Thursday the 25th.
     */
    ONE_WORKING_DAY_BETWEEN {
        @Override
        public LocalDate cutOff(LocalDate dueOn, WorkingCalendar calendar) {
            return calendar.previousOrSameWorkingDay(dueOn.minusDays(1)).minusDays(1);
        }
    };

    /** The last day counted, inclusive. */
    public abstract LocalDate cutOff(LocalDate dueOn, WorkingCalendar calendar);

    /** Whether the cut-off rests on a year without a table of working days: on a day between it and the due day. */
    public boolean isProvisional(LocalDate dueOn, WorkingCalendar calendar) {
        int from = cutOff(dueOn, calendar).plusDays(1).getYear();
        int to = dueOn.minusDays(1).getYear();
        return !calendar.yearsWithoutTable(from, to).isEmpty();
    }
}
