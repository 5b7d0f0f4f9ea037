package vn.cchc.plan.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.plan.Money;
import vn.cchc.plan.timing.AwaitedEvent;
import vn.cchc.plan.timing.Offset;
import vn.cchc.plan.timing.OffsetUnit;
import vn.cchc.plan.timing.ReportPeriod;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.platform.calendar.Term;
import vn.cchc.platform.http.AsSent;

/** A row of the annex. The list is in printed order; `parentId` and `level` make it a tree. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanTask")
@AsSent("PlanDocumentRow")
public record TaskView(
        @Schema(required = true) UUID id,
        @Schema(required = true) long version,
        @Schema(required = true) UUID planId,
        UUID parentId,

        @Schema(required = true, description = "Printed order, the `rows` of findings") @Min(1) @Max(Printed.LAST_ORDER)
        int seq,

        @Schema(required = true, description = "1 at the top") @Min(1) @Max(Printed.ROWS)
        int level,

        @Schema(required = true, description = "A heading groups tasks and has no milestones")
        boolean heading,

        @Schema(description = "As printed; no key", examples = "2,2,1") @Size(max = Printed.CODE)
        String printedCode,

        @Schema(description = "Normalised", examples = "2.2.1")
        String code,

        @Schema(required = true) String title,
        @Min(1) @Max(Printed.LAST_AREA) Integer areaNumber,
        @Size(max = Printed.SHORT) String leadText,
        UUID leadUnitId,
        @Schema(required = true) @Size(max = Printed.LEADS) List<Party> leads,

        @Schema(required = true) @Size(max = Printed.COORDINATING * Printed.LEADS)
        List<Party> coordinating,

        @Schema(required = true) List<String> products,
        @Size(max = Printed.CELL) String timingText,
        @Schema(required = true) @Size(max = Printed.RULES) List<RuleView> rules,
        @Schema(description = "The amount as printed") Money stated,

        @Schema(required = true, description = "For a continuous task, the periods in which an entry is owed")
        @Size(max = Printed.RULES)
        List<@Size(max = ReportPeriod.LONGEST_KEY) String> progressPeriods,

        @Schema(required = true, description = "Of columns that have no other place, in printed order")
        @Size(max = Printed.OTHER_CELLS)
        List<OtherCell> otherCells) {

    /**
     * A rule of the timing.
     *
     * @param waitsFor the awaited event, request or plan, as printed
     * @param offset term after the event, or before it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TaskRule")
    public record RuleView(
            @Schema(required = true) UUID id,
            @Schema(required = true) RuleKind kind,

            @Schema(required = true) @Size(max = Printed.CELL)
            String label,

            AwaitedEvent event,
            @Size(max = Printed.CELL) String waitsFor,
            OffsetView offset) {

        static RuleView of(TaskRule rule) {
            return new RuleView(
                    rule.id(),
                    rule.kind(),
                    rule.label(),
                    rule.event().orElse(null),
                    rule.waitsFor().orElse(null),
                    rule.offset().map(OffsetView::of).orElse(null));
        }
    }

    /** A term after an event, or before one. */
    @Schema(name = "EventOffset")
    public record OffsetView(
            @Schema(
                    required = true,
                    description = "From 1 after the event, below zero before it, never 0; of hours a multiple of 24")
            @Min(-Term.LONGEST)
            @Max(Term.LONGEST)
            int amount,

            @Schema(required = true) OffsetUnit unit) {

        public static OffsetView of(Offset offset) {
            return new OffsetView(offset.amount(), offset.unit());
        }
    }

    static TaskView of(Task task, List<TaskRule> rules) {
        return new TaskView(
                task.id(),
                task.version(),
                task.planId(),
                task.parentId().orElse(null),
                task.seq(),
                task.level(),
                task.heading(),
                task.printedCode().orElse(null),
                task.code().orElse(null),
                task.title(),
                task.areaNumber().orElse(null),
                task.leadText().orElse(null),
                task.leadUnitId().orElse(null),
                task.leads(),
                task.coordinating(),
                task.products(),
                task.timingText().orElse(null),
                rules.stream().map(RuleView::of).toList(),
                Money.ofNullable(task.statedAmount().orElse(null)),
                task.progressPeriods(),
                task.otherCells());
    }
}
