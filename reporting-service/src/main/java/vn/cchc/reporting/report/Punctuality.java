package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * How a report stands to its due day. What counts is when it was first sent; that a sent report is returned is told apart.
 *
 * @param inTime sent on or before the due day; false also when the due day has passed without it; null while it is open
 * @param lateByDays calendar days after the due day, up to today when it has not been sent; 0 when it is not late
 */
record Punctuality(Boolean inTime, long lateByDays) {

    static Punctuality of(LocalDate dueOn, LocalDate firstSentOn, LocalDate today) {
        if (dueOn == null) {
            return new Punctuality(null, 0);
        }
        LocalDate until = firstSentOn == null ? today : firstSentOn;
        long late = Math.max(0, ChronoUnit.DAYS.between(dueOn, until));
        return new Punctuality((firstSentOn == null && late == 0) ? null : Boolean.valueOf(late == 0), late);
    }
}
