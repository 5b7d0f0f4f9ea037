package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/**
 * Decision to answer the sender with the draft (ban hành). A document gets its number when it is signed, so that it may be given
 * here.
 *
 * @param draftVersion of the draft as it was read, so that nothing goes out that the leader has not seen
 * @param documentNumber number of the answering document, in place of that of the draft; required together with its day
 * @param documentDate   from the day of arrival to today
 */
public record ReleaseAnswer(
        @NotNull @Min(1) @Schema(examples = "2", description = "The `version` of the draft as it was read.")
        Integer draftVersion,

        @Size(max = 100)
        @Schema(
                examples = "15/UBND-ĐC",
                description = "With `documentDate`, in place of those of the draft; absent: those of the draft.")
        String documentNumber,

        @Schema(examples = "2021-01-11") LocalDate documentDate) {

    public ReleaseAnswer {
        documentNumber = WrittenText.lineOrNull(documentNumber);
    }
}
