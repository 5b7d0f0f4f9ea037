package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.http.Bounds;

/**
 * Decision to grant the extension that was asked for (gia hạn).
 *
 * @param amount in the unit of the limit; all that was asked for when absent
 */
public record ExtendFeedback(
        @Min(1)
        @Max(HandlingLimit.LONGEST)
        @Schema(
                examples = "2",
                description = "In the unit of the limit, no more than was asked for; absent: all of that.")
        Integer amount,

        @Size(max = Bounds.REASON) @Schema(description = "Why, for the history; the sender does not see it.")
        String note) {

    public ExtendFeedback {
        note = WrittenText.orNull(note);
    }
}
