package vn.cchc.reporting.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(
        description = "A reporting regime (chế độ báo cáo)",
        requiredProperties = {"code", "name"})
record RegimeRef(
        @Schema(examples = "CCHC") String code,

        @Schema(examples = "Báo cáo công tác cải cách hành chính định kỳ")
        String name) {}
