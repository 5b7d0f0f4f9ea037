package vn.cchc.plan.milestone;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;

/** Reason for returning or waiving a milestone. */
@Schema(name = "MilestoneReason", description = "Why a milestone is given back or waived")
public record Reason(
        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Thiếu chữ ký của người lập biên bản.")
        String reason) {}
