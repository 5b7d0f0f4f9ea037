package vn.cchc.plan.importing;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.importing.review.ReviewedRow;
import vn.cchc.plan.plan.FindingView;

/** What the correction of a row has changed. */
@Schema(name = "RowCorrection", description = "What the correction of a row has changed")
public record RowCorrection(
        @Schema(required = true) ReviewedRow row,
        @Schema(required = true) ImportReading.Summary summary,

        @Schema(required = true, description = "Findings of the draft before that are gone")
        @Size(max = Printed.FINDINGS)
        List<FindingView> settled,

        @Schema(required = true, description = "Findings that the draft before did not have")
        @Size(max = Printed.FINDINGS)
        List<FindingView> raised) {}
