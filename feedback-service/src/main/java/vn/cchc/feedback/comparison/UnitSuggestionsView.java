package vn.cchc.feedback.comparison;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
        List<UnitSuggestionView> items,

        @Schema(
                required = true,
                examples = "9",
                description = "Number of assigned cases that are most like it, at most 15.")
        @Min(0)
        @Max(15)
        int compared) {}
