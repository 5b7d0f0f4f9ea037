package vn.cchc.feedback.attachment;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The files of a feedback.
 *
 * @param items all, in the order in which the sender gave them
 */
@Schema(description = "Các tệp đính kèm. The files of a feedback, all of them.")
public record AttachmentList(
        @Schema(required = true) @Size(max = AttachedFiles.MOST)
        List<AttachmentView> items) {}
