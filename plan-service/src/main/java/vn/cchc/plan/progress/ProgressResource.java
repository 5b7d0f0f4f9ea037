package vn.cchc.plan.progress;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Page;

/** Progress of a plan and its explanation. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_PLANS)
public class ProgressResource {

    private final ProgressViews views;
    private final CurrentCaller caller;

    ProgressResource(ProgressViews views, CurrentCaller caller) {
        this.views = views;
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
        return views.ofPlan(id, caller.authorities());
    }

    @GET
    @Path("/tasks/{id}/progress")
    @Tag(name = "Tasks")
    @Operation(
            operationId = "explainTaskProgress",
            summary = "List the milestones of a task with the evidence that made its progress",
            description = "By due day; what has none comes last.")
    public Page<TaskProgressView> explain(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return views.ofTask(id, caller.authorities(), limit, cursor);
    }
}
