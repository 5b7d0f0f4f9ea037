package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/**
 * Request to write the letter of apology for a late answer.
 *
 * @param reason why it is late, as the sender will read it; it must name nobody
 * @param promisedOn the new day
 */
public record WriteApologyLetter(
        @NotBlank
        @Size(max = Bounds.REASON)
        @Schema(
                examples = "Phải chờ cơ quan điện lực khảo sát cột đèn.",
                description = "Why the answer is late, as the sender will read it: it must name nobody.")
        String reason,

        @NotNull
        @Schema(
                examples = "2021-01-22",
                description = "The new day: a working day after today, within " + ApologyLetter.LONGEST_DAYS
                        + " days (422 otherwise).")
        LocalDate promisedOn) {

    public WriteApologyLetter {
        reason = WrittenText.of(reason);
    }
}
