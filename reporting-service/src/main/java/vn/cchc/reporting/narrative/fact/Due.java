package vn.cchc.reporting.narrative.fact;

import java.time.LocalDate;
import vn.cchc.reporting.projection.MilestoneState;

/** @param provisional whether the day may still move */
public record Due(LocalDate on, boolean provisional) {

    static Due of(MilestoneState milestone) {
        return new Due(milestone.dueOn(), milestone.dueProvisional());
    }
}
