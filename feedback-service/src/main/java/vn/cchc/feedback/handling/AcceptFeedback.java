package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/**
 * Request to accept a feedback.
 *
 * @param classification {@link Classification#OFFICER_CONDUCT} or {@link Classification#REGULATION_OWN}
 * @param urgency        normal when not given
 */
public record AcceptFeedback(
        @NotNull @Schema(examples = "REGULATION_OWN", description = "OFFICER_CONDUCT or REGULATION_OWN.")
        Classification classification,

        @Schema(examples = "NORMAL", description = "NORMAL when absent.")
        Urgency urgency,

        @Size(max = Bounds.REASON) String note) {

    public AcceptFeedback {
        urgency = urgency == null ? Urgency.NORMAL : urgency;
        note = WrittenText.orNull(note);
    }
}
