package vn.cchc.plan.milestone;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/**
 * Event payload: the public state of a milestone at a version. Reasons are omitted: they are free text.
 *
 * @param dueCalendar version of the table of working days that both days were counted with
 * @param dueProvisional whether they depend on a year that this table does not cover, so that they may move
 * @param dueMovedFrom the due day before the last recount, if that moved it
 * @param workMovedFrom {@code workOn} before the last recount, if that moved it
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

    /** @param steps the steps of the change; the last one determines the event type */
    static Change of(List<Milestone.Step> steps, Milestone milestone) {
        Milestone.Step last = steps.get(steps.size() - 1);
        OffsetDateTime occurredAt =
                milestone.changedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        Change change = new Change(
                KIND,
                milestone.id(),
                milestone.authorityId(),
                last.transition().eventType(),
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
                        milestone.due().workOn().orElse(null),
                        milestone.due().calendar().orElse(null),
                        milestone.due().isProvisional(),
                        milestone.due().dueMovedFrom().orElse(null),
                        milestone.due().workMovedFrom().orElse(null),
                        milestone.pausedSince().orElse(null),
                        milestone.state(),
                        milestone.submittedOn().orElse(null),
                        milestone.acceptedOn().orElse(null)),
                MilestoneStep.Detail.of(steps),
                last.by(),
                last.reason());
        return last.by().isService() ? change.followingFact() : change;
    }
}
