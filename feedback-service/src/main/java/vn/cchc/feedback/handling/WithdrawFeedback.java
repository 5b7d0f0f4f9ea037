package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/** Request to withdraw a feedback. */
public record WithdrawFeedback(
        @Size(max = 2000) @Schema(examples = "Sự việc đã được giải quyết.")
        String reason) {

    public WithdrawFeedback {
        reason = WrittenText.orNull(reason);
    }
}
