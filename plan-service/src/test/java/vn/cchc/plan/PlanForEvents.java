package vn.cchc.plan;

import java.util.UUID;

/** An issued plan as tests of event handlers need it. */
public record PlanForEvents(UUID authorityId, UUID planId, UUID reportMilestone) {

    /** The real plan of a new commune, issued before the year began. */
    public static PlanForEvents create() {
        itIs("2020-12-24T08:00:00+07:00");
        Commune commune = Commune.create();
        Commune.Issued plan = commune.issueRealPlan();
        return new PlanForEvents(commune.id(), plan.planId(), UUID.fromString(plan.milestone(4, "2021-Q1")));
    }

    public static void itIs(String time) {
        Commune.now(time);
    }
}
