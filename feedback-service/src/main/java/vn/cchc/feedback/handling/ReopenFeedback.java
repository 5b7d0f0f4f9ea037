package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request to reopen an answered feedback, with the sender's reason. */
public record ReopenFeedback(
        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Đèn sáng được hai ngày rồi lại tắt.")
        String reason) {

    public ReopenFeedback {
        reason = WrittenText.of(reason);
    }
}
