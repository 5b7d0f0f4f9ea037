package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Punctuality of a report against its due day, by the day it was first sent. A later return does not affect it.
 *
 * @param inTime sent on or before the due day; false also when the due day has passed without dispatch; null before
 *     that and without a due day
 * @param lateByDays calendar days after the due day, up to today if not sent; 0 if not late
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
