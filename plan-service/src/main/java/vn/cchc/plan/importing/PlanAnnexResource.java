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
import vn.cchc.platform.files.FileContent;
import vn.cchc.platform.files.PartOfFile;
import vn.cchc.platform.http.ConcurrencyLimit;

/** The annex of an issued plan as a Word file or a spreadsheet, alone or behind the body of the plan. */
@Path("/api/v1/plans/{id}/annex")
@Tag(name = "Plans")
public class PlanAnnexResource {

    private final PlanFiles files;
    private final CurrentCaller caller;

    PlanAnnexResource(PlanFiles files, CurrentCaller caller) {
        this.files = files;
        this.caller = caller;
    }

    @GET
    @Produces(AnnexDocument.MEDIA_TYPE)
    @Requires(Right.READ_PLANS)
    @ConcurrencyLimit(2)
    @Operation(
            operationId = "getPlanAnnex",
            summary = "Get the annex of a plan as a file",
            description = "A Word file or a spreadsheet by `Accept`, in the layout of Decree 30/2020/NĐ-CP: the rows as"
                    + " printed, with `body=true` behind the body of the plan. A transcript of either file gives the"
                    + " same rows, and the same body. `If-None-Match`, `If-Range` and `Range` are honoured (416 when"
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
            @Parameter(description = "true: one more column with the present state of each task") @RestQuery
                    Boolean state,
            @BeanParam PartOfFile wanted) {
        return answer(id, body, state, PlanFiles.Format.DOCX, wanted);
    }

    @GET
    @Produces(AnnexSheet.MEDIA_TYPE + ";qs=0.9")
    @Requires(Right.READ_PLANS)
    @ConcurrencyLimit(2)
    @Operation(hidden = true)
    public RestResponse<FileContent.Part> sheet(
            @RestPath UUID id, @RestQuery Boolean body, @RestQuery Boolean state, @BeanParam PartOfFile wanted) {
        return answer(id, body, state, PlanFiles.Format.XLSX, wanted);
    }

    private RestResponse<FileContent.Part> answer(
            UUID id, Boolean body, Boolean state, PlanFiles.Format format, PartOfFile wanted) {
        return files.ofPlan(id, Boolean.TRUE.equals(body), Boolean.TRUE.equals(state), format, caller.authorities())
                .answer(wanted)
                .header("Vary", "Accept")
                .build();
    }
}
