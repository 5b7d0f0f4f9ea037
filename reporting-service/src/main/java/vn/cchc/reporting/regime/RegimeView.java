package vn.cchc.reporting.regime;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A regime as shown. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        description = "A reporting regime as it holds for a time",
        requiredProperties = {"code", "name", "validFrom", "preparedHere", "recipients", "sections"})
record RegimeView(
        @Schema(examples = "CCHC") String code,

        @Schema(examples = "Báo cáo công tác cải cách hành chính định kỳ")
        String name,

        @Schema(examples = "2021-01-01") LocalDate validFrom,

        @Schema(description = "Absent while no end is set") LocalDate validTo,

        @Schema(
                description =
                        "Whether its reports are written here; otherwise they are handed in at the plan's milestones, and what"
                                + " follows is absent or empty")
        boolean preparedHere,

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
        Optional<ReportForm> form = regime.form();
        return new RegimeView(
                regime.code(),
                regime.name(),
                regime.validFrom(),
                regime.validTo().orElse(null),
                form.isPresent(),
                form.map(ReportForm::documentSymbol).orElse(null),
                form.map(ReportForm::periodStartRule).orElse(null),
                form.map(ReportForm::cutOffRule).orElse(null),
                form.map(ReportForm::recipients).orElse(List.of()),
                form.map(ReportForm::outline).orElse(List.of()).stream()
                        .map(section -> new SectionOutline(section.code(), section.label(), section.title()))
                        .toList());
    }
}
