package vn.cchc.reporting.narrative.fact;

import java.time.LocalDate;

/**
 * Feedback recorded after the previous report's cut-off, which that report could not count.
 *
 * @param previousCutOff upper bound of the arrival, inclusive
 * @param counted arrived in this report's period and included in its figures
 * @param before arrived earlier and included in no figure
 */
public record LateAdditions(LocalDate previousCutOff, long counted, long before) {

    public long all() {
        return counted + before;
    }
}
