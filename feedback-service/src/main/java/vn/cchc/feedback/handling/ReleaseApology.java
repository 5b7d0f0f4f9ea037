package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;

/**
 * Decision to send the letter of apology (ban hành). Its day is that of the release.
 *
 * @param letterVersion of the letter as it was read, so that nothing goes out that the leader has not seen
 * @param signerTitle what stands above the signature; {@code null}: the head of the authority
 */
public record ReleaseApology(
        @NotNull @Min(1) @Schema(examples = "2", description = "The `version` of the letter as it was read.")
        Integer letterVersion,

        @NotBlank
        @Size(max = ReleaseApology.LONGEST_NUMBER)
        @Schema(examples = "17/UBND-VP", description = "Number and symbol of the document.")
        String documentNumber,

        @Size(max = ReleaseApology.LONGEST_TITLE)
        @Schema(
                examples = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
                description =
                        "What stands above the signature, each line apart; absent: `CHỦ TỊCH` of a people's committee, else"
                                + " `THỦ TRƯỞNG CƠ QUAN`.")
        String signerTitle) {

    static final int LONGEST_NUMBER = 100;
    static final int LONGEST_TITLE = 100;

    public ReleaseApology {
        documentNumber = WrittenText.lineOrNull(documentNumber);
        signerTitle = WrittenText.orNull(signerTitle);
    }
}
