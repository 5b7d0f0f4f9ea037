package vn.cchc.plan.transcript;

import static vn.cchc.platform.http.MaxBody.MB;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.MaxBody;

/** Transcription of plans from files of Word, Excel and text, before they are imported. */
@Path("/api/v1/plan-transcripts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Tag(name = "Plan imports")
public class PlanTranscriptResource {

    private final PlanTranscripts transcripts;

    PlanTranscriptResource(PlanTranscripts transcripts) {
        this.transcripts = transcripts;
    }

    @POST
    @Requires(Right.IMPORT_PLANS)
    @MaxBody(10 * MB)
    @ConcurrencyLimit(2)
    @Operation(
            operationId = "transcribePlan",
            summary = "Transcribe a plan from a file of Word or Excel, CSV or text",
            description =
                    "Stores nothing: takes a file, with its form at most 10 MB (413 otherwise), and answers with the"
                            + " plan document that an import takes, what of the file is not in it, and every doubt. The content says what the file is:"
                            + " a Word document (.docx), an Excel workbook (.xlsx; hidden sheets, rows and columns are"
                            + " read, with a doubt), CSV in UTF-8 or marked UTF-16 (separated by comma, semicolon or tab),"
                            + " or text, also as pasted from Word or Excel with tabs between cells; send that as the part"
                            + " `file` with a file name. The columns of the annex are found by their headings. What is in"
                            + " doubt is left empty. 422 with a code of its own for a file that is not read:"
                            + " `file-unknown-format`, `file-old-word-format`, `file-old-excel-format`,"
                            + " `file-unknown-encoding`, `file-encrypted`, `file-macros`, `file-damaged`,"
                            + " `file-too-large`, `file-too-deep`, `file-doctype`.")
    public PlanTranscriptView transcribe(
            @RestForm("file") FileUpload file, @Parameter(hidden = true) MultipartFormDataInput form) {
        return transcripts.transcribe(
                new SentPlan(FormParts.of(form), Optional.ofNullable(file).map(FileUpload::uploadedFile)));
    }
}
