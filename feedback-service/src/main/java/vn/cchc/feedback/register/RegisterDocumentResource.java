package vn.cchc.feedback.register;

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
import vn.cchc.feedback.handling.Sight;
import vn.cchc.feedback.register.RegisterDocuments.Format;
import vn.cchc.feedback.register.document.RegisterPdf;
import vn.cchc.feedback.register.document.RegisterSheet;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** The register as a PDF file or a spreadsheet. */
@Path("/api/v1/register/document")
@Tag(name = "register")
public class RegisterDocumentResource {

    private final RegisterDocuments documents;
    private final CurrentCaller caller;

    RegisterDocumentResource(RegisterDocuments documents, CurrentCaller caller) {
        this.documents = documents;
        this.caller = caller;
    }

    @GET
    @Produces(RegisterPdf.MEDIA_TYPE)
    @Requires(Right.READ_REGISTER)
    @ConcurrencyLimit(2)
    @Operation(
            operationId = "getRegisterDocument",
            summary = "The register of a year or of days of entry, as a file",
            description =
                    "A PDF file (A4, landscape, margins of Decree 30/2020/NĐ-CP) or a spreadsheet by `Accept`: the entries of"
                            + " `readRegister`, with their senders as the caller may see them. With `asOf`, equal requests give equal"
                            + " bytes, until a sender is changed or erased. At most 10,000 entries. `If-None-Match`, `If-Range` and"
                            + " `Range` are honoured (416 when there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The register",
            content = {
                @Content(
                        mediaType = RegisterPdf.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = RegisterSheet.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    @APIResponse(responseCode = "422", ref = "#/components/responses/Problem422")
    public RestResponse<FileContent.Part> pdf(@BeanParam RegisterFilters filters, @BeanParam PartOfFile wanted) {
        return answer(filters, Format.PDF, wanted);
    }

    @GET
    @Produces(RegisterSheet.MEDIA_TYPE + ";qs=0.9")
    @Requires(Right.READ_REGISTER)
    @ConcurrencyLimit(2)
    @Operation(hidden = true)
    public RestResponse<FileContent.Part> sheet(@BeanParam RegisterFilters filters, @BeanParam PartOfFile wanted) {
        return answer(filters, Format.XLSX, wanted);
    }

    private RestResponse<FileContent.Part> answer(RegisterFilters filters, Format format, PartOfFile wanted) {
        return documents
                .of(filters, Sight.of(caller.scope()), format)
                .answer(wanted)
                .header("Vary", "Accept")
                .build();
    }
}
