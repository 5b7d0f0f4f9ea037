package vn.cchc.reporting.report;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.Download.Disposition;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** The report as HTML or PDF, rendered from one model. */
@Path("/api/v1/reports/{id}/document")
@Tag(name = "reports")
public class ReportDocumentResource {

    private static final String PDF = "application/pdf";
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final DocumentViews views;
    private final CurrentCaller caller;

    ReportDocumentResource(DocumentViews views, CurrentCaller caller) {
        this.views = views;
        this.caller = caller;
    }

    @GET
    @Produces(PDF)
    @Requires(Right.READ_REPORTS)
    @ConcurrencyLimit(4)
    @Operation(
            operationId = "getReportDocument",
            summary = "Get the report as a document",
            description =
                    "PDF/A or HTML by `Accept`, in the layout of Decree 30/2020/NĐ-CP. A draft is marked as one; an approved"
                            + " edition never changes. `If-None-Match`, `If-Range` and `Range` are honoured (416 when there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The document",
            content = {
                @Content(mediaType = PDF, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = MediaType.TEXT_HTML, schema = @Schema(type = SchemaType.STRING))
            })
    public RestResponse<FileContent.Part> pdf(
            @PathParam("id") UUID id,
            @Parameter(description = "An approved edition; the present one if absent", example = "1")
                    @QueryParam("edition")
                    @Min(1)
                    Integer edition,
            @BeanParam PartOfFile wanted) {
        return answer(views.pdf(id, Optional.ofNullable(edition), caller.authorities()), PDF, wanted);
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.9")
    @Requires(Right.READ_REPORTS)
    @ConcurrencyLimit(4)
    @Operation(hidden = true)
    public RestResponse<FileContent.Part> html(
            @PathParam("id") UUID id, @QueryParam("edition") @Min(1) Integer edition, @BeanParam PartOfFile wanted) {
        return answer(views.html(id, Optional.ofNullable(edition), caller.authorities()), HTML, wanted);
    }

    private static RestResponse<FileContent.Part> answer(
            DocumentViews.Document document, String mediaType, PartOfFile wanted) {
        return new Download(
                        mediaType,
                        document.fileName(),
                        Disposition.INLINE,
                        document.tag(),
                        document.since(),
                        document.content())
                .answer(wanted)
                .header("Vary", "Accept")
                // The preview is a self-contained page with inline style; nothing else may be loaded or executed.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }
}
