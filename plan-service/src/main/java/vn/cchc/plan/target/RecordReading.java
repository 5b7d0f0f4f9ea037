package vn.cchc.plan.target;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.text.VietnameseText;

/**
 * Request to record a reading of a target.
 *
 * @param denominator the total of a share, or last year's figure for growth; null when the numerator is the value
 */
@Schema(description = "What was measured for a target")
public record RecordReading(
        @NotNull
        @Pattern(regexp = "[0-9]{4}(-(Q[1-4]|H1|M9|Y[12]|0[1-9]|1[0-2]))?")
        @Schema(
                maxLength = TargetReading.LONGEST_PERIOD,
                description =
                        "What was measured: the year of the plan, or a quarter, half, month or reporting period of it",
                examples = "2021-Q1")
        String period,

        @NotNull
        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        @Schema(maximum = TargetReading.ABOVE_FIGURES, exclusiveMaximum = true, examples = "48")
        BigDecimal numerator,

        @PositiveOrZero
        @Digits(integer = 15, fraction = 4)
        @Schema(maximum = TargetReading.ABOVE_FIGURES, exclusiveMaximum = true, examples = "50")
        BigDecimal denominator,

        @NotBlank
        @Size(max = 500)
        @Schema(description = "Where the figures are from", examples = "Sổ theo dõi hồ sơ một cửa")
        String source) {

    public RecordReading {
        period = VietnameseText.line(period);
        source = VietnameseText.line(source);
    }

    TargetReading.Figures figures() {
        return new TargetReading.Figures(period, numerator, denominator, source);
    }
}
