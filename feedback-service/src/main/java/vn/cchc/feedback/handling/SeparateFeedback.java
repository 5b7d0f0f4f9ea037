package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/** Request to take a feedback out of the cases that it is merged with. */
public record SeparateFeedback(
        @Size(max = MergeFeedback.LONGEST_NOTE) @Schema(examples = "Một cột đèn khác.")
        String note) {

    public SeparateFeedback {
        note = WrittenText.orNull(note);
    }
}
