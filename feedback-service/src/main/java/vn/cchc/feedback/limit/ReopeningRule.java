package vn.cchc.feedback.limit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.calendar.WorkingCalendar;

/**
 * How often, and how long after an answer, a feedback may be reopened; copied to the case as the limit is.
 *
 * @param times 0: never
 * @param workingDays after the day of the answer, which is not counted; the last one counts whole (Civil Code 2015, art.
 *     147(1) and 148(6))
 */
@Embeddable
public record ReopeningRule(
        @Column(name = "reopening_times", nullable = false) int times,

        @Column(name = "reopening_working_days", nullable = false)
        int workingDays) {

    /** Where nothing else is entered: once, within two weeks of work. */
    public static final ReopeningRule USUAL = new ReopeningRule(1, 10);

    public static final int MOST_TIMES = 10;
    public static final int LONGEST = 250;

    /** A rule as it is entered; what is {@code null} is usual. */
    public static ReopeningRule of(Integer times, Integer workingDays) {
        return new ReopeningRule(
                times == null ? USUAL.times : times, workingDays == null ? USUAL.workingDays : workingDays);
    }

    /** The last day on which what was answered on that day may be reopened. */
    public LocalDate lastDay(LocalDate answeredOn, WorkingCalendar calendar) {
        return DueDay.after(answeredOn, new Term(workingDays, Term.Unit.WORKING_DAY, false), calendar)
                .dueOn();
    }
}
