package vn.cchc.feedback.intake;

import static vn.cchc.platform.http.MaxBody.MB;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import vn.cchc.feedback.Channel;
import vn.cchc.platform.access.CurrentCaller;
import vn.cchc.platform.access.Requires;
import vn.cchc.platform.access.Right;
import vn.cchc.platform.files.FormParts;
import vn.cchc.platform.http.ConcurrencyLimit;
import vn.cchc.platform.http.MaxBody;
import vn.cchc.platform.http.RequestDeadline;

/** Intake of many feedback at once: the register that an office has kept in a file. */
@Path("/api/v1/feedback-registers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@Tag(name = "intake")
public class OldRegisterResource {

    private final OldRegisters registers;
    private final CurrentCaller caller;
    private final RequestDeadline deadline;

    OldRegisterResource(OldRegisters registers, CurrentCaller caller, RequestDeadline deadline) {
        this.registers = registers;
        this.caller = caller;
        this.deadline = deadline;
    }

    @POST
    @Requires(Right.ENTER_REGISTERS)
    @MaxBody(6 * MB)
    @ConcurrencyLimit(1)
    @Operation(operationId = "enterRegister", summary = "Hand in the rows of an old register", description = """
        Takes an Excel workbook (.xlsx) or CSV of at most 5 MB and 2,000 rows as the part `file`, and hands in each row as a \
        clerk would by `receiveFeedback`: the same rules, number, limit and receipt. Columns are found by the words of their \
        headings (Số thứ tự, Ngày nhận, Họ và tên, Địa chỉ, Số điện thoại, Email, Nội dung, Hình thức tiếp nhận, Loại), in any \
        order; those that are not read are listed with `field` absent. The limit counts from the day in the row, from its \
        begin where it states no time.

        A row is taken as a whole or not at all, apart from the others; `faults` say what is wrong with it. What it states makes its \
        identity: the same row sent again, in the same file or in a corrected one, is `TAKEN_BEFORE`, with its receipt; in a further \
        sheet of the file it is a `COPY`. A row of which two of the day, the content and the old number are those of a case of the \
        authority (entered by hand, or taken before the row was corrected) is a fault that names the case. Rows that state a result \
        or a state other than open are faults: only cases without an answer are taken. Hidden sheets are not read. `dryRun` shows the day, \
        channel and kind of each row as read, and takes none. One call takes rows for some \
        seconds: until `complete` is true, and after a broken line, send the same file again. 422 with a code of its own for a \
        file that is not read: `file-unknown-format`, `file-old-word-format`, `file-old-excel-format`, `file-unknown-encoding`, `file-encrypted`, \
        `file-macros`, `file-damaged`, `file-too-large`, `file-too-deep`, `file-doctype`, `register-without-heading`, \
        `register-column-twice`, `register-too-many-rows`, `register-too-many-columns`.\
        """)
    @APIResponse(responseCode = "200", description = "What became of each row")
    public OldRegisterView enter(
            @RestForm("file") FileUpload file,
            @Parameter(hidden = true) MultipartFormDataInput form,
            @QueryParam("dryRun")
                    @Parameter(description = "true: the rows are checked, and none is taken", example = "false")
                    Boolean dryRun,
            @QueryParam("channel")
                    @Parameter(
                            description = "The channel of rows that name none; without it they are faulty",
                            example = "IN_PERSON")
                    Channel channel) {
        return registers.enter(
                new SentRegister(
                        FormParts.of(form),
                        Optional.ofNullable(file).map(FileUpload::uploadedFile),
                        Boolean.TRUE.equals(dryRun),
                        Optional.ofNullable(channel)),
                caller.get(),
                deadline::beginAnew);
    }
}
