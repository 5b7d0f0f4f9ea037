package vn.cchc.feedback.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/**
 * What was asked for: a text, or parts of the sender's identity, or both.
 *
 * @param sender what is given replaces what was known; the rest stays
 */
public record SupplementFeedback(
        @Size(max = 5000) @Schema(examples = "Cột đèn trước nhà văn hóa thôn 3.")
        String content,

        @Valid SenderDetails sender) {

    public SupplementFeedback {
        content = WrittenText.orNull(content);
    }

    boolean saysNothing() {
        return content == null && (sender == null || sender.saysNothing());
    }
}
