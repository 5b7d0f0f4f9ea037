package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/**
 * Request to merge a feedback into another one that tells of the same matter.
 *
 * @param intoId the case that leads those of the matter, of the same authority
 */
public record MergeFeedback(
        @NotNull @Schema(description = "The case that leads those of the matter.")
        UUID intoId,

        @Size(max = MergeFeedback.LONGEST_NOTE) @Schema(examples = "Cùng một cột đèn.")
        String note) {

    /** Leaves room for the number of the other case in the reason of the step. */
    static final int LONGEST_NOTE = 1000;

    public MergeFeedback {
        note = WrittenText.orNull(note);
    }
}
