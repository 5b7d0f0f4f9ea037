package vn.cchc.plan.milestone;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/**
 * The public state of a milestone, as of a version. Reasons stay inside: people type them.
 *
 * @param dueCalendar version of the table of working days that the two days were counted with
 * @param dueProvisional whether they rest on a year that this table did not cover: then they may move
 * @param dueMovedFrom the due day before the working days were last counted anew, where it has moved then
 * @param workMovedFrom the same of {@code workOn}
 */
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
        String dueCalendar,
        boolean dueProvisional,
        LocalDate dueMovedFrom,
        LocalDate workMovedFrom,
        LocalDate pausedSince,
        MilestoneState state,
        LocalDate submittedOn,
        LocalDate acceptedOn) {

    static final String KIND = "milestone";

    /** @param steps what was done; the last one names the event */
    static Change of(List<Milestone.Step> steps, Milestone milestone) {
        Milestone.Step last = steps.get(steps.size() - 1);
        String what =
                switch (last.what()) {
                    // To be open again is to be armed; without a day, it is planned as at first.
                    case "reopened" -> milestone.state() == MilestoneState.UNARMED ? "planned" : "armed";
                    // Another unit or another day, or none for now, is another plan for the same obligation.
                    case "reassigned", "paused", "resumed", "recounted" -> "redated";
                    default -> last.what();
                };
        OffsetDateTime occurredAt =
                milestone.changedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        Change change = new Change(
                KIND,
                milestone.id(),
                milestone.authorityId(),
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
                        milestone.dueCalendar().orElse(null),
                        milestone.isDueProvisional(),
                        milestone.dueMovedFrom().orElse(null),
                        milestone.workMovedFrom().orElse(null),
                        milestone.pausedSince().orElse(null),
                        milestone.state(),
                        milestone.submittedOn().orElse(null),
                        milestone.acceptedOn().orElse(null)),
                MilestoneStep.Detail.of(steps),
                last.by().by(),
                last.reason());
        return last.by().isService() ? change.followingFact() : change;
    }
}
