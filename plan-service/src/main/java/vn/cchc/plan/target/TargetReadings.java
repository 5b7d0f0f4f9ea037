package vn.cchc.plan.target;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import vn.cchc.plan.plan.Actor;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Problem;

/** Application service for readings entered by people. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class TargetReadings {

    private final TargetRepository targets;
    private final Clock clock;

    TargetReadings(TargetRepository targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    /** A reading that was entered, and its target. */
    record Entered(Target target, TargetReading reading) {}

    /** @throws Problem 404, 403; 422 for figures that are invalid for the target */
    Entered enter(UUID targetId, TargetReading.Figures figures, AuthorityScope scope, Actor by) {
        Target target = targets.toMeasure(targetId, scope);
        target.requireReadable(figures);
        return new Entered(target, targets.record(target, figures, Optional.empty(), by, clock.instant()));
    }
}
