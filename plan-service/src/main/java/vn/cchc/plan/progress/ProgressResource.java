package vn.cchc.plan.progress;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;

/** Progress of a plan and its explanation. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_PLANS)
public class ProgressResource {

    private final PlanRepository plans;
    private final TaskRepository tasks;
    private final EvidenceRepository evidence;
    private final Progresses progresses;
    private final Clock clock;
    private final CurrentCaller caller;

    ProgressResource(
            PlanRepository plans,
            TaskRepository tasks,
            EvidenceRepository evidence,
            Progresses progresses,
            Clock clock,
            CurrentCaller caller) {
        this.plans = plans;
        this.tasks = tasks;
        this.evidence = evidence;
        this.progresses = progresses;
        this.clock = clock;
        this.caller = caller;
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
        plans.glance(id, caller.authorities());
        LocalDate today = LocalDate.now(clock);
        return ProgressView.of(id, today, progresses.tasksOfPlan(id, today), progresses.areasOfPlan(id));
    }

    @GET
    @Path("/tasks/{id}/progress")
    @Tag(name = "Tasks")
    @Operation(
            operationId = "explainTaskProgress",
            summary = "List the milestones of a task with the evidence that made its progress",
            description = "By due day; what has none comes last.")
    public Page<TaskProgressView> explain(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        tasks.visible(id, caller.authorities());
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
}
