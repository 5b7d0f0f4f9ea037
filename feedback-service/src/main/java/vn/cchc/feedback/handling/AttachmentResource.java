package vn.cchc.feedback.handling;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** Downloads of the files of a feedback, by staff. Separate from {@link HandlingResource}, which produces JSON. */
@Path("/api/v1/feedback/{id}/attachments/{attachmentId}")
@Tag(name = "handling")
public class AttachmentResource {

    private final FeedbackViews views;
    private final CurrentCaller caller;

    AttachmentResource(FeedbackViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Requires(Right.READ_FEEDBACK)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getAttachment",
            summary = "Get a file of a feedback",
            description =
                    "Sent in the media type it has; Accept must let application/octet-stream through. The ETag is its SHA-256. `If-None-Match`, `If-Range`"
                            + " and `Range` are honoured (416 when there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> file(
            @Parameter(description = "Id of the feedback") @RestPath UUID id,
            @Parameter(description = "Id of the file, from the list") @RestPath UUID attachmentId,
            @BeanParam PartOfFile wanted) {
        return views.attachment(id, attachmentId, Sight.of(caller.scope()))
                .answer(wanted)
                // Not even a private cache: what a sender hands in may stay on no computer that others use.
                .header("Cache-Control", null)
                .header("Cache-Control", "no-store")
                // Prevents scripts in uploaded files from running in the API's origin.
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
