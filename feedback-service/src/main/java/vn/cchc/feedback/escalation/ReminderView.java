package vn.cchc.feedback.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.time.VietnamTime;

/** A case that waits for the caller, without its content and its sender. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Reminder", description = "Việc cần xử lý. A case that is due soon or overdue.")
public record ReminderView(
        @Schema(required = true) UUID feedbackId,

        @Schema(required = true, description = "Whose case it is.")
        UUID authorityId,

        @Schema(required = true, examples = "12", description = "In the register of `year`.") @Min(1)
        int number,

        @Schema(required = true, examples = "2021") @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(description = "The unit that handles the case; absent while none does.")
        UUID unitId,

        @Schema(required = true, examples = "2021-01-15") LocalDate dueOn,

        @Schema(
                required = true,
                examples = "3",
                description = "Calendar days from today to `dueOn`; negative when it has passed.")
        @Min(-ReminderView.FARTHEST_DAYS)
        @Max(ReminderView.FARTHEST_DAYS)
        int daysLeft,

        @Schema(
                required = true,
                examples = "DUE_IN_3_DAYS",
                description = "The step of the ladder that was reached last for this recipient.")
        @Size(max = ReminderView.LONGEST_STEP)
        String step,

        @Schema(
                required = true,
                examples = "-3",
                description = "When the step is due: working days from `dueOn`, negative before it.")
        @Min(-60)
        @Max(250)
        int workingDays,

        @Schema(required = true) Recipient recipient,
        @Schema(required = true) OffsetDateTime decidedAt,

        @Schema(
                examples = "/api/v1/feedback/01900000-0000-7000-8000-000000000001",
                description = "The case; absent for an authority above, which may not read it.")
        @Size(max = 100)
        String link) {

    /** A century. */
    static final int FARTHEST_DAYS = 36_525;

    /** Of the name of a step ({@code ck_reminder_step_name}). */
    static final int LONGEST_STEP = 40;

    static ReminderView of(ReminderList.Row row, LocalDate today) {
        return new ReminderView(
                row.feedbackId(),
                row.authorityId(),
                row.number(),
                row.year(),
                row.unitId(),
                row.dueOn(),
                Math.toIntExact(ChronoUnit.DAYS.between(today, row.dueOn())),
                row.step(),
                row.workingDays(),
                row.recipient(),
                VietnamTime.local(row.decidedAt()),
                row.recipient() == Recipient.SUPERIOR ? null : "/api/v1/feedback/" + row.feedbackId());
    }
}
