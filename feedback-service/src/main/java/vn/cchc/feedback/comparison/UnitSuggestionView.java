package vn.cchc.feedback.comparison;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A unit that may handle the case, with the reason.
 *
 * @param cases number of the cases most like it that the unit handles
 * @param words what the content has in common with them
 */
@Schema(name = "UnitSuggestion")
public record UnitSuggestionView(
        @Schema(required = true) UUID unitId,

        @Schema(required = true, examples = "Địa chính - Xây dựng")
        String unitName,

        @Schema(
                required = true,
                examples = "4",
                description = "Of those most like this one, how many the unit handles.")
        @Min(1)
        int cases,

        @Schema(
                required = true,
                examples = "[\"đèn đường\", \"hỏng\"]",
                description =
                        "At most 5 words and pairs of words of the content that stand in them too; the most telling first.")
        @Size(max = UnitSuggestionView.WORDS)
        List<String> words,

        @Schema(required = true, description = "At most 3 of them, the most alike first.")
        @Size(max = UnitSuggestionView.EXAMPLES)
        List<SimilarCaseView> examples) {

    /** How many words are named. */
    static final int WORDS = 5;

    /** How many cases are shown. */
    static final int EXAMPLES = 3;
}
