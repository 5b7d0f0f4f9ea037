package vn.cchc.plan.target;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.cchc.platform.event.Change;
import vn.cchc.platform.time.VietnamTime;

/** A reading of a target. A reading never changes, so its version is always 0. */
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
        boolean ours,
        BigDecimal numerator,
        BigDecimal denominator,
        BigDecimal reading,
        String period,
        String source,
        UUID supersedesId) {

    static Change recorded(Target target, TargetReading reading) {
        OffsetDateTime occurredAt =
                reading.recordedAt().atZone(VietnamTime.ZONE).toOffsetDateTime();
        Change change = new Change(
                "target-reading",
                reading.id(),
                reading.authorityId(),
                "vn.cchc.target-reading.recorded.v1",
                occurredAt,
                new TargetReadingEvent(
                        reading.id(),
                        reading.authorityId(),
                        0,
                        occurredAt,
                        reading.planId(),
                        target.id(),
                        target.text(),
                        target.aim().map(aim -> aim.operator().symbol()).orElse(null),
                        target.aim().map(Aim::value).orElse(null),
                        target.aim().flatMap(Aim::upper).orElse(null),
                        target.aim().map(Aim::unit).orElse(null),
                        target.ours().isPresent(),
                        reading.numerator(),
                        reading.denominator().orElse(null),
                        reading.value().orElse(null),
                        reading.period(),
                        reading.sourceId().isPresent() ? "REPORT" : "ENTERED",
                        reading.supersedesId().orElse(null)),
                null,
                reading.recordedBy().by(),
                null);
        return reading.recordedBy().isService() ? change.followingFact() : change;
    }
}
