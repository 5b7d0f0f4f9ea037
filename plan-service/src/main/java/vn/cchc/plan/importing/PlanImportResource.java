package vn.cchc.plan.importing;

import static vn.cchc.platform.http.MaxBody.KB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.authority.Authority;
import vn.cchc.plan.authority.AuthorityRepository;
import vn.cchc.plan.authority.AuthorityScope;
import vn.cchc.plan.plan.Actor;
import vn.cchc.plan.plan.Plan;
import vn.cchc.plan.plan.PlanResource;
import vn.cchc.plan.plan.PlanView;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Journal;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Documents become drafts, drafts become plans. */
@Path("/api/v1/plan-imports")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Plan imports", description = "A plan document is read as a draft with findings, reviewed, then issued")
public class PlanImportResource implements Presenter<PlanImportView> {

    private static final String PATH = "/api/v1/plan-imports/";

    private final PlanImportRepository imports;
    private final DocumentReading documents;
    private final PlanIssuing issuing;
    private final AuthorityRepository authorities;
    private final AuthorityScope scope;
    private final Journal journal;
    private final CurrentCaller caller;
    private final Clock clock;

    PlanImportResource(
            PlanImportRepository imports,
            DocumentReading documents,
            PlanIssuing issuing,
            AuthorityRepository authorities,
            AuthorityScope scope,
            Journal journal,
            CurrentCaller caller,
            Clock clock) {
        this.imports = imports;
        this.documents = documents;
        this.issuing = issuing;
        this.authorities = authorities;
        this.scope = scope;
        this.journal = journal;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Requires(Right.IMPORT_PLANS)
    @Transactional
    @Idempotent(presenter = PlanImportResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PlanImportView.class)))
    @MaxBody(1536 * KB)
    @Operation(
            operationId = "importPlan",
            summary = "Read a plan document as a draft",
            description =
                    "Nothing is corrected: what people should look at is in the findings. 409 when a draft or plan has the number.")
    public RestResponse<PlanImportView> create(@NotNull @Valid ImportPlan request) {
        UUID authorityId = authorityOf(request);
        journal.requireOpen();
        Authority authority = authorities.get(authorityId);
        PlanDocument document = request.document();
        PlanReading reading = documents.read(authority, document);
        PlanImport draft = PlanImport.draft(
                authority.id(),
                document,
                ImportReading.of(reading, document, authority.deadlineInclusive()),
                Actor.of(caller.get()),
                clock.instant());
        imports.persist(draft);
        flush(document);
        return ETags.created(PlanImportView.of(draft), draft.version(), URI.create(PATH + draft.id()));
    }

    @Override
    public RestResponse<PlanImportView> present(UUID id) {
        return get(id);
    }

    @GET
    @Path("/{id}")
    @Requires(Right.IMPORT_PLANS)
    @Operation(operationId = "getPlanImport", summary = "Get an import with its findings")
    public RestResponse<PlanImportView> get(@RestPath UUID id) {
        PlanImport found = imports.visible(id);
        return ETags.ok(PlanImportView.of(found), found.version());
    }

    @PUT
    @Path("/{id}")
    @Requires(Right.IMPORT_PLANS)
    @Transactional
    @MaxBody(1536 * KB)
    @Operation(
            operationId = "correctPlanImport",
            summary = "Replace the document of a draft",
            description = "It is read anew, with the units as they are now.")
    public RestResponse<PlanImportView> correct(
            @RestPath UUID id, @NotNull @Valid ImportPlan request, @BeanParam IfMatch ifMatch) {
        PlanImport draft = imports.forChange(id);
        journal.requireOpen();
        ifMatch.require(draft.version());
        draft.requireDraft("corrections");
        if (request.authorityId() != null && !request.authorityId().equals(draft.authorityId())) {
            throw Problem.invalid(
                    "authorityId", "Bản nháp thuộc cơ quan khác.", "The draft is that of another authority.");
        }
        Authority authority = authorities.get(draft.authorityId());
        PlanDocument document = request.document();
        PlanReading reading = documents.read(authority, document);
        draft.correct(
                document,
                ImportReading.of(reading, document, authority.deadlineInclusive()),
                Actor.of(caller.get()),
                clock.instant());
        flush(document);
        return ETags.ok(PlanImportView.of(draft), draft.version());
    }

    @POST
    @Path("/{id}/issuances")
    @Requires(Right.ISSUE_PLANS)
    @Transactional
    @Idempotent(presenter = PlanResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @Operation(
            operationId = "issuePlan",
            summary = "Issue a draft as a plan",
            description = "Makes the tasks, their rules and milestones, and the targets. The answer is the plan.")
    public RestResponse<PlanView> issue(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        PlanImport draft = imports.forChange(id);
        ifMatch.require(draft.version());
        draft.requireDraft("issuances");
        Authority authority = authorities.get(draft.authorityId());
        PlanDocument document = draft.document();
        PlanReading reading = documents.read(authority, document);
        Plan plan = issuing.issue(draft, document, reading, authority, Actor.of(caller.get()));
        draft.issuedAs(plan.id(), ImportReading.of(reading, document, authority.deadlineInclusive()));
        return ETags.created(PlanView.of(plan), plan.version(), URI.create("/api/v1/plans/" + plan.id()));
    }

    @POST
    @Path("/{id}/discards")
    @Requires(Right.IMPORT_PLANS)
    @Transactional
    @Operation(
            operationId = "discardPlanImport",
            summary = "Give up a draft",
            description = "Its number is free again.")
    public RestResponse<PlanImportView> discard(@RestPath UUID id, @BeanParam IfMatch ifMatch) {
        PlanImport draft = imports.forChange(id);
        journal.requireOpen();
        ifMatch.require(draft.version());
        draft.discard();
        imports.flush();
        return ETags.ok(PlanImportView.of(draft), draft.version());
    }

    private UUID authorityOf(ImportPlan request) {
        UUID authorityId = Optional.ofNullable(request.authorityId())
                .orElseGet(() -> caller.get().authority());
        if (!scope.reaches(authorityId)) {
            throw Problem.notFound(
                    FieldFault.of("authorityId", "Không có cơ quan này.", "There is no such authority."));
        }
        return authorityId;
    }

    /** The database knows which numbers are one however they are written, and lets one of two through that come at once. */
    private void flush(PlanDocument document) {
        try {
            imports.flush();
        } catch (ConstraintViolationException e) {
            throw numberTaken(document);
        }
    }

    private static Problem numberTaken(PlanDocument document) {
        String number = document.header().number();
        return Problem.conflict(
                "plan-number-taken",
                BilingualText.of(
                        "Đã có kế hoạch hoặc bản nháp số " + number + " của năm "
                                + document.header().year() + ".",
                        "There is a plan or draft " + number + " for "
                                + document.header().year() + "."),
                FieldFault.of("document.header.number", "Đã được dùng.", "Taken."));
    }
}
