package vn.cchc.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.regime.PeriodKinds;
import vn.cchc.reporting.regime.ReportingRegime;

/** A document number that is not reused, because its approval is lost. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "LostReportNumber",
        description =
                "A number in the number book whose approval was lost by a restore of the database: what is known is what"
                        + " had been told of the report",
        requiredProperties = {
            "authority",
            "year",
            "number",
            "numberAndSymbol",
            "reportId",
            "regime",
            "period",
            "periodLabel",
            "state",
            "approvedOn",
            "dueOn"
        })
record LostNumber(
        AuthorityRef authority,

        @Schema(description = "Year of the first approval, whose number book it is in", examples = "2021")
        @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(description = "Number of the document", examples = "5") @Min(1)
        int number,

        @Schema(examples = "05/BC-UBND") @Size(max = Bounds.NAME)
        String numberAndSymbol,

        @Schema(description = "The report that had it; it may be there as it was before, or be gone")
        UUID reportId,

        @Schema(examples = "CCHC") @Size(max = ReportingRegime.LONGEST_CODE)
        String regime,

        @Schema(examples = "2021-Q1") @Size(max = Bounds.NAME)
        String period,

        @Schema(examples = "quý I năm 2021") @Size(max = Bounds.NAME)
        String periodLabel,

        @Schema(description = "The last that was told of the report with this number")
        ReportState state,

        @Schema(examples = "2021-02-26") LocalDate approvedOn,
        @Schema(examples = "2021-02-27") LocalDate dueOn,

        @Schema(description = "The day it was first sent", examples = "2021-02-26")
        LocalDate sentOn) {

    /** The part of the report's event that is read. */
    record Told(
            String regime,
            String period,
            ReportState state,
            LocalDate approvedOn,
            LocalDate dueOn,
            LocalDate firstSentOn) {}

    static LostNumber of(LostDocumentNumbers.Row row, Told told, String authority, PeriodKinds periods) {
        return new LostNumber(
                new AuthorityRef(row.authorityId(), authority),
                row.year(),
                row.number(),
                ReportViews.numberAndSymbol(row.number(), row.book()),
                row.reportId(),
                told.regime(),
                told.period(),
                periods.label(told.period()),
                told.state(),
                told.approvedOn(),
                told.dueOn(),
                told.firstSentOn());
    }
}
