package vn.cchc.reporting.regime;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A regime as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A reporting regime as it holds for a time",
        requiredProperties = {
            "code",
            "name",
            "validFrom",
            "documentSymbol",
            "periodStartRule",
            "cutOffRule",
            "recipients",
            "sections"
        })
record RegimeView(
        @Schema(examples = "CCHC") String code,

        @Schema(examples = "Báo cáo công tác cải cách hành chính định kỳ")
        String name,

        @Schema(examples = "2021-01-01") LocalDate validFrom,

        @Schema(description = "Absent while no end is set") LocalDate validTo,

        @Schema(examples = "BC-UBND") String documentSymbol,
        @Schema(description = "From which day on it counts") PeriodStartRule periodStartRule,
        @Schema(description = "Up to which day it counts") CutOffRule cutOffRule,
        List<String> recipients,

        @Schema(description = "Sections in order; their codes name them in `PUT /reports/{id}/sections/{section}`")
        List<SectionOutline> sections) {

    @Schema(
            description = "A section of the outline",
            requiredProperties = {"code", "label", "title"})
    record SectionOutline(
            @Schema(examples = "II.2") String code,
            @Schema(examples = "2.") String label,

            @Schema(examples = "Cải cách thủ tục hành chính")
            String title) {}

    static RegimeView of(ReportingRegime regime) {
        return new RegimeView(
                regime.code(),
                regime.name(),
                regime.validFrom(),
                regime.validTo().orElse(null),
                regime.documentSymbol(),
                regime.periodStartRule(),
                regime.cutOffRule(),
                regime.recipients(),
                regime.outline().stream()
                        .map(section -> new SectionOutline(section.code(), section.label(), section.title()))
                        .toList());
    }
}
