package vn.cchc.feedback.handling;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
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
import vn.cchc.feedback.document.LetterPdf;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** Letters of apology as PDF files. Separate from {@link ApologyLetterResource}, which produces JSON. */
@Path("/api/v1/feedback/{id}/apology-letters/{letterId}/document")
@Tag(name = "handling")
public class ApologyDocumentResource {

    private final ApologyLetters letters;
    private final CurrentCaller caller;

    ApologyDocumentResource(ApologyLetters letters, CurrentCaller caller) {
        this.letters = letters;
        this.caller = caller;
    }

    @GET
    @Produces(LetterPdf.MEDIA_TYPE)
    @Requires(Right.READ_FEEDBACK)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getApologyDocument",
            summary = "A letter of apology as a PDF file",
            description =
                    "In the layout of Decree 30/2020/NĐ-CP, to the sender by name; of a draft without number and day, and marked as one."
                            + " `If-None-Match`, `If-Range` and `Range` are honoured (416 when there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The letter",
            content =
                    @Content(
                            mediaType = LetterPdf.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> file(
            @Parameter(description = "Id of the feedback") @RestPath UUID id,
            @Parameter(description = "Id of the letter") @RestPath UUID letterId,
            @BeanParam PartOfFile wanted) {
        return letters.document(id, letterId, Sight.of(caller.scope()))
                .answer(wanted)
                .build();
    }
}
