package vn.cchc.plan.milestone;

import static vn.cchc.platform.http.MaxBody.KB;
import static vn.cchc.platform.http.MaxBody.MB;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.cchc.plan.evidence.CheckedFile;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceRepository;
import vn.cchc.plan.plan.Actor;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.http.AtOnce;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.Idempotency;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;

/** Evidence for milestones: notes and files. */
@Path("/api/v1/milestones/{id}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones")
public class SubmissionResource {

    private static final Set<String> PARTS = Set.of("file", "note");

    private final MilestoneRepository milestones;
    private final EvidenceRepository evidence;
    private final Idempotency idempotency;
    private final CurrentCaller caller;
    private final Clock clock;

    SubmissionResource(
            MilestoneRepository milestones,
            EvidenceRepository evidence,
            Idempotency idempotency,
            CurrentCaller caller,
            Clock clock) {
        this.milestones = milestones;
        this.evidence = evidence;
        this.idempotency = idempotency;
        this.caller = caller;
        this.clock = clock;
    }

    /** What tells one upload from another for the Idempotency-Key. */
    private record Upload(String note, String name, String mediaType, String sha256) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.HAND_IN_EVIDENCE)
    @Transactional
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = MilestoneView.SubmissionView.class)))
    @MaxBody(32 * KB)
    @Operation(
            operationId = "submitEvidence",
            summary = "Hand in evidence for a milestone",
            description =
                    "A note as JSON, or a file of at most 10 MB with an optional note as multipart/form-data. By a"
                            + " clerk, a leader, or an officer of the unit in charge. If-Match takes the ETag of the milestone.")
    public RestResponse<MilestoneView.SubmissionView> submit(
            @RestPath UUID id,
            @NotNull @Valid SubmitNote request,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        Milestone milestone = milestones.forChange(id);
        return idempotency.once(
                idempotencyKey,
                "submitEvidence " + id,
                request,
                MilestoneView.SubmissionView.class,
                () -> submit(milestone, ifMatch, () -> {
                    Evidence note =
                            Evidence.note(milestone.place(), request.note(), Actor.of(caller.get()), clock.instant());
                    evidence.persist(note);
                    return note;
                }));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Right.HAND_IN_EVIDENCE)
    @Transactional
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = MilestoneView.SubmissionView.class)))
    @MaxBody(11 * MB)
    @AtOnce(16)
    @Operation(operationId = "submitEvidenceFile", summary = "Hand in a file as evidence for a milestone")
    public RestResponse<MilestoneView.SubmissionView> submitFile(
            @RestPath UUID id,
            @RestForm("file") FileUpload file,
            @RestForm("note") String note,
            @Parameter(hidden = true) MultipartFormDataInput form,
            @HeaderParam("If-Match") String ifMatch,
            @HeaderParam("Idempotency-Key") String idempotencyKey) {
        Milestone milestone = milestones.forChange(id);
        requireEachPartOnce(form);
        String composed = note == null || note.isBlank() ? null : VietnameseText.nfc(note);
        if (composed != null && !VietnameseText.isStorable(composed)) {
            throw Problem.invalid("note", "Có ký tự không hợp lệ.", "Has a character that is not valid.");
        }
        if (composed != null && composed.length() > SubmitNote.LONGEST) {
            throw Problem.invalid(
                    "note",
                    "Tối đa " + SubmitNote.LONGEST + " ký tự.",
                    "At most " + SubmitNote.LONGEST + " characters.");
        }
        if (file == null) {
            throw Problem.invalid("file", "Thiếu tệp.", "The file is missing.");
        }
        CheckedFile checked = CheckedFile.of(file.fileName(), file.contentType(), file.uploadedFile());
        Upload upload = new Upload(composed, checked.name(), checked.mediaType(), checked.sha256());
        return idempotency.once(
                idempotencyKey,
                "submitEvidenceFile " + id,
                upload,
                MilestoneView.SubmissionView.class,
                () -> submit(milestone, ifMatch, () -> {
                    Evidence handedIn = Evidence.file(
                            milestone.place(), composed, checked, Actor.of(caller.get()), clock.instant());
                    evidence.add(handedIn, checked);
                    return handedIn;
                }));
    }

    private RestResponse<MilestoneView.SubmissionView> submit(
            Milestone milestone, String ifMatch, Supplier<Evidence> handIn) {
        ETags.requireMatch(ifMatch, milestone.version());
        Instant now = clock.instant();
        milestone.submit(Actor.of(caller.get()), now);
        Evidence handedIn = handIn.get();
        milestones.record(List.of(milestone));
        return ETags.created(
                MilestoneView.SubmissionView.of(handedIn),
                milestone.version(),
                URI.create("/api/v1/milestones/" + milestone.id()));
    }

    /** What is given twice, or is read by nothing, would be lost without a word. */
    private static void requireEachPartOnce(MultipartFormDataInput form) {
        form.getValues().forEach((name, values) -> {
            if (!PARTS.contains(name)) {
                throw Problem.invalid(name, "Trường không được định nghĩa.", "This field is not defined.");
            }
            if (values.size() > 1) {
                throw Problem.invalid(name, "Chỉ được gửi một lần.", "May be sent once only.");
            }
        });
    }
}
