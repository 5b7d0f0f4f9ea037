package vn.cchc.plan.milestone;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.Printed;
import vn.cchc.plan.task.SoughtTasks;
import vn.cchc.plan.task.TaskWords;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Milestones and the decisions on them. For evidence see {@link SubmissionResource}. */
@Path("/api/v1/milestones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones", description = "Dated, or yet undated, obligations of tasks; what is handed in and decided")
public class MilestoneResource implements Presenter<MilestoneView> {

    private static final String PATH = "/api/v1/milestones/";

    private final Milestones use;
    private final MilestoneViews views;
    private final CurrentCaller caller;

    MilestoneResource(Milestones use, MilestoneViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listMilestones",
            summary = "List milestones by due day",
            description =
                    "What has no due day comes last. `dueBefore` leaves its day out, `dueFrom` has it in; `overdue`"
                            + " shows what is owed and past its day, `moved` whose days another table of working days has"
                            + " moved, `provisional` whose days rest on a year without one. `q` and `code` are words and"
                            + " code of the task, as in the list of tasks; `unit` is the unit in charge.")
    public Page<MilestoneView> list(
            @RestQuery
                    @Parameter(
                            example = "bao cao quy",
                            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = TaskWords.LONGEST))
                    String q,
            @RestQuery @Size(max = Printed.CODE) @Parameter(example = "2.2.1") String code,
            @RestQuery UUID plan,
            @RestQuery UUID authority,
            @RestQuery UUID task,
            @RestQuery UUID unit,
            @RestQuery MilestoneState state,
            @RestQuery LocalDate dueBefore,
            @RestQuery LocalDate dueFrom,
            @RestQuery Boolean overdue,
            @RestQuery Boolean moved,
            @RestQuery Boolean provisional,
            @RestQuery String cursor,
            @RestQuery Integer limit) {
        MilestoneRepository.Filter filter = new MilestoneRepository.Filter(
                SoughtTasks.of(q, code).orElse(null),
                authority,
                plan,
                task,
                unit,
                state,
                dueBefore,
                dueFrom,
                Boolean.TRUE.equals(overdue),
                moved,
                provisional);
        return views.list(filter, caller.authorities(), limit, cursor);
    }

    @GET
    @Path("/{id}")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "getMilestone",
            summary = "Get a milestone with what was handed in and its history",
            description = "`allowed` names what may be done with it now.")
    public RestResponse<MilestoneView> get(@RestPath UUID id) {
        return answer(views.one(id, caller.authorities()));
    }

    @GET
    @Path("/{id}/changes")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listMilestoneChanges",
            summary = "List what happened to a milestone",
            description =
                    "Oldest first. What follows from feedback or a report has the business time of that, and when it"
                            + " was recorded here.")
    public Page<ChangeView> changes(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        return views.changes(id, caller.authorities(), limit, cursor);
    }

    @GET
    @Path("/{id}/due-date")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "explainMilestoneDueDate",
            summary = "Explain how the due day was found",
            description = "Start, each day skipped and why, the clause and the version of the table of working days.")
    public DueDateView dueDate(@RestPath UUID id) {
        return views.dueDate(id, caller.authorities());
    }

    @POST
    @Path("/{id}/acceptances")
    @Requires(Right.DECIDE_ON_MILESTONES)
    @Idempotent(presenter = MilestoneResource.class)
    @Operation(
            operationId = "acceptMilestone",
            summary = "Accept what was handed in",
            description = "What was handed in last fulfils it.")
    public RestResponse<MilestoneView> accept(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        return answer(views.one(use.accept(id, ifMatch, caller.authorities(), Actor.of(caller.get()))));
    }

    @POST
    @Path("/{id}/returns")
    @Requires(Right.DECIDE_ON_MILESTONES)
    @Idempotent(presenter = MilestoneResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "returnMilestone",
            summary = "Give back what was handed in, with a reason",
            description = "It is owed again; the reason is shown to whoever handed in.")
    public RestResponse<MilestoneView> giveBack(
            @RestPath UUID id, @NotNull @Valid Reason reason, @BeanParam IfMatch ifMatch) {
        return answer(
                views.one(use.giveBack(id, ifMatch, reason.reason(), caller.authorities(), Actor.of(caller.get()))));
    }

    @POST
    @Path("/{id}/waivers")
    @Requires(Right.DECIDE_ON_MILESTONES)
    @Idempotent(presenter = MilestoneResource.class)
    @MaxBody(16 * KB)
    @Operation(
            operationId = "waiveMilestone",
            summary = "Declare that a milestone is not owed, with a reason",
            description = "Nothing is owed any more; the reason stays with it.")
    public RestResponse<MilestoneView> waive(
            @RestPath UUID id, @NotNull @Valid Reason reason, @BeanParam IfMatch ifMatch) {
        return answer(views.one(use.waive(id, ifMatch, reason.reason(), caller.authorities(), Actor.of(caller.get()))));
    }

    @POST
    @Path("/{id}/armings")
    @Requires(Right.ARM_MILESTONES)
    @Idempotent(presenter = MilestoneResource.class)
    @APIResponse(
            responseCode = "201",
            description = "A placeholder has given an occurrence its own milestone",
            content = @Content(schema = @Schema(implementation = MilestoneView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The period has its day, or the day of the occurrence is corrected",
            content = @Content(schema = @Schema(implementation = MilestoneView.class)))
    @MaxBody(16 * KB)
    @Operation(
            operationId = "armMilestone",
            summary = "Tell that what a milestone waits for has happened",
            description =
                    "A period without a day gets its due day (200). A placeholder stays and gives an occurrence its own"
                            + " milestone (201); the same occurrence again with another day corrects the day (200).")
    public RestResponse<MilestoneView> arm(
            @RestPath UUID id, @NotNull @Valid ArmMilestone request, @BeanParam IfMatch ifMatch) {
        Milestones.Armed armed = use.arm(id, ifMatch, request, caller.authorities(), Actor.of(caller.get()));
        MilestoneView milestone = views.one(armed.milestone());
        return armed.isNew()
                ? ETags.created(milestone, milestone.version(), URI.create(PATH + milestone.id()))
                : answer(milestone);
    }

    @Override
    public RestResponse<MilestoneView> present(UUID id) {
        return get(id);
    }

    private static RestResponse<MilestoneView> answer(MilestoneView milestone) {
        return ETags.ok(milestone, milestone.version());
    }
}
