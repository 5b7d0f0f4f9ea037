package vn.cchc.plan.milestone;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.plan.Actor;
import vn.cchc.plan.task.Task;
import vn.cchc.plan.task.TaskRepository;
import vn.cchc.plan.task.TaskRule;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.calendar.WorkingCalendars;
import vn.cchc.platform.event.ChangeView;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.Cursor;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Idempotency;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Page;
import vn.cchc.platform.http.PageLimit;
import vn.cchc.platform.http.Problem;

/** What is due, and what is decided on it. Evidence is handed in at {@link SubmissionResource}. */
@Path("/api/v1/milestones")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones", description = "Dated, or yet undated, obligations of tasks; what is handed in and decided")
public class MilestoneResource {

    private static final String PATH = "/api/v1/milestones/";

    /** A day given by hand that is farther from the plan's year is a slip of the pen. */
    private static final int FARTHEST_YEARS = 10;

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final TaskRepository tasks;
    private final WorkingCalendars calendars;
    private final Journal journal;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    MilestoneResource(
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            TaskRepository tasks,
            WorkingCalendars calendars,
            Journal journal,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.tasks = tasks;
        this.calendars = calendars;
        this.journal = journal;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listMilestones",
            summary = "List milestones by due day",
            description =
                    "What has no due day comes last. `dueBefore` leaves its day out, `dueFrom` has it in; `overdue`"
                            + " shows what is owed and past its day, `moved` whose days another table of working days has"
                            + " moved, `provisional` whose days rest on a year without one.")
    public Page<MilestoneView> list(
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
        LocalDate today = LocalDate.now(clock);
        boolean onlyOverdue = Boolean.TRUE.equals(overdue);
        MilestoneRepository.Filter filter = new MilestoneRepository.Filter(
                authority, plan, task, unit, state, dueBefore, dueFrom, onlyOverdue ? today : null, moved, provisional);
        // Overdue is read from today's date: a cursor lasts into tomorrow.
        String filters =
                "" + plan + authority + task + unit + state + dueBefore + dueFrom + onlyOverdue + moved + provisional;
        int size = PageLimit.of(limit);
        Optional<Cursor> after = Cursor.decode(cursor, filters);
        return Page.of(
                milestones.page(
                        filter,
                        after.map(position -> position.date(0)).orElse(null),
                        after.map(position -> position.uuid(1)).orElse(null),
                        size + 1),
                size,
                row -> MilestoneView.inList(row, today),
                row -> Cursor.encode(
                        filters, row.milestone().dueSort(), row.milestone().id()));
    }

    @GET
    @Path("/{id}")
    @Requires(Right.READ_PLANS)
    @Operation(operationId = "getMilestone", summary = "Get a milestone with what was handed in and its history")
    public RestResponse<MilestoneView> get(@RestPath UUID id) {
        Milestone milestone = milestones.visible(id);
        return ETags.ok(view(milestone), milestone.version());
    }

    @GET
    @Path("/{id}/changes")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "listMilestoneChanges",
            summary = "List what happened to a milestone",
            description =
                    "Oldest first. What follows from feedback or a report has the business time of that, and when it was"
                            + " recorded here.")
    public Page<ChangeView> changes(@RestPath UUID id, @RestQuery String cursor, @RestQuery Integer limit) {
        milestones.visible(id);
        return journal.page(MilestoneEvent.KIND, id, limit, cursor, ChangeView::of);
    }

    @GET
    @Path("/{id}/due-date")
    @Requires(Right.READ_PLANS)
    @Operation(
            operationId = "explainMilestoneDueDate",
            summary = "Explain how the due day was found",
            description = "Start, each day skipped and why, the clause and the version of the table of working days.")
    public DueDateView dueDate(@RestPath UUID id) {
        Milestone milestone = milestones.visible(id);
        String timing = tasks.findById(milestone.taskId()).timingText().orElse(null);
        return milestone
                .basis()
                .map(basis -> {
                    WorkingCalendar inForce = calendars.current();
                    WorkingCalendar itsOwn =
                            milestone.dueCalendar().flatMap(calendars::named).orElse(inForce);
                    return DueDateView.of(milestone, timing, basis, basis.dueDay(itsOwn), basis.dueDay(inForce));
                })
                .orElseGet(() -> DueDateView.none(milestone, timing));
    }

    @POST
    @Path("/{id}/acceptances")
    @Requires(Right.DECIDE_ON_MILESTONES)
    @Transactional
    @Operation(operationId = "acceptMilestone", summary = "Accept what was handed in")
    public RestResponse<MilestoneView> accept(
            @RestPath UUID id,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return decide(
                "acceptMilestone",
                id,
                Map.of(),
                ifMatch,
                idempotencyKey,
                milestone -> milestone.accept(Actor.of(caller.get()), clock.instant()));
    }

    @POST
    @Path("/{id}/returns")
    @Requires(Right.DECIDE_ON_MILESTONES)
    @Transactional
    @MaxBody(16 * KB)
    @Operation(operationId = "returnMilestone", summary = "Give back what was handed in, with a reason")
    public RestResponse<MilestoneView> giveBack(
            @RestPath UUID id,
            @NotNull @Valid Reason reason,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return decide(
                "returnMilestone",
                id,
                reason,
                ifMatch,
                idempotencyKey,
                milestone -> milestone.giveBack(
                        reason.reason(), calendars.current(), Actor.of(caller.get()), clock.instant()));
    }

    @POST
    @Path("/{id}/waivers")
    @Requires(Right.DECIDE_ON_MILESTONES)
    @Transactional
    @MaxBody(16 * KB)
    @Operation(operationId = "waiveMilestone", summary = "Declare that a milestone is not owed, with a reason")
    public RestResponse<MilestoneView> waive(
            @RestPath UUID id,
            @NotNull @Valid Reason reason,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        return decide(
                "waiveMilestone",
                id,
                reason,
                ifMatch,
                idempotencyKey,
                milestone -> milestone.waive(reason.reason(), Actor.of(caller.get()), clock.instant()));
    }

    @POST
    @Path("/{id}/armings")
    @Requires(Right.ARM_MILESTONES)
    @Transactional
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
            @RestPath UUID id,
            @NotNull @Valid ArmMilestone request,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        Milestone waiting = milestones.forChange(id);
        return idempotency.once(idempotencyKey, "armMilestone " + id, request, MilestoneView.class, () -> {
            ETags.requireMatch(ifMatch, waiting.version());
            return arm(waiting, request);
        });
    }

    private RestResponse<MilestoneView> arm(Milestone waiting, ArmMilestone request) {
        Actor by = Actor.of(caller.get());
        Instant now = clock.instant();
        DueBasis basis = basis(waiting, request);
        if (!waiting.isStanding()) {
            waiting.arm(basis, calendars.current(), by, now);
            milestones.record(List.of(waiting));
            return ETags.ok(view(waiting), waiting.version());
        }
        waiting.requireArmable();
        String key = request.occurrence() != null
                ? request.occurrence()
                : basis.day().toString();
        if (key.equals(waiting.occurrence())) {
            throw Problem.invalid(
                    "occurrence", "Tên này dành cho mốc chờ.", "This name is that of the placeholder itself.");
        }
        Optional<Milestone> there = milestones.occurrence(waiting.ruleId(), key);
        if (there.isPresent()) {
            there.get().correctDay(basis, calendars.current(), by, now);
            milestones.record(List.of(there.get()));
            return ETags.ok(view(there.get()), there.get().version());
        }
        Milestone armed = waiting.occurring(
                key, request.label() != null ? request.label() : waiting.label(), basis, calendars.current(), by, now);
        milestones.record(List.of(armed));
        return ETags.created(view(armed), armed.version(), URI.create(PATH + armed.id()));
    }

    private DueBasis basis(Milestone waiting, ArmMilestone request) {
        if ((request.happenedOn() == null) == (request.dueOn() == null)) {
            throw Problem.invalid(
                    "dueOn",
                    "Cần đúng một trong hai: happenedOn hoặc dueOn.",
                    "Exactly one of happenedOn and dueOn must be given.");
        }
        LocalDate given = request.dueOn() != null ? request.dueOn() : request.happenedOn();
        if (Math.abs(given.getYear() - waiting.year()) > FARTHEST_YEARS) {
            throw Problem.invalid(
                    request.dueOn() != null ? "dueOn" : "happenedOn",
                    "Quá xa năm kế hoạch " + waiting.year() + ": cách tối đa " + FARTHEST_YEARS + " năm.",
                    "Too far from the plan's year " + waiting.year() + ": " + FARTHEST_YEARS + " years at most.");
        }
        if (request.dueOn() != null) {
            return DueBasis.setByHand(request.dueOn());
        }
        TaskRule rule = tasks.rule(waiting.ruleId()).orElseThrow();
        if (rule.offset().isEmpty()) {
            throw Problem.invalid(
                    "happenedOn",
                    "Kế hoạch không ghi thời hạn sau sự kiện: hãy đặt dueOn.",
                    "The plan states no term after the event: give dueOn.");
        }
        if (request.happenedOn().isAfter(LocalDate.now(clock))) {
            throw Problem.invalid("happenedOn", "Không được ở tương lai.", "Must not be in the future.");
        }
        return DueBasis.afterEvent(request.happenedOn(), rule.offset().get());
    }

    private RestResponse<MilestoneView> decide(
            String operation,
            UUID id,
            Object request,
            String ifMatch,
            String idempotencyKey,
            Consumer<Milestone> decision) {
        Milestone milestone = milestones.forChange(id);
        return idempotency.once(idempotencyKey, operation + " " + id, request, MilestoneView.class, () -> {
            ETags.requireMatch(ifMatch, milestone.version());
            decision.accept(milestone);
            milestones.record(List.of(milestone));
            return ETags.ok(view(milestone), milestone.version());
        });
    }

    private MilestoneView view(Milestone milestone) {
        Task task = tasks.findById(milestone.taskId());
        return MilestoneView.of(
                new MilestoneRepository.Row(
                        milestone,
                        task.code().orElse(null),
                        task.title(),
                        task.leadText().orElse(null)),
                LocalDate.now(clock),
                evidence.ofMilestone(milestone.id()),
                milestones.history(milestone.id()));
    }
}
