package vn.cchc.reporting.report;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.reporting.regime.ReportingRegime;

@Schema(
        description = "A reporting regime (chế độ báo cáo)",
        requiredProperties = {"code", "name"})
record RegimeRef(
        @Schema(examples = "CCHC") @Size(max = ReportingRegime.LONGEST_CODE)
        String code,

        @Schema(examples = "Báo cáo công tác cải cách hành chính định kỳ") @Size(max = Bounds.TITLE)
        String name) {}
