package vn.cchc.plan.progress;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanArea;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.platform.access.Roles;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;

/** How far a plan is, and why it is said to be. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.CLERK, Roles.OFFICER, Roles.LEADER, Roles.DISTRICT, Roles.ADMIN})
public class ProgressResource {

    /** What has no due day sorts behind all that has. */
    private static final LocalDate UNDATED = LocalDate.of(9999, 12, 31);

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
        Plan plan = plans.visible(id);
        LocalDate today = LocalDate.now(clock);
        Map<UUID, Progresses.Counts> counts = progresses.countsOfPlan(id, today);
        Map<UUID, Set<String>> entered = progresses.enteredOfPlan(id);
        List<Task> rows =
                tasks.ofPlan(id).stream().filter(task -> !task.heading()).toList();
        List<Task> dated =
                rows.stream().filter(task -> counts.containsKey(task.id())).toList();
        List<Task> continuous = rows.stream().filter(Task::isContinuous).toList();
        return new ProgressView(
                id,
                today,
                Share.mean(shares(dated, counts)).orElse(null),
                counted(dated, counts),
                areas(plan, dated, counts),
                dated.stream().map(task -> view(task, counts.get(task.id()))).toList(),
                continuous(continuous, entered));
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
                milestone -> Cursor.encode(id.toString(), milestone.dueOn().orElse(UNDATED), milestone.id()));
    }

    private static List<ProgressView.Area> areas(Plan plan, List<Task> dated, Map<UUID, Progresses.Counts> counts) {
        List<ProgressView.Area> areas = new ArrayList<>();
        for (PlanArea area : plan.areas()) {
            areas.add(area(area.number(), area.title(), dated, counts));
        }
        if (dated.stream().anyMatch(task -> task.areaNumber().isEmpty())) {
            areas.add(area(null, null, dated, counts));
        }
        return areas;
    }

    private static ProgressView.Area area(
            Integer number, String title, List<Task> dated, Map<UUID, Progresses.Counts> counts) {
        List<Task> own = dated.stream()
                .filter(task -> Objects.equals(task.areaNumber().orElse(null), number))
                .toList();
        return new ProgressView.Area(
                number, title, Share.mean(shares(own, counts)).orElse(null), counted(own, counts));
    }

    private static Collection<Share> shares(List<Task> tasks, Map<UUID, Progresses.Counts> counts) {
        return tasks.stream().map(task -> counts.get(task.id()).share()).toList();
    }

    private static int counted(List<Task> tasks, Map<UUID, Progresses.Counts> counts) {
        return (int)
                shares(tasks, counts).stream().filter(share -> share.of() > 0).count();
    }

    private static ProgressView.Task view(Task task, Progresses.Counts counts) {
        return new ProgressView.Task(
                task.id(),
                task.seq(),
                task.printedCode().orElse(null),
                task.title(),
                task.areaNumber().orElse(null),
                task.leadUnitId().orElse(null),
                counts.share().done(),
                counts.share().of(),
                counts.waived(),
                counts.overdue(),
                counts.late(),
                counts.share().percent().orElse(null),
                "/api/v1/tasks/" + task.id() + "/progress");
    }

    private static ProgressView.Continuous continuous(List<Task> tasks, Map<UUID, Set<String>> entered) {
        List<ProgressView.ContinuousTask> views = tasks.stream()
                .map(task -> view(task, entered.getOrDefault(task.id(), Set.of())))
                .toList();
        Share all = views.stream()
                .map(task -> new Share(
                        task.entered().size(),
                        task.entered().size() + task.missing().size()))
                .reduce(new Share(0, 0), Share::plus);
        return new ProgressView.Continuous(all.done(), all.of(), all.percent().orElse(null), views);
    }

    private static ProgressView.ContinuousTask view(Task task, Set<String> entered) {
        return new ProgressView.ContinuousTask(
                task.id(),
                task.seq(),
                task.printedCode().orElse(null),
                task.title(),
                task.areaNumber().orElse(null),
                task.leadUnitId().orElse(null),
                task.progressPeriods().stream().filter(entered::contains).toList(),
                task.progressPeriods().stream()
                        .filter(period -> !entered.contains(period))
                        .toList(),
                "/api/v1/tasks/" + task.id() + "/progress-entries");
    }
}
