package vn.cchc.feedback.page;

import io.quarkus.qute.TemplateData;
import java.util.List;
import java.util.stream.Stream;
import vn.cchc.feedback.attachment.AttachedFiles;
import vn.cchc.feedback.attachment.FormFiles;
import vn.cchc.feedback.attachment.KeptUpload;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.idempotency.IdempotentRequest;

/**
 * A form as shown: what was entered, and what is wrong with it.
 *
 * @param problem what is wrong with the whole; {@code null} if nothing is
 * @param files that were sent and need not be sent again
 */
@TemplateData
public record EnteredForm(SubmittedForm entered, String problem, List<FieldFault> faults, List<KeptUpload> files) {

    private static final String ANOTHER =
            "Từ trang này đã gửi một nội dung khác. Nếu Ông/Bà muốn gửi thêm, xin bấm Gửi lần nữa.";

    public EnteredForm {
        faults = List.copyOf(faults);
        files = List.copyOf(files);
    }

    /** As shown first. */
    public static EnteredForm empty() {
        return of(SubmittedForm.empty());
    }

    /** With nothing wrong. */
    public static EnteredForm of(SubmittedForm entered) {
        return new EnteredForm(entered, null, List.of(), List.of());
    }

    /** With something wrong that belongs to no field. */
    public static EnteredForm refused(SubmittedForm entered, String problem) {
        return new EnteredForm(entered, problem, List.of(), List.of());
    }

    /** With what a request of the same content is told; where the key of the form is used up, of which people know nothing, in their words. */
    public static EnteredForm refused(SubmittedForm entered, Problem problem) {
        return IdempotentRequest.hasReusedKey(problem)
                ? refused(entered, ANOTHER)
                : new EnteredForm(entered, problem.text().vi(), problem.faults(), List.of());
    }

    /** The same with files that need not be sent again, and with what is wrong with others. */
    public EnteredForm with(List<KeptUpload> kept, List<FieldFault> ofFiles) {
        return new EnteredForm(
                entered,
                problem,
                Stream.concat(faults.stream(), ofFiles.stream()).distinct().toList(),
                kept);
    }

    /** What was entered in that field. */
    public String value(String field) {
        return entered.get(field);
    }

    /** What is wrong with that field; {@code null} if nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(fault -> fault.message().vi())
                .findFirst()
                .orElse(null);
    }

    /** The types of files to choose from, as the attribute {@code accept} has them. */
    public String accepted() {
        return AttachedFiles.ACCEPTED;
    }

    /** What is wrong with the files: with those sent now, and with those named as sent before. */
    public List<String> fileFaults() {
        return faults.stream()
                .filter(fault ->
                        fault.field().equals(FormFiles.FILE) || fault.field().startsWith("attachments"))
                .map(fault -> fault.message().vi())
                .distinct()
                .toList();
    }
}
