package vn.cchc.feedback.tracking;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.feedback.document.LetterPdf;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.ratelimit.RateLimited;

/** The letter of apology of a feedback, for its sender. Separate from {@link TrackingResource}, which produces JSON. */
@Path("/api/v1/tracking/{code}/apology-letter")
@Requires(Right.FOLLOW_FEEDBACK)
@Tag(name = "tracking")
public class TrackedApologyResource {

    private final Tracking tracking;

    TrackedApologyResource(Tracking tracking) {
        this.tracking = tracking;
    }

    @GET
    @Produces(LetterPdf.MEDIA_TYPE)
    @RateLimited("tracking")
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getTrackedApology",
            summary = "The letter of apology for a late answer, as a PDF file",
            description =
                    "What a leader has released in the present round (404 when there is none). `If-None-Match`, `If-Range` and `Range` are honoured"
                            + " (416 when there is no such part). With the code and the secret of the receipt, without an account.")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content =
                    @Content(
                            mediaType = LetterPdf.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> file(@BeanParam ReceiptKey key, @BeanParam PartOfFile wanted) {
        return tracking.apologyLetter(key.code(), key.secret())
                .answer(wanted)
                // Not even a private cache: it names the sender, and may stay on no computer that others use.
                .header("Cache-Control", null)
                .header("Cache-Control", "no-store")
                .build();
    }
}
