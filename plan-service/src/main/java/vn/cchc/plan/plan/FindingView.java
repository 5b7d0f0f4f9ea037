package vn.cchc.plan.plan;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.Severity;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.http.BilingualText;

/**
 * View of a finding, in both languages.
 *
 * @param rows order of the annex rows concerned
 */
@Schema(name = "PlanFinding")
public record FindingView(
        @Schema(required = true, description = "Stable name")
        FindingCode code,

        @Schema(
                required = true,
                description = "ERROR: facts of the plan contradict each other; WARNING: something is missing, was not"
                        + " understood or looks like a slip; NOTICE: it was understood, the finding tells how."
                        + " None stops an issue")
        Severity severity,

        @Schema(required = true, description = "Order of the annex rows concerned") @Size(max = Printed.ROWS)
        List<@Min(1) @Max(Printed.LAST_ORDER) Integer> rows,

        @Schema(required = true, description = "Cells concerned, those of the annex first") @Size(max = Printed.CELLS)
        List<CellView> cells,

        @Schema(required = true) BilingualText text,

        @Schema(required = true, description = "What an editor may do about it, in which cell")
        BilingualText advice,

        @Schema(required = true, description = "What was compared; amounts in đồng")
        Map<String, Object> figures) {

    public static FindingView of(KeptFinding finding) {
        return new FindingView(
                finding.code(),
                finding.code().severity(),
                finding.rows(),
                finding.cells() == null ? cells(finding.code(), finding.rows()) : finding.cells(),
                finding.wording(),
                FindingText.advice(finding.code()),
                finding.figures());
    }

    /** Cells of a finding stored by an earlier version, derived from code and rows. */
    private static List<CellView> cells(FindingCode code, List<Integer> rows) {
        CellColumn column = code.column().orElse(null);
        return rows.isEmpty()
                ? List.of(new CellView(null, null, null, column))
                : rows.stream()
                        .map(row -> new CellView(row, null, null, column))
                        .toList();
    }
}
