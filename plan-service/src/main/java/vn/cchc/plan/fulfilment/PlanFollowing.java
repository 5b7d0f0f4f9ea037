package vn.cchc.plan.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.platform.timer.Timer;
import vn.cchc.platform.timer.TimerHandler;
import vn.cchc.platform.timer.Timers;

/**
 * Lets the milestones of a plan that is being issued follow the facts that arrived before, and again a minute later. During a
 * rolling upgrade a replica of another version may use other locks than {@link IssuingLock}; an event that it heard meanwhile would
 * be missed by both transactions. Every transaction ends within seconds, so a minute later all of these events are visible. Facts
 * that have been applied change nothing. A plan that a replica before this version issues is not followed again.
 */
@ApplicationScoped
public class PlanFollowing implements TimerHandler {

    private static final Duration AGAIN_AFTER = Duration.ofMinutes(1);

    private final PlanRepository plans;
    private final FeedbackFacts feedback;
    private final ReportFacts reports;
    private final IssuingLock lock;
    private final Timers timers;
    private final Clock clock;

    PlanFollowing(
            PlanRepository plans,
            FeedbackFacts feedback,
            ReportFacts reports,
            IssuingLock lock,
            Timers timers,
            Clock clock) {
        this.plans = plans;
        this.feedback = feedback;
        this.reports = reports;
        this.lock = lock;
        this.timers = timers;
        this.clock = clock;
    }

    /** In the transaction that issues the plan, under {@link IssuingLock#exclusive}. */
    public void issued(Plan plan) {
        follow(plan);
        timers.set(new Timer(
                kind(), plan.id(), "again", "", OffsetDateTime.now(clock).plus(AGAIN_AFTER)));
    }

    private void follow(Plan plan) {
        feedback.armPlan(plan);
        reports.followPlan(plan);
    }

    @Override
    public String kind() {
        return "plan-following";
    }

    @Override
    public Optional<OffsetDateTime> due(Timer timer, OffsetDateTime now) {
        plans.findByIdOptional(timer.id()).ifPresent(plan -> {
            lock.exclusive(plan.authorityId());
            follow(plan);
        });
        return Optional.empty();
    }
}
