package vn.cchc.reporting.report;

import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.FieldFault;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.reporting.regime.ReportingRegime;

/** Which report to draft: a plan's milestone, or regime and period. */
@Schema(
        description =
                "Names the report by the milestone that asks for it, or by regime and period; by one of both ways")
record DraftReport(
        @Schema(
                description = "The milestone of the plan's report schedule",
                examples = "0177b0f1-6c00-7b1e-8f00-1d7c3a5e9b10")
        UUID milestoneId,

        @Size(max = ReportingRegime.LONGEST_CODE) @Schema(description = "The regime", examples = "CCHC")
        String regime,

        @Size(max = 10) @Schema(description = "The period as the schedule names it", examples = "2021-Q1")
        String period) {

    DraftReport {
        regime = VietnameseText.line(regime);
        period = VietnameseText.line(period);
    }

    void requireOneWay() {
        boolean byPeriod = regime != null && period != null && milestoneId == null;
        boolean byMilestone = milestoneId != null && regime == null && period == null;
        if (!byPeriod && !byMilestone) {
            throw Problem.unprocessable(
                    "report-not-named",
                    BilingualText.of(
                            "Nêu báo cáo cần lập bằng milestoneId, hoặc bằng regime và period.",
                            "Name the report by milestoneId, or by regime and period."),
                    FieldFault.of(
                            milestoneId == null ? (regime == null ? "regime" : "period") : "milestoneId",
                            "Cần đúng một trong hai cách.",
                            "Exactly one of both ways is needed."));
        }
    }
}
