package vn.cchc.feedback.comparison;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Cases that may tell of the same matter.
 *
 * @param compared how many were compared
 */
@Schema(name = "SimilarCases")
public record SimilarCasesView(
        @Schema(required = true, description = "At most 10, the most alike first.") @Size(max = SimilarCasesView.MOST)
        List<SimilarCaseView> items,

        @Schema(
                required = true,
                examples = "500",
                description =
                        "Number of cases of the authority that were compared: the latest until 30 days after this one.")
        @Min(0)
        int compared) {

    /** How many are shown. */
    static final int MOST = 10;
}
