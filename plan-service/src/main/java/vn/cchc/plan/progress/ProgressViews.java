package vn.cchc.plan.progress;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of the progress of plans, as of today. */
@ApplicationScoped
class ProgressViews {

    private final PlanRepository plans;
    private final TaskRepository tasks;
    private final EvidenceRepository evidence;
    private final Progresses progresses;
    private final Clock clock;

    ProgressViews(
            PlanRepository plans,
            TaskRepository tasks,
            EvidenceRepository evidence,
            Progresses progresses,
            Clock clock) {
        this.plans = plans;
        this.tasks = tasks;
        this.evidence = evidence;
        this.progresses = progresses;
        this.clock = clock;
    }

    /** @throws Problem 404 when there is no such plan in scope */
    ProgressView ofPlan(UUID id, AuthorityScope scope) {
        plans.glance(id, scope);
        LocalDate today = LocalDate.now(clock);
        return ProgressView.of(id, today, progresses.tasksOfPlan(id, today), progresses.areasOfPlan(id));
    }

    /**
     * The milestones of a task with their evidence, by due day; what has none comes last.
     *
     * @throws Problem 404 when there is no such task in scope
     */
    Page<TaskProgressView> ofTask(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        tasks.visible(id, scope);
        LocalDate today = LocalDate.now(clock);
        Page<Milestone> page = Page.read(
                limit,
                cursor,
                id.toString(),
                (after, atMost) -> progresses.page(
                        id,
                        after.map(last -> last.date(0)).orElse(null),
                        after.map(last -> last.uuid(1)).orElse(null),
                        atMost),
                milestone -> List.of(milestone.dueSort(), milestone.id()));
        Map<UUID, List<Evidence>> handedIn =
                evidence.ofMilestones(page.items().stream().map(Milestone::id).toList()).stream()
                        .collect(Collectors.groupingBy(Evidence::milestoneId));
        return page.map(
                milestone -> TaskProgressView.of(milestone, handedIn.getOrDefault(milestone.id(), List.of()), today));
    }
}
