package vn.cchc.plan.listing;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import vn.cchc.plan.Printed;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.Page;

/** The list of tasks across plans. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Requires(Right.READ_PLANS)
@Tag(name = "Tasks")
public class ListingResource {

    private final ListedTasks tasks;
    private final CurrentCaller caller;

    ListingResource(ListedTasks tasks, CurrentCaller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    @GET
    @Path("/tasks")
    @Operation(
            operationId = "findTasks",
            summary = "List the tasks of all plans, also by words in them",
            description =
                    "The latest year first, then plan by plan in printed order; no headings. `q` are words of code,"
                            + " title, units, products, timing, other columns or the headings above: all of them, in any"
                            + " order, without regard to case and diacritics, each at least the beginning of a word. `code` in any"
                            + " spelling: \"2,2,1\" is 2.2.1. `unit` is the unit in charge. `state`, `dueFrom` and `dueTo`"
                            + " (both days included) ask for tasks with a milestone of that state which is due then.")
    public Page<ListedTask> find(
            @RestQuery
                    @Parameter(
                            example = "bao cao quy",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = TaskWords.LONGEST))
                    String q,
            @RestQuery @Size(max = Printed.CODE) @Parameter(example = "2.2.1") String code,
            @RestQuery UUID plan,
            @RestQuery UUID authority,
            @RestQuery UUID unit,
            @RestQuery @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR) Integer year,
            @RestQuery MilestoneState state,
            @RestQuery LocalDate dueFrom,
            @RestQuery LocalDate dueTo,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        TaskFilter filter = new TaskFilter(
                q == null ? null : TaskWords.of(q), code, plan, authority, unit, year, state, dueFrom, dueTo);
        return tasks.page(filter, caller.authorities(), limit, cursor);
    }
}
