package vn.cchc.plan.progress;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.progress.Progresses.TaskRow;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;

/** How far a plan is, and why it is said to be. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_PLANS)
public class ProgressResource {

    private final PlanRepository plans;
    private final TaskRepository tasks;
    private final EvidenceRepository evidence;
    private final Progresses progresses;
    private final Clock clock;

    ProgressResource(
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

    @GET
    @Path("/plans/{id}/progress")
    @Tag(name = "Plans")
    @Operation(
            operationId = "getProgress",
            summary = "Tell how far a plan is",
            description =
                    "A task: accepted milestones over those neither waived nor waiting to be armed. An area or the plan:"
                            + " the mean over its tasks that have any. Continuous tasks are told apart.")
    public ProgressView get(@RestPath UUID id) {
        plans.glance(id);
        LocalDate today = LocalDate.now(clock);
        List<TaskRow> rows = progresses.tasksOfPlan(id, today);
        List<TaskRow> dated =
                rows.stream().filter(task -> task.counts().isPresent()).toList();
        return new ProgressView(
                id,
                today,
                Share.mean(shares(dated)).orElse(null),
                counted(dated),
                areas(progresses.areasOfPlan(id), dated),
                dated.stream()
                        .map(task -> view(task, task.counts().orElseThrow()))
                        .toList(),
                continuous(rows.stream().filter(TaskRow::isContinuous).toList()));
    }

    @GET
    @Path("/tasks/{id}/progress")
    @Tag(name = "Tasks")
    @Operation(
            operationId = "explainTaskProgress",
            summary = "List the milestones of a task with the evidence that made its progress",
            description = "By due day; what has none comes last.")
    public Page<TaskProgressView> explain(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        tasks.visible(id);
        int size = PageLimit.of(limit);
        LocalDate today = LocalDate.now(clock);
        Optional<Cursor> after = Cursor.decode(cursor, id.toString());
        List<Milestone> page = progresses.page(
                id,
                after.map(position -> position.date(0)).orElse(null),
                after.map(position -> position.uuid(1)).orElse(null),
                size + 1);
        Map<UUID, List<Evidence>> handedIn = evidence
                .ofMilestones(page.stream().map(Milestone::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Evidence::milestoneId));
        return Page.of(
                page,
                size,
                milestone -> TaskProgressView.of(milestone, handedIn.getOrDefault(milestone.id(), List.of()), today),
                milestone -> Cursor.encode(id.toString(), milestone.dueSort(), milestone.id()));
    }

    private static List<ProgressView.Area> areas(List<Progresses.AreaTitle> titles, List<TaskRow> dated) {
        List<ProgressView.Area> areas = new ArrayList<>();
        for (Progresses.AreaTitle area : titles) {
            areas.add(area(area.number(), area.title(), dated));
        }
        if (dated.stream().anyMatch(task -> task.areaNumber() == null)) {
            areas.add(area(null, null, dated));
        }
        return areas;
    }

    private static ProgressView.Area area(Integer number, String title, List<TaskRow> dated) {
        List<TaskRow> own = dated.stream()
                .filter(task -> Objects.equals(task.areaNumber(), number))
                .toList();
        return new ProgressView.Area(number, title, Share.mean(shares(own)).orElse(null), counted(own));
    }

    private static List<Share> shares(List<TaskRow> tasks) {
        return tasks.stream().map(TaskRow::share).toList();
    }

    private static int counted(List<TaskRow> tasks) {
        return (int) tasks.stream().filter(task -> task.share().of() > 0).count();
    }

    private static ProgressView.Task view(TaskRow task, Progresses.Counts counts) {
        return new ProgressView.Task(
                task.id(),
                task.seq(),
                task.printedCode(),
                task.title(),
                task.areaNumber(),
                task.leadUnitId(),
                counts.share().done(),
                counts.share().of(),
                counts.waived(),
                counts.overdue(),
                counts.late(),
                counts.share().percent().orElse(null),
                "/api/v1/tasks/" + task.id() + "/progress");
    }

    private static ProgressView.Continuous continuous(List<TaskRow> tasks) {
        List<ProgressView.ContinuousTask> views =
                tasks.stream().map(ProgressResource::view).toList();
        Share all = views.stream()
                .map(task -> new Share(
                        task.entered().size(),
                        task.entered().size() + task.missing().size()))
                .reduce(new Share(0, 0), Share::plus);
        return new ProgressView.Continuous(all.done(), all.of(), all.percent().orElse(null), views);
    }

    private static ProgressView.ContinuousTask view(TaskRow task) {
        return new ProgressView.ContinuousTask(
                task.id(),
                task.seq(),
                task.printedCode(),
                task.title(),
                task.areaNumber(),
                task.leadUnitId(),
                task.owed().stream().filter(task.entered()::contains).toList(),
                task.owed().stream()
                        .filter(period -> !task.entered().contains(period))
                        .toList(),
                "/api/v1/tasks/" + task.id() + "/progress-entries");
    }
}
