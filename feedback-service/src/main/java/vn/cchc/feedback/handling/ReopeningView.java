package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.limit.ReopeningRule;

/** How often and how long a feedback may be reopened. */
@Schema(name = "Reopening")
public record ReopeningView(
        @Schema(required = true, examples = "1", description = "How often; 0: never.")
        @Min(0)
        @Max(ReopeningRule.MOST_TIMES)
        int times,

        @Schema(required = true, examples = "10", description = "Working days after the day of the answer.")
        @Min(1)
        @Max(ReopeningRule.LONGEST)
        int workingDays) {

    public static ReopeningView of(ReopeningRule rule) {
        return new ReopeningView(rule.times(), rule.workingDays());
    }
}
