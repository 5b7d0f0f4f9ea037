package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The drafts of the answer to a feedback.
 *
 * @param items one, or none
 */
@Schema(description = "Dự thảo trả lời, nếu có. The draft of the answer, where there is one.")
public record AnswerDraftList(
        @Schema(required = true) @Size(max = 1) List<AnswerDraftView> items) {}
