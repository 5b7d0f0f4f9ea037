package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;

/** Request to return a report, with the reason. */
record ReturnReport(
        @NotBlank
        @Size(max = Bounds.REASON)
        @Schema(
                description = "What is to be corrected",
                examples = "Đề nghị bổ sung nguyên nhân các nhiệm vụ quá hạn tại mục III.")
        String reason) {}
