package vn.cchc.plan.importing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.finding.CellColumn;
import vn.cchc.plan.finding.Finding;
import vn.cchc.plan.finding.FindingCode;
import vn.cchc.plan.finding.Severity;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.http.BilingualText;

/** A finding at one of its cells. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "CellFinding", description = "A finding at one of its cells")
public record CellFinding(
        @Schema(required = true, description = "Stable name")
        FindingCode code,

        @Schema(required = true) Severity severity,

        @Schema(required = true, description = "The cell, named as in the plan document")
        CellColumn column,

        @Schema(required = true) BilingualText text,

        @Schema(required = true, description = "What an editor may do about it, in which cell")
        BilingualText advice) {

    static CellFinding of(Finding finding, CellColumn column) {
        return new CellFinding(
                finding.code(),
                finding.severity(),
                column,
                FindingText.of(finding.code(), finding.figures()),
                FindingText.advice(finding.code()));
    }
}
