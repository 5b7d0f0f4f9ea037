package vn.cchc.plan.plan;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.plan.Transition;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/** Event payload: the public state of a plan at a version. */
public record PlanEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        String number,
        int year,
        String title,
        LocalDate issuedOn,
        PlanState state) {

    static final String KIND = "plan";

    public static Change issued(Plan plan) {
        OffsetDateTime occurredAt = plan.issuedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        return new Change(
                KIND,
                plan.id(),
                plan.authorityId(),
                Transition.ISSUE.eventType(),
                occurredAt,
                new PlanEvent(
                        plan.id(),
                        plan.authorityId(),
                        plan.version(),
                        occurredAt,
                        plan.number(),
                        plan.year(),
                        plan.title(),
                        plan.issuedOn(),
                        plan.state()),
                null,
                plan.issuedBy(),
                null);
    }
}
