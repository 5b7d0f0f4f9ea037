package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.http.Bounds;

/**
 * Request to extend the limit of a feedback (đề nghị gia hạn).
 *
 * @param amount how much longer, in the unit of the limit
 * @param reason shown to the sender once the extension is granted; it must name nobody
 */
public record RequestExtension(
        @NotNull
        @Min(1)
        @Max(HandlingLimit.LONGEST)
        @Schema(examples = "3", description = "How much longer, in the unit of the limit.")
        Integer amount,

        @NotBlank
        @Size(max = Bounds.REASON)
        @Schema(
                examples = "Phải chờ cơ quan điện lực khảo sát cột đèn.",
                description = "The sender reads it once the extension is granted: it must name nobody.")
        String reason) {

    public RequestExtension {
        reason = WrittenText.of(reason);
    }
}
