package vn.cchc.plan.milestone;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** Downloads of submitted files, unchanged. Separate from {@link SubmissionResource}, which produces JSON. */
@Path("/api/v1/milestones/{id}/submissions/{submissionId}/file")
@Tag(name = "Milestones")
public class SubmittedFileResource {

    private final MilestoneViews views;
    private final CurrentCaller caller;

    SubmittedFileResource(MilestoneViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(Right.READ_EVIDENCE_FILES)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getSubmittedFile",
            summary = "Get a file that was handed in",
            description =
                    "Sent in the media type it has; Accept must let application/octet-stream through. The ETag is its SHA-256. `If-None-Match`, `If-Range`"
                            + " and `Range` are honoured (416 when there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> file(
            @RestPath UUID id, @RestPath UUID submissionId, @BeanParam PartOfFile wanted) {
        MilestoneViews.SubmittedFile file = views.file(id, submissionId, caller.authorities());
        Evidence handedIn = file.evidence();
        return new Download(
                        handedIn.mediaType().orElseThrow(),
                        handedIn.fileName().orElseThrow(),
                        Download.Disposition.ATTACHMENT,
                        handedIn.sha256().orElseThrow(),
                        Optional.of(handedIn.handedInAt()),
                        file.content())
                .answer(wanted)
                // Prevents scripts in uploaded files from running in the API's origin.
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
