package vn.cchc.feedback.tracking;

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
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.ratelimit.RateLimited;

/** Downloads of the files of a feedback, by its sender. Separate from {@link TrackingResource}, which produces JSON. */
@Path("/api/v1/tracking/{code}/attachments/{attachmentId}")
@Requires(Right.FOLLOW_FEEDBACK)
@Tag(name = "tracking")
public class TrackedAttachmentResource {

    private final Tracking tracking;

    TrackedAttachmentResource(Tracking tracking) {
        this.tracking = tracking;
    }

    @GET
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @RateLimited("tracking")
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getTrackedAttachment",
            summary = "Get a file that was handed in with a feedback",
            description =
                    "Sent in the media type it has; Accept must let application/octet-stream through. The ETag is its SHA-256. `If-None-Match`, `If-Range`"
                            + " and `Range` are honoured (416 when there is no such part). With the code and the secret of the receipt, without an account.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> file(
            @BeanParam ReceiptKey key,
            @Parameter(description = "Id of the file, from the list") @RestPath UUID attachmentId,
            @BeanParam PartOfFile wanted) {
        return tracking.attachment(key.code(), key.secret(), attachmentId)
                .answer(wanted)
                // Not even a private cache: what a sender hands in may stay on no computer that others use.
                .header("Cache-Control", null)
                .header("Cache-Control", "no-store")
                // Prevents scripts in uploaded files from running in the API's origin.
                .header("Content-Security-Policy", "sandbox")
                .build();
    }
}
