package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.LimitUnit;

/** The limit as copied to the case. */
public record LimitView(
        @Schema(required = true, examples = "10") @Min(1) @Max(HandlingLimit.LONGEST)
        int amount,

        @Schema(required = true, examples = "CALENDAR_DAY") LimitUnit unit,

        @Schema(required = true, description = "A last day that is off moves to the next working day.")
        boolean rollsForward,

        @Schema(required = true, examples = "1") @Max(HandlingLimit.MOST_EXTENSIONS)
        int maxExtensions,

        @Schema(required = true, examples = "10", description = "By how much at a time at most, in the unit.")
        @Min(1)
        @Max(HandlingLimit.LONGEST)
        int longestExtension,

        @Schema(required = true, description = "It may be extended when the due day has passed, too.")
        boolean extendsWhenOverdue,

        @Schema(required = true, description = "States in which nothing is counted.") @Size(max = LimitView.STATES)
        List<State> pausedIn,

        @Schema(required = true, examples = "Kế hoạch cải cách hành chính, Phụ lục, mục 1.4.2")
        @Size(max = HandlingLimit.LONGEST_BASIS)
        String legalBasis) {

    /** A feedback has no more. */
    static final int STATES = 10;

    public static LimitView of(HandlingLimit limit) {
        return new LimitView(
                limit.amount(),
                limit.unit(),
                limit.rollsForward(),
                limit.maxExtensions(),
                limit.longestExtension(),
                limit.extendsWhenOverdue(),
                limit.pausedIn().stream().sorted().toList(),
                limit.legalBasis());
    }
}
