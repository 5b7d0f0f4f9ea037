package vn.cchc.reporting.narrative.fact;

import java.time.LocalDate;

/**
 * Feedback that the report before could not count, since it was recorded behind that report's cut-off.
 *
 * @param previousCutOff it arrived on or before this day
 * @param counted arrived in the period of this report, and is in its figures
 * @param before arrived before it, and is in no figure
 */
public record LateAdditions(LocalDate previousCutOff, long counted, long before) {

    public long all() {
        return counted + before;
    }
}
