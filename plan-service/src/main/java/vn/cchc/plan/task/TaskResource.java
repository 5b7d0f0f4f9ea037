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
import java.util.UUID;
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
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
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
    private final TaskViews views;
    private final CurrentCaller caller;

    TaskResource(ProgressEntries use, TaskViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
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
        return views.ofPlan(id, caller.authorities());
    }

    @GET
    @Path("/tasks/{id}/progress-entries")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listProgressEntries",
            summary = "List the progress entries of a continuous task",
            description = "Oldest first.")
    public Page<ProgressEntryView> entries(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return views.entries(id, caller.authorities(), limit, cursor);
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
        ProgressEntries.Entered entered = use.enter(id, request, caller.authorities(), Actor.of(caller.get()));
        return ETags.created(
                ProgressEntryView.of(entered.entry()),
                entered.task().version(),
                URI.create("/api/v1/tasks/" + id + "/progress-entries"));
    }

    @Override
    public RestResponse<ProgressEntryView> present(UUID id) {
        ProgressEntries.Entered entered = views.entry(id, caller.authorities());
        return ETags.ok(ProgressEntryView.of(entered.entry()), entered.task().version());
    }
}
