package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request to withdraw a feedback. */
public record WithdrawFeedback(
        @Size(max = Bounds.REASON) @Schema(examples = "Sự việc đã được giải quyết.")
        String reason) {

    public WithdrawFeedback {
        reason = WrittenText.orNull(reason);
    }
}
