package vn.cchc.plan.task;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.Printed;
import vn.cchc.plan.plan.Actor;
import vn.cchc.plan.plan.PlanRepository;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.WholeList;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** The annex of a plan, and progress entries of its continuous tasks. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tasks", description = "Rows of the annex: headings and tasks")
public class TaskResource implements Presenter<ProgressEntryView> {

    private final ProgressEntries use;
    private final PlanRepository plans;
    private final TaskRepository tasks;
    private final CurrentCaller caller;

    TaskResource(ProgressEntries use, PlanRepository plans, TaskRepository tasks, CurrentCaller caller) {
        this.use = use;
        this.plans = plans;
        this.tasks = tasks;
        this.caller = caller;
    }

    @GET
    @WholeList(Printed.ROWS)
    @Path("/plans/{id}/tasks")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listTasks",
            summary = "List the rows of a plan's annex in printed order",
            description = "All of them, at most 2000; parentId and level make the tree.")
    public Page<TaskView> list(@RestPath UUID id) {
        plans.glance(id, caller.authorities());
        Map<UUID, List<TaskRule>> rules =
                tasks.rulesOfPlan(id).stream().collect(Collectors.groupingBy(TaskRule::taskId));
        return new Page<>(
                tasks.ofPlan(id).stream()
                        .map(task -> TaskView.of(task, rules.getOrDefault(task.id(), List.of())))
                        .toList(),
                null);
    }

    @GET
    @Path("/tasks/{id}/progress-entries")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listProgressEntries",
            summary = "List the progress entries of a continuous task",
            description = "Oldest first.")
    public Page<ProgressEntryView> entries(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        tasks.visible(id, caller.authorities());
        int size = PageLimit.of(limit);
        String filters = "progress-entries " + id;
        UUID after =
                Cursor.decode(cursor, filters).map(position -> position.uuid(0)).orElse(null);
        return Page.of(
                tasks.entries(id, after, size + 1),
                size,
                ProgressEntryView::of,
                entry -> Cursor.encode(filters, entry.id()));
    }

    @POST
    @Path("/tasks/{id}/progress-entries")
    @Requires(Right.HAND_IN_EVIDENCE)
    @Idempotent(presenter = TaskResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ProgressEntryView.class)))
    @MaxBody(32 * KB)
    @Operation(
            operationId = "enterProgress",
            summary = "Enter what was done for a continuous task in a reporting period",
            description =
                    "By a clerk, a leader, or an officer of the unit in charge. A further entry for a period adds to it.")
    public RestResponse<ProgressEntryView> enter(@RestPath UUID id, @NotNull @Valid EnterProgress request) {
        ProgressEntry entry = use.enter(id, request, caller.authorities(), Actor.of(caller.get()));
        return ETags.created(
                ProgressEntryView.of(entry),
                tasks.visible(id, caller.authorities()).version(),
                URI.create("/api/v1/tasks/" + id + "/progress-entries"));
    }

    @Override
    public RestResponse<ProgressEntryView> present(UUID id) {
        ProgressEntry entry = tasks.entry(id);
        return ETags.ok(
                ProgressEntryView.of(entry),
                tasks.visible(entry.taskId(), caller.authorities()).version());
    }
}
