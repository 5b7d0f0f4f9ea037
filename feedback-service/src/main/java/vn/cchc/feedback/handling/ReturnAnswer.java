package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Decision not to release the draft of an answer as it is (trả lại). */
public record ReturnAnswer(
        @NotBlank
        @Size(max = Bounds.REASON)
        @Schema(
                examples = "Nêu rõ ngày thay đèn và đơn vị thực hiện.",
                description = "What is to be changed, for who writes it; the sender does not see it.")
        String reason) {

    public ReturnAnswer {
        reason = WrittenText.of(reason);
    }
}
