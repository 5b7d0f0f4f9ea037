package vn.cchc.plan.task;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.Problem;

/** Views of annex rows and of progress entries. */
@ApplicationScoped
class TaskViews {

    private final PlanRepository plans;
    private final TaskRepository tasks;

    TaskViews(PlanRepository plans, TaskRepository tasks) {
        this.plans = plans;
        this.tasks = tasks;
    }

    /**
     * All rows of a plan's annex, in printed order.
     *
     * @throws Problem 404 when there is no such plan in scope
     */
    Page<TaskView> ofPlan(UUID id, AuthorityScope scope) {
        plans.glance(id, scope);
        Map<UUID, List<TaskRule>> rules =
                tasks.rulesOfPlan(id).stream().collect(Collectors.groupingBy(TaskRule::taskId));
        return new Page<>(
                tasks.ofPlan(id).stream()
                        .map(task -> TaskView.of(task, rules.getOrDefault(task.id(), List.of())))
                        .toList(),
                null);
    }

    /**
     * A page of the progress entries of a task, oldest first.
     *
     * @throws Problem 404 when there is no such task in scope
     */
    Page<ProgressEntryView> entries(UUID id, AuthorityScope scope, Integer limit, String cursor) {
        tasks.visible(id, scope);
        return Page.read(
                        limit,
                        cursor,
                        "progress-entries " + id,
                        (after, atMost) -> tasks.entries(
                                id, after.map(last -> last.uuid(0)).orElse(null), atMost),
                        entry -> List.of(entry.id()))
                .map(ProgressEntryView::of);
    }

    /** @throws Problem 404 when there is none in scope */
    ProgressEntries.Entered entry(UUID id, AuthorityScope scope) {
        ProgressEntry entry = tasks.entry(id);
        return new ProgressEntries.Entered(tasks.visible(entry.taskId(), scope), entry);
    }
}
