package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/**
 * Request to answer the sender.
 *
 * @param documentNumber number of the answering document; required together with its day
 * @param documentDate   from the day of arrival to today
 */
public record AnswerFeedback(
        @NotBlank @Size(max = 20000) @Schema(examples = "Đèn đường đã được thay ngày 10/01/2021.")
        String text,

        @Size(max = 100) @Schema(examples = "15/UBND-ĐC") String documentNumber,
        @Schema(examples = "2021-01-11") LocalDate documentDate) {

    public AnswerFeedback {
        text = WrittenText.of(text);
        documentNumber = WrittenText.lineOrNull(documentNumber);
    }
}
