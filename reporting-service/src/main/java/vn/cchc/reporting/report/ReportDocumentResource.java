package vn.cchc.reporting.report;

import jakarta.validation.constraints.Min;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
import vn.cchc.platform.database.ReadTransaction;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.Download.Disposition;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.Problem;
import vn.cchc.reporting.document.DocumentModel;
import vn.cchc.reporting.narrative.ReportData;

/** The report as HTML or PDF, rendered from one model. */
@Path("/api/v1/reports/{id}/document")
@Tag(name = "reports")
public class ReportDocumentResource {

    private static final String PDF = "application/pdf";
    private static final String HTML = MediaType.TEXT_HTML + ";charset=UTF-8";

    private final ReportAccess access;
    private final ReportContents contents;
    private final FrozenEditions frozen;
    private final Documents documents;
    private final DraftPdfs draftPdfs;
    private final CurrentCaller caller;

    ReportDocumentResource(
            ReportAccess access,
            ReportContents contents,
            FrozenEditions frozen,
            Documents documents,
            DraftPdfs draftPdfs,
            CurrentCaller caller) {
        this.access = access;
        this.contents = contents;
        this.frozen = frozen;
        this.documents = documents;
        this.draftPdfs = draftPdfs;
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
            @Parameter(description = "The ETag it was got with") @HeaderParam("If-None-Match") String ifNoneMatch,
            @Parameter(description = "The ETag of what the part belongs to; of anything else, the whole is sent")
                    @HeaderParam("If-Range")
                    String ifRange,
            @Parameter(description = "A part of the document", example = "bytes=0-1023") @HeaderParam("Range")
                    String range) {
        Form form = ReadTransaction.call(() -> form(id, Optional.ofNullable(edition)));
        return answer(
                new Download(PDF, form.fileName("pdf"), Disposition.INLINE, form.pdfTag(), form.since(), form.pdf())
                        .answer(ifNoneMatch, ifRange, range));
    }

    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.9")
    @Requires(Right.READ_REPORTS)
    @ConcurrencyLimit(4)
    @Operation(hidden = true)
    public RestResponse<FileContent.Part> html(
            @PathParam("id") UUID id,
            @QueryParam("edition") @Min(1) Integer edition,
            @HeaderParam("If-None-Match") String ifNoneMatch,
            @HeaderParam("If-Range") String ifRange,
            @HeaderParam("Range") String range) {
        Form form = ReadTransaction.call(() -> form(id, Optional.ofNullable(edition)));
        return answer(
                new Download(HTML, form.fileName("html"), Disposition.INLINE, form.htmlTag(), form.since(), form.html())
                        .answer(ifNoneMatch, ifRange, range));
    }

    private static RestResponse<FileContent.Part> answer(RestResponse.ResponseBuilder<FileContent.Part> download) {
        return download.header("Vary", "Accept")
                // The preview is a self-contained page with inline style; nothing else may be loaded or executed.
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
                .build();
    }

    /**
     * A rendering of a document, produced or read on demand.
     *
     * @param since last modification; unknown for a draft
     */
    private record Form(
            String name, String pdfTag, String htmlTag, Optional<Instant> since, FileContent pdf, FileContent html) {

        String fileName(String extension) {
            return name + "." + extension;
        }
    }

    private Form form(UUID id, Optional<Integer> wanted) {
        ReportAccess.Seen seen = access.seen(id, caller.authorities());
        if (wanted.isPresent() && !seen.has(wanted.get())) {
            throw Problem.notFound();
        }
        return wanted.isEmpty() && seen.isLive()
                ? draft(seen.report())
                : approved(seen.report(), wanted.orElseGet(seen::frozenEdition));
    }

    /** The ETag of a draft's PDF is that of its HTML: equal HTML gives an equal PDF. */
    private Form draft(Report report) {
        ReportData data = contents.of(report);
        DocumentModel model = contents.draft(report, data);
        String html = documents.html(model);
        String tag = Documents.sha256(html);
        return new Form(
                "Dự thảo báo cáo " + data.subject().toLowerCase(Locale.forLanguageTag("vi")),
                tag + "-pdf",
                tag,
                Optional.empty(),
                new FileContent.Made(
                        () -> draftPdfs.get(report.id() + tag, () -> documents.pdf(model, report.createdAt()))),
                utf8(() -> html));
    }

    private Form approved(Report report, int edition) {
        FrozenEditions.Pdf pdf = frozen.pdf(report.id(), edition);
        String number = "%02d-%s"
                .formatted(report.number().orElse(0), contents.form(report).documentSymbol());
        return new Form(
                "Báo cáo " + number + " " + report.regime() + " " + report.period()
                        + (edition > 1 ? " bản " + edition : ""),
                pdf.sha256(),
                pdf.sha256() + "-html",
                Optional.of(pdf.approvedAt()),
                pdf.content(),
                utf8(() -> frozen.html(report.id(), edition)));
    }

    private static FileContent utf8(Supplier<String> text) {
        return new FileContent.Made(() -> text.get().getBytes(StandardCharsets.UTF_8));
    }
}
