package vn.cchc.plan.milestone;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.timing.DueBasis;
import vn.cchc.plan.timing.DueBasisKind;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.explanation.DueDayExplanation;
import vn.cchc.platform.http.BilingualText;

/**
 * Explanation of a due day, in both languages, from which it can be verified by hand.
 *
 * @param timingText the timing as printed in the plan
 * @param countedNow result with the table in force, when it differs from the binding days; the steps explain it
 * @param steps relevant days, in the order of counting
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DueDate")
public record DueDateView(
        @Schema(required = true) UUID milestoneId,
        @Schema(examples = "2021-02-27") LocalDate dueOn,

        @Schema(description = "Last working day on or before dueOn", examples = "2021-02-26")
        LocalDate workOn,

        @Schema(
                examples = "VN-2026.1",
                description = "Version of the table of working days that the two days were counted with")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        CountedNow countedNow,

        @Schema(description = "As printed in the plan") @Size(max = Printed.CELL)
        String timingText,

        @Schema(description = "From what the day follows; absent while there is none")
        DueBasisKind basis,

        @Schema(required = true) BilingualText rule,
        BilingualText clause,

        @Schema(description = "The table of working days that the steps were counted with")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String calendarVersion,

        @Schema(required = true) @Size(max = DueDay.MOST_STEPS)
        List<StepOfCount> steps) {

    private static final BilingualText NOT_YET = BilingualText.of(
            "Chưa có hạn: chờ yêu cầu, sự kiện hoặc ngày do cơ quan đặt",
            "No due day yet: it waits for a request, an event or a day to be set");

    /** The days as counted with the table in force. */
    @Schema(name = "DueDateCountedNow")
    public record CountedNow(
            @Schema(required = true) LocalDate dueOn,
            @Schema(required = true) LocalDate workOn,
            @Schema(required = true) boolean dueProvisional) {

        private static CountedNow of(Milestone milestone, DueDay due) {
            CountedNow now = new CountedNow(due.dueOn(), due.workOn(), due.provisional());
            CountedNow binding = new CountedNow(
                    milestone.dueOn().orElseThrow(),
                    milestone.due().workOn().orElseThrow(),
                    milestone.due().isProvisional());
            return now.equals(binding) ? null : now;
        }
    }

    /** A relevant day. */
    @Schema(name = "DueDateStep")
    public record StepOfCount(
            @Schema(required = true) LocalDate day,
            @Schema(required = true) DueDay.Step.Kind kind,
            @Schema(required = true) BilingualText text) {}

    static DueDateView none(Milestone milestone, String timingText) {
        return new DueDateView(
                milestone.id(), null, null, null, false, null, timingText, null, NOT_YET, null, null, List.of());
    }

    /**
     * @param due counted with the table of the milestone's due day
     * @param now counted with the table in force
     */
    static DueDateView of(Milestone milestone, String timingText, DueBasis basis, DueDay due, DueDay now) {
        DueDayExplanation explanation = DueDayExplanation.of(due.explanation());
        return new DueDateView(
                milestone.id(),
                milestone.dueOn().orElseThrow(),
                milestone.due().workOn().orElseThrow(),
                milestone.due().calendar().orElseThrow(),
                milestone.due().isProvisional(),
                CountedNow.of(milestone, now),
                timingText,
                basis.kind(),
                explanation.rule(),
                explanation.clause(),
                explanation.tableVersion(),
                explanation.steps().stream()
                        .map(step -> new StepOfCount(step.day(), step.kind(), step.text()))
                        .toList());
    }
}
