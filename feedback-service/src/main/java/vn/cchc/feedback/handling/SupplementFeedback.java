package vn.cchc.feedback.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/**
 * The requested supplement: a text, parts of the sender's identity, or both.
 *
 * @param sender parts given replace the known ones; the rest is unchanged
 */
@Schema(minProperties = 1)
public record SupplementFeedback(
        @Size(max = SupplementFeedback.LONGEST) @Schema(examples = "Cột đèn trước nhà văn hóa thôn 3.")
        String content,

        @Valid SenderDetails sender) {

    static final int LONGEST = 5000;

    public SupplementFeedback {
        content = WrittenText.orNull(content);
    }

    boolean saysNothing() {
        return content == null && (sender == null || sender.saysNothing());
    }
}
