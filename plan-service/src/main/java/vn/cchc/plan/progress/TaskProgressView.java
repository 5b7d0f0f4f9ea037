package vn.cchc.plan.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.evidence.Evidence;
import vn.cchc.plan.evidence.EvidenceKind;
import vn.cchc.plan.milestone.ArmMilestone;
import vn.cchc.plan.milestone.Milestone;
import vn.cchc.plan.milestone.MilestoneState;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.files.CheckedFile;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.text.VietnameseText;

/** A milestone in the progress of its task, with its evidence. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ExplainedMilestone")
public record TaskProgressView(
        @Schema(required = true) UUID milestoneId,

        @Schema(required = true, examples = "2021-01") @Size(max = ArmMilestone.LONGEST_OCCURRENCE)
        String occurrence,

        @Schema(required = true) @Size(max = Printed.CELL) String label,
        @Schema(required = true) MilestoneState state,

        @Schema(required = true, description = "Whether it counts in the progress")
        boolean counts,

        LocalDate dueOn,

        @Schema(examples = "VN-2026.1", description = DueDay.CALENDAR) @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(examples = "2021-02-26", description = DueDay.MOVED_FROM)
        LocalDate dueMovedFrom,

        LocalDate submittedOn,
        LocalDate acceptedOn,
        @Schema(required = true) boolean overdue,
        @Schema(required = true) boolean late,

        @Schema(required = true) @Size(max = Bounds.LAST_SHOWN)
        List<Proof> evidence) {

    /** A piece of evidence. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ProgressEvidence")
    @AsSent("SubmitNote")
    public record Proof(
            @Schema(required = true) UUID id,
            @Schema(required = true) EvidenceKind kind,
            String note,
            @Size(max = CheckedFile.LONGEST_NAME) String fileName,

            @Size(max = Bounds.SHA256_LENGTH) @Pattern(regexp = Bounds.SHA256)
            String sha256,

            @Schema(description = "The feedback or report whose event proves it")
            UUID sourceId,

            @Schema(required = true) LocalDate handedInOn,

            @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
            String handedInBy) {

        static Proof of(Evidence evidence) {
            return new Proof(
                    evidence.id(),
                    evidence.kind(),
                    evidence.note().orElse(null),
                    evidence.fileName().map(VietnameseText::line).orElse(null),
                    evidence.sha256().orElse(null),
                    evidence.sourceId().orElse(null),
                    evidence.handedInOn(),
                    evidence.handedInBy().name());
        }
    }

    static TaskProgressView of(Milestone milestone, List<Evidence> evidence, LocalDate today) {
        return new TaskProgressView(
                milestone.id(),
                milestone.occurrence(),
                milestone.label(),
                milestone.state(),
                milestone.state().counts(),
                milestone.dueOn().orElse(null),
                milestone.due().calendar().orElse(null),
                milestone.due().isProvisional(),
                milestone.due().dueMovedFrom().orElse(null),
                milestone.submittedOn().orElse(null),
                milestone.acceptedOn().orElse(null),
                milestone.isOverdue(today),
                milestone.isLate(),
                evidence.stream().map(Proof::of).toList());
    }
}
