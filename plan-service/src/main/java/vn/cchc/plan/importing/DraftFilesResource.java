package vn.cchc.plan.importing;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import vn.cchc.plan.importing.annex.AnnexDocument;
import vn.cchc.plan.importing.annex.AnnexSheet;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.Download;
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** The annex of an import and its findings as files. */
@Path("/api/v1/plan-imports/{id}")
@Tag(name = "Plan imports")
public class DraftFilesResource {

    private final PlanFiles files;
    private final CurrentCaller caller;

    DraftFilesResource(PlanFiles files, CurrentCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Path("/annex")
    @Produces(AnnexDocument.MEDIA_TYPE)
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(2)
    @Operation(
            operationId = "getDraftAnnex",
            summary = "Get the annex of an import as a file",
            description =
                    "As that of a plan, with its corrections, marked as a draft until it is issued; with `body=true`"
                            + " behind the body of the plan. A Word file or a spreadsheet by `Accept`; `If-None-Match`, `If-Range` and `Range` are honoured (416 when"
                            + " there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The annex",
            content = {
                @Content(
                        mediaType = AnnexDocument.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(
                        mediaType = AnnexSheet.MEDIA_TYPE,
                        schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public RestResponse<FileContent.Part> document(
            @RestPath UUID id,
            @Parameter(
                            description =
                                    "true: the whole plan, its body before the annex; in a spreadsheet a sheet of its own")
                    @RestQuery
                    Boolean body,
            @BeanParam PartOfFile wanted) {
        return answer(
                files.ofImport(id, Boolean.TRUE.equals(body), PlanFiles.Format.DOCX, caller.authorities()), wanted);
    }

    @GET
    @Path("/annex")
    @Produces(AnnexSheet.MEDIA_TYPE + ";qs=0.9")
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(2)
    @Operation(hidden = true)
    public RestResponse<FileContent.Part> sheet(
            @RestPath UUID id, @RestQuery Boolean body, @BeanParam PartOfFile wanted) {
        return answer(
                files.ofImport(id, Boolean.TRUE.equals(body), PlanFiles.Format.XLSX, caller.authorities()), wanted);
    }

    @GET
    @Path("/findings")
    @Produces(AnnexSheet.MEDIA_TYPE)
    @Requires(Right.IMPORT_PLANS)
    @ConcurrencyLimit(2)
    @Operation(
            operationId = "getDraftFindings",
            summary = "Get the findings of an import as a spreadsheet",
            description =
                    "In Vietnamese, one row for each cell that a finding concerns, or for each place of the file that it"
                            + " tells of: row, code, cell, severity, text, what to do and what is printed there, the"
                            + " gravest first. `If-None-Match`,"
                            + " `If-Range` and `Range` are honoured (416 when there is no such part).")
    @APIResponse(
            responseCode = "200",
            description = "The findings",
            content =
                    @Content(
                            mediaType = AnnexSheet.MEDIA_TYPE,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public RestResponse<FileContent.Part> findings(@RestPath UUID id, @BeanParam PartOfFile wanted) {
        return answer(files.findings(id, caller.authorities()), wanted);
    }

    private static RestResponse<FileContent.Part> answer(Download download, PartOfFile wanted) {
        return download.answer(wanted).header("Vary", "Accept").build();
    }
}
