package vn.cchc.plan.task;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.cchc.plan.Transition;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/** Event payload: the public state of an annex row at a version. */
public record TaskEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        UUID planId,
        int year,
        UUID parentId,
        int seq,
        int level,
        boolean heading,
        String printedCode,
        String code,
        String title,
        Integer areaNumber,
        UUID leadUnitId,
        String leadText,
        List<String> products,
        String timingText,
        List<String> ruleKinds,
        List<String> progressPeriods,
        List<String> enteredPeriods) {

    public static Change planned(Task task, Actor by, Instant at) {
        return event(Transition.PLAN_TASK, task, List.of(), by, at);
    }

    /** @param enteredPeriods periods with a progress entry */
    static Change progressEntered(Task task, List<String> enteredPeriods, Actor by, Instant at) {
        return event(Transition.ENTER_PROGRESS, task, enteredPeriods, by, at);
    }

    private static Change event(Transition transition, Task task, List<String> enteredPeriods, Actor by, Instant at) {
        OffsetDateTime occurredAt = at.atZone(VietnamTime.ZONE).toOffsetDateTime();
        return new Change(
                "task",
                task.id(),
                task.authorityId(),
                transition.eventType(),
                occurredAt,
                new TaskEvent(
                        task.id(),
                        task.authorityId(),
                        task.version(),
                        occurredAt,
                        task.planId(),
                        task.year(),
                        task.parentId().orElse(null),
                        task.seq(),
                        task.level(),
                        task.heading(),
                        task.printedCode().orElse(null),
                        task.code().orElse(null),
                        task.title(),
                        task.areaNumber().orElse(null),
                        task.leadUnitId().orElse(null),
                        task.leadText().orElse(null),
                        task.products(),
                        task.timingText().orElse(null),
                        task.ruleKinds(),
                        task.progressPeriods(),
                        enteredPeriods),
                null,
                by,
                null);
    }
}
