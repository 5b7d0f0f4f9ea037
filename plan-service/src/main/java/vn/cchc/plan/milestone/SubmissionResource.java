package vn.cchc.plan.milestone;

import static vn.cchc.platform.http.MaxBody.KB;
import static vn.cchc.platform.http.MaxBody.MB;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
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
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.event.Actor;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.ETags;
import vn.cchc.platform.http.IfMatch;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.idempotency.Idempotent;
import vn.cchc.platform.idempotency.Presenter;

/** Evidence of milestones: notes and files. */
@Path("/api/v1/milestones/{id}/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Milestones")
public class SubmissionResource implements Presenter<MilestoneView.SubmissionView> {

    private final Milestones use;
    private final MilestoneViews views;
    private final CurrentCaller caller;

    SubmissionResource(Milestones use, MilestoneViews views, CurrentCaller caller) {
        this.use = use;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Requires(Right.HAND_IN_EVIDENCE)
    @Idempotent(presenter = SubmissionResource.class)
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
            @RestPath UUID id, @NotNull @Valid SubmitNote request, @BeanParam IfMatch ifMatch) {
        return created(use.submit(id, ifMatch, request.note(), caller.authorities(), Actor.of(caller.get())));
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Requires(Right.HAND_IN_EVIDENCE)
    @Idempotent(presenter = SubmissionResource.class)
    @ResponseStatus(201)
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = MilestoneView.SubmissionView.class)))
    @MaxBody(11 * MB)
    @ConcurrencyLimit(16)
    @Operation(operationId = "submitEvidenceFile", summary = "Hand in a file as evidence for a milestone")
    public RestResponse<MilestoneView.SubmissionView> submitFile(
            @RestPath UUID id,
            @RestForm("file") FileUpload file,
            @RestForm("note") @Schema(maxLength = SubmitNote.LONGEST) String note,
            @Parameter(hidden = true) MultipartFormDataInput form,
            @BeanParam IfMatch ifMatch) {
        SubmitFile request =
                new SubmitFile(FormParts.of(form), Optional.ofNullable(file).map(SubmissionResource::sent), note);
        return created(use.submit(id, ifMatch, request, caller.authorities(), Actor.of(caller.get())));
    }

    private static SubmitFile.Sent sent(FileUpload file) {
        return new SubmitFile.Sent(file.fileName(), file.contentType(), file.uploadedFile());
    }

    private static RestResponse<MilestoneView.SubmissionView> created(Milestones.HandedIn handedIn) {
        Milestone milestone = handedIn.milestone();
        return ETags.created(
                MilestoneView.SubmissionView.of(handedIn.evidence()),
                milestone.version(),
                URI.create("/api/v1/milestones/" + milestone.id()));
    }

    @Override
    public RestResponse<MilestoneView.SubmissionView> present(UUID id) {
        Milestones.HandedIn handedIn = views.submission(id, caller.authorities());
        return ETags.ok(
                MilestoneView.SubmissionView.of(handedIn.evidence()),
                handedIn.milestone().version());
    }
}
