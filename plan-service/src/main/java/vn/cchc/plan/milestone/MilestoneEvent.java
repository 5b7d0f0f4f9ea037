package vn.cchc.plan.milestone;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.event.OutgoingEvent;
import vn.cchc.platform.time.VietnamTime;

/** The public state of a milestone, as of a version. Reasons stay inside: people type them. */
record MilestoneEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        UUID planId,
        int year,
        UUID taskId,
        UUID unitId,
        RuleKind ruleKind,
        String occurrence,
        String label,
        LocalDate dueOn,
        LocalDate workOn,
        MilestoneState state,
        LocalDate submittedOn,
        LocalDate acceptedOn) {

    /** @param step the last step of the milestone's history, which names the event */
    static OutgoingEvent of(String step, Milestone milestone) {
        String what =
                switch (step) {
                    // To be open again is to be armed; without a day, it is planned as at first.
                    case "reopened" -> milestone.state() == MilestoneState.UNARMED ? "planned" : "armed";
                    // Another unit or another day is another plan for the same obligation.
                    case "reassigned" -> "redated";
                    default -> step;
                };
        OffsetDateTime occurredAt =
                milestone.changedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        return new OutgoingEvent(
                "milestone",
                milestone.id(),
                "vn.cchc.milestone." + what + ".v1",
                occurredAt,
                new MilestoneEvent(
                        milestone.id(),
                        milestone.authorityId(),
                        milestone.version(),
                        occurredAt,
                        milestone.planId(),
                        milestone.year(),
                        milestone.taskId(),
                        milestone.unitId().orElse(null),
                        milestone.ruleKind(),
                        milestone.occurrence(),
                        milestone.label(),
                        milestone.dueOn().orElse(null),
                        milestone.workOn().orElse(null),
                        milestone.state(),
                        milestone.submittedOn().orElse(null),
                        milestone.acceptedOn().orElse(null)));
    }
}
