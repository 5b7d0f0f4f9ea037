package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/**
 * Request to hand the draft of an answer to the leader (trình lãnh đạo).
 *
 * @param draftVersion of the draft as it was read, so that nothing is handed in that the caller has not seen
 * @param note for the leader
 */
public record SubmitAnswer(
        @NotNull @Min(1) @Schema(examples = "2", description = "The `version` of the draft as it was read.")
        Integer draftVersion,

        @Size(max = Bounds.REASON)
        @Schema(
                examples = "Đã kiểm tra hiện trường ngày 10/01/2021.",
                description = "For the leader, in the history; the sender does not see it.")
        String note) {

    public SubmitAnswer {
        note = WrittenText.orNull(note);
    }
}
