package vn.cchc.plan.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.Transition;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceKind;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.text.VietnameseText;
import vn.cchc.platform.time.VietnamTime;

/**
 * View of a milestone. Lists omit evidence and history.
 *
 * @param workOn last working day on or before the due day
 * @param overdue whether it is still owed and its due day has passed
 * @param late whether it was submitted after its due day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Milestone")
public record MilestoneView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true) UUID planId,
        @Schema(required = true) UUID authorityId,
        @Schema(required = true) UUID taskId,

        @Schema(description = "Normalised code of the task") @Size(max = Printed.CODE)
        String taskCode,

        @Schema(required = true) @Size(max = Printed.CELL) String taskTitle,

        @Schema(description = "Who is in charge, as printed") @Size(max = Printed.SHORT)
        String leadText,

        @Schema(description = "Whose list it stands in") UUID unitId,

        @Schema(required = true) @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR)
        int year,

        @Schema(required = true) RuleKind ruleKind,

        @Schema(required = true, description = "Unique within the rule", examples = "2021-Q1")
        @Size(max = ArmMilestone.LONGEST_OCCURRENCE)
        String occurrence,

        @Schema(required = true) @Size(max = Printed.CELL) String label,
        @Schema(required = true) MilestoneState state,
        @Schema(examples = "2021-02-27") LocalDate dueOn,

        @Schema(description = "Last working day on or before dueOn", examples = "2021-02-26")
        LocalDate workOn,

        @Schema(examples = "VN-2026.1", description = DueDay.CALENDAR) @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(examples = "2021-02-26", description = DueDay.MOVED_FROM)
        LocalDate dueMovedFrom,

        @Schema(examples = "2021-02-25", description = "The same of `workOn`.")
        LocalDate workMovedFrom,

        @Schema(
                description =
                        "Since when its limit is paused: its day moves when the limit runs again, and has not come"
                                + " till then unless it had passed before",
                examples = "2021-02-20")
        LocalDate pausedSince,

        @Schema(required = true, description = "Owed, and its day has passed before any pause under way")
        boolean overdue,

        @Schema(required = true, description = "Handed in after its day")
        boolean late,

        LocalDate submittedOn,
        LocalDate acceptedOn,

        @Schema(description = "Why it was returned or waived") @Size(max = Bounds.REASON)
        String reason,

        @Schema(required = true, description = "Sub-resources that may be posted to now")
        @Size(max = Bounds.TRANSITIONS)
        List<@Size(max = Bounds.NAME) String> allowed,

        @Schema(description = "In their order; absent in lists") @Size(max = Bounds.LAST_SHOWN)
        List<SubmissionView> submissions,

        @Schema(
                description = "The last " + Bounds.LAST_SHOWN
                        + " steps; all are at `/milestones/{id}/changes`. Absent in lists")
        @Size(max = Bounds.LAST_SHOWN)
        List<StepView> history)
        implements Identified {

    /** A piece of evidence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MilestoneSubmission")
    @AsSent("SubmitNote")
    public record SubmissionView(
            @Schema(required = true) UUID id,
            @Schema(required = true) EvidenceKind kind,
            String note,

            @Schema(description = "Get it at /milestones/{id}/submissions/{submissionId}/file")
            FileView file,

            @Schema(description = "The feedback or report that fulfilled the milestone")
            UUID sourceId,

            @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
            String handedInBy,

            @Schema(required = true) OffsetDateTime handedInAt)
            implements Identified {

        static SubmissionView of(Evidence evidence) {
            return new SubmissionView(
                    evidence.id(),
                    evidence.kind(),
                    evidence.note().orElse(null),
                    evidence.fileName().map(name -> FileView.of(name, evidence)).orElse(null),
                    evidence.sourceId().orElse(null),
                    evidence.handedInBy().name(),
                    evidence.handedInAt().atZone(VietnamTime.ZONE).toOffsetDateTime());
        }
    }

    /** A submitted file. */
    @Schema(name = "SubmittedFile")
    public record FileView(
            @Schema(required = true) @Size(max = CheckedFile.LONGEST_NAME)
            String name,

            @Schema(required = true, examples = "application/pdf") @Size(max = Bounds.NAME)
            String mediaType,

            @Schema(required = true, description = "In bytes")
            long size,

            @Schema(required = true, description = "Lower-case hexadecimal")
            @Size(max = Bounds.SHA256_LENGTH)
            @Pattern(regexp = Bounds.SHA256)
            String sha256) {

        static FileView of(String name, Evidence evidence) {
            // Names that an earlier version took may have marks of direction.
            return new FileView(
                    VietnameseText.line(name),
                    evidence.mediaType().orElseThrow(),
                    evidence.sizeBytes().orElseThrow(),
                    evidence.sha256().orElseThrow());
        }
    }

    /** A step of the history. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MilestoneStep")
    public record StepView(
            MilestoneState from,
            @Schema(required = true) MilestoneState to,

            @Schema(required = true, examples = "submitted") @Size(max = Bounds.NAME)
            String what,

            @Size(max = Bounds.REASON) String reason,

            @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
            String by,

            @Schema(required = true) OffsetDateTime at) {

        static StepView of(MilestoneStep step) {
            return new StepView(
                    step.from().orElse(null),
                    step.to(),
                    step.what(),
                    step.reason().orElse(null),
                    step.by().name(),
                    step.at().atZoneSameInstant(VietnamTime.ZONE).toOffsetDateTime());
        }
    }

    static MilestoneView inList(MilestoneRepository.Row row, LocalDate today) {
        return of(row, today, null, null);
    }

    static MilestoneView of(
            MilestoneRepository.Row row, LocalDate today, List<Evidence> evidence, List<MilestoneStep> history) {
        Milestone milestone = row.milestone();
        return new MilestoneView(
                milestone.id(),
                milestone.version(),
                milestone.planId(),
                milestone.authorityId(),
                milestone.taskId(),
                row.taskCode(),
                row.taskTitle(),
                row.leadText(),
                milestone.unitId().orElse(null),
                milestone.year(),
                milestone.ruleKind(),
                milestone.occurrence(),
                milestone.label(),
                milestone.state(),
                milestone.dueOn().orElse(null),
                milestone.due().workOn().orElse(null),
                milestone.due().calendar().orElse(null),
                milestone.due().isProvisional(),
                milestone.due().dueMovedFrom().orElse(null),
                milestone.due().workMovedFrom().orElse(null),
                milestone.pausedSince().orElse(null),
                milestone.isOverdue(today),
                milestone.isLate(),
                milestone.submittedOn().orElse(null),
                milestone.acceptedOn().orElse(null),
                milestone.reason().orElse(null),
                Transition.resources(milestone.state().transitions()),
                evidence == null
                        ? null
                        : evidence.stream().map(SubmissionView::of).toList(),
                history == null ? null : history.stream().map(StepView::of).toList());
    }
}
