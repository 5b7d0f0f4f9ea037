package vn.cchc.plan.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.timing.ReportPeriod;
import vn.cchc.platform.text.VietnameseText;

/** Request to record the work on a continuous task in a reporting period. */
@Schema(description = "What was done for a continuous task in a reporting period")
public record EnterProgress(
        @NotNull
        @Size(max = ReportPeriod.LONGEST_KEY)
        @Schema(description = "One of the task's progressPeriods", examples = "2021-Q1")
        String period,

        @NotBlank @Size(max = 4000) @Schema(examples = "Đã tiếp nhận 12 phản ánh, kiến nghị, vào sổ đầy đủ.")
        String note) {

    public EnterProgress {
        period = VietnameseText.line(period);
    }
}
