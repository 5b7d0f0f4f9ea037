package vn.cchc.feedback.comparison;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Units that may handle a case.
 *
 * @param compared number of assigned cases most like it
 */
@Schema(name = "UnitSuggestions")
public record UnitSuggestionsView(
        @Schema(
                required = true,
                description = "At most 3, the one with most of what is alike first; empty where nothing is alike.")
        @Size(max = UnitSuggestionsView.MOST)
        List<UnitSuggestionView> items,

        @Schema(
                required = true,
                examples = "9",
                description = "Number of assigned cases that are most like it, at most 15.")
        @Min(0)
        @Max(UnitSuggestionsView.COMPARED)
        int compared) {

    /** How many units are suggested. */
    static final int MOST = 3;

    /** How many cases are looked at for them. */
    static final int COMPARED = 15;
}
