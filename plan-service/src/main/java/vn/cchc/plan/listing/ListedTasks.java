package vn.cchc.plan.listing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.platform.access.AuthorityScope;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;

/** Views of the tasks of all plans. */
@ApplicationScoped
class ListedTasks {

    private final TaskSearch search;
    private final TaskRepository tasks;
    private final PlanRepository plans;

    ListedTasks(TaskSearch search, TaskRepository tasks, PlanRepository plans) {
        this.search = search;
        this.tasks = tasks;
        this.plans = plans;
    }

    /** A page: the latest year first, then plan by plan in printed order. */
    Page<ListedTask> page(TaskFilter filter, AuthorityScope scope, Integer limit, String cursor) {
        Page<TaskSearch.Place> page = Page.read(
                limit,
                cursor,
                filter.text(),
                (after, atMost) -> search.page(filter, scope, after.map(ListedTasks::place), atMost),
                place -> List.of(place.year(), place.planId(), place.seq()));
        Map<UUID, Task> found = tasks.withIds(
                page.items().stream().map(TaskSearch.Place::taskId).toList());
        Map<UUID, String> numbers =
                plans.numbers(found.values().stream().map(Task::planId).collect(Collectors.toSet()));
        return page.map(place -> ListedTask.of(found.get(place.taskId()), numbers));
    }

    private static TaskSearch.Place place(Cursor last) {
        return new TaskSearch.Place(null, last.number(0), last.uuid(1), last.number(2));
    }
}
