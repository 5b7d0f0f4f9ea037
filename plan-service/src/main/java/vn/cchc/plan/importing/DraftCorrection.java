package vn.cchc.plan.importing;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.plan.FindingView;

/** What the correction of a part of a draft has changed. */
@Schema(name = "DraftCorrection", description = "What the correction of a part of a draft has changed")
public record DraftCorrection(
        @Schema(required = true) ImportReading.Summary summary,

        @Schema(required = true, description = "Findings of the draft before that are gone")
        @Size(max = Printed.FINDINGS)
        List<FindingView> settled,

        @Schema(required = true, description = "Findings that the draft before did not have")
        @Size(max = Printed.FINDINGS)
        List<FindingView> raised) {}
