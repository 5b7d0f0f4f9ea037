package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.figures.Figure;
import vn.cchc.reporting.narrative.FigureTexts;

/** A figure as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A figure of a report",
        requiredProperties = {"code", "label", "unit", "display", "sources"})
record FigureView(
        @Schema(description = "Stable over periods", examples = "pakn.answeredInTimeRate") @Size(max = Bounds.NAME)
        String code,

        @Schema(examples = "Tỷ lệ PAKN trả lời đúng hạn") @Size(max = FigureTexts.LONGEST_LABEL)
        String label,

        @Schema(examples = "%") @Size(max = Bounds.NAME) String unit,

        @Schema(description = "Absent for a rate of nothing, which has not arisen and is not 0 %", examples = "92.9")
        @Min(0)
        @Max(Long.MAX_VALUE)
        BigDecimal value,

        @Schema(description = "Of a rate", examples = "26") Long numerator,

        @Schema(description = "Of a rate", examples = "28") Long denominator,

        @Schema(description = "As the report prints it", examples = "92,9%") @Size(max = Bounds.NAME)
        String display,

        @Schema(
                description = "How many things it was counted from; see `/reports/{id}/figures/{code}/sources`",
                examples = "28")
        long sources) {

    static FigureView of(Figure figure) {
        return new FigureView(
                figure.code(),
                FigureTexts.label(figure),
                FigureTexts.unit(figure),
                figure.value().orElse(null),
                figure.numerator().orElse(null),
                figure.denominator().orElse(null),
                FigureTexts.value(figure),
                figure.sources().size());
    }

    static FigureView of(FrozenEditions.FrozenFigure figure) {
        return new FigureView(
                figure.code(),
                figure.label(),
                figure.unit(),
                figure.value().orElse(null),
                figure.numerator().orElse(null),
                figure.denominator().orElse(null),
                figure.display(),
                figure.sources());
    }
}
