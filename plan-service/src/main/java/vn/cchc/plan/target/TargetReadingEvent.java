package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.plan.Transition;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/** Event payload: a reading of a target. Its only change is the withdrawal: the version is 0, then 1. */
record TargetReadingEvent(
        UUID id,
        UUID authorityId,
        long version,
        OffsetDateTime occurredAt,
        UUID planId,
        UUID targetId,
        String target,
        String operator,
        BigDecimal value,
        BigDecimal upper,
        String unit,
        String base,
        boolean ours,
        BigDecimal numerator,
        BigDecimal denominator,
        BigDecimal reading,
        String period,
        String source,
        UUID supersedesId,
        boolean withdrawn) {

    static Change recorded(Target target, TargetReading reading) {
        return change(target, reading, Transition.RECORD_READING, reading.recordedAt());
    }

    /** Event for a reading whose source is lost. */
    static Change withdrawn(Target target, TargetReading reading, Instant at) {
        return change(target, reading, Transition.WITHDRAW_READING, at);
    }

    private static Change change(Target target, TargetReading reading, Transition transition, Instant at) {
        OffsetDateTime occurredAt = at.atZone(VietnamTime.ZONE).toOffsetDateTime();
        Change change = new Change(
                "target-reading",
                reading.id(),
                reading.authorityId(),
                transition.eventType(),
                occurredAt,
                new TargetReadingEvent(
                        reading.id(),
                        reading.authorityId(),
                        reading.isWithdrawn() ? 1 : 0,
                        occurredAt,
                        reading.planId(),
                        target.id(),
                        target.text(),
                        target.aim().map(aim -> aim.operator().symbol()).orElse(null),
                        target.aim().map(Aim::value).orElse(null),
                        target.aim().flatMap(Aim::upper).orElse(null),
                        target.aim().map(Aim::unit).orElse(null),
                        target.base().orElse(null),
                        target.ours().isPresent(),
                        reading.numerator(),
                        reading.denominator().orElse(null),
                        reading.value().orElse(null),
                        reading.period(),
                        reading.sourceId().isPresent() ? "REPORT" : "ENTERED",
                        reading.supersedesId().orElse(null),
                        reading.isWithdrawn()),
                null,
                reading.recordedBy(),
                null);
        return reading.recordedBy().isService() ? change.followingFact() : change;
    }
}
