package vn.cchc.plan.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of targets and their readings. */
@ApplicationScoped
class TargetViews {

    private final PlanRepository plans;
    private final TargetRepository targets;

    TargetViews(PlanRepository plans, TargetRepository targets) {
        this.plans = plans;
        this.targets = targets;
    }

    /**
     * All targets of a plan, with their readings.
     *
     * @throws Problem 404 when there is no such plan in scope
     */
    Page<TargetView> ofPlan(UUID id, AuthorityScope scope) {
        plans.glance(id, scope);
        Map<UUID, List<TargetReading>> readings =
                targets.currentReadings(id).stream().collect(Collectors.groupingBy(TargetReading::targetId));
        return new Page<>(
                targets.ofPlan(id).stream()
                        .map(target -> TargetView.of(target, readings.getOrDefault(target.id(), List.of())))
                        .toList(),
                null);
    }

    /** @throws Problem 404, 403 */
    TargetView.TargetReadingView reading(UUID id, AuthorityScope scope) {
        TargetReading reading = targets.reading(id);
        return TargetView.TargetReadingView.of(targets.toMeasure(reading.targetId(), scope), reading);
    }
}
