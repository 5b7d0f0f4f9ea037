package vn.cchc.plan.importing.wording;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.milestone.ArmMilestone;
import vn.cchc.plan.task.TaskView;
import vn.cchc.plan.timing.AwaitedEvent;
import vn.cchc.plan.timing.Occurrence;
import vn.cchc.plan.timing.RuleKind;
import vn.cchc.plan.timing.TimingRule;
import vn.cchc.plan.timing.UnreadReason;
import vn.cchc.plan.wording.FindingText;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.calendar.WorkingCalendar;
import vn.cchc.platform.http.BilingualText;

/**
 * What was read of wordings of timings.
 *
 * @param readings one for each text, in their order
 */
@Schema(name = "TimingReadings")
public record TimingReadingsView(
        @Schema(
                required = true,
                examples = "VN-2026.1",
                description = "The table of working days that the days were counted with")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String calendarVersion,

        @Schema(
                required = true,
                description = "Whether X itself is in time in \"trước ngày X\": the setting of the caller's authority")
        boolean deadlineInclusive,

        @Schema(required = true, description = "One for each text, in their order") @Size(max = ReadTimings.MOST)
        List<Reading> readings) {

    /** Rules of a text: each clause is followed by a separator. */
    private static final int RULES = (ReadTimings.LONGEST + 1) / 2;

    /** Occurrences of a rule: no weekday is more often in a year. */
    private static final int OCCURRENCES = 53;

    /** What was read of one text: either rules or why there are none. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimingReading")
    public record Reading(
            @Schema(required = true, description = "As it was sent, in one line", examples = "Trước ngày 15/12")
            @Size(max = ReadTimings.LONGEST)
            String text,

            @Schema(description = "What it states; absent where it was not read") @Size(max = RULES)
            List<Rule> rules,

            @Schema(description = "Why it was not read; absent where it was")
            Unread unread) {

        static Reading read(String text, List<Rule> rules) {
            return new Reading(text, rules, null);
        }

        static Reading unread(String text, UnreadReason reason) {
            return new Reading(text, null, new Unread(reason, FindingText.of(reason)));
        }
    }

    /**
     * A rule that a text states.
     *
     * @param words read to the same rule
     * @param waitsFor the awaited event, request or plan, as printed
     * @param offset term after the event, or before it
     * @param occurrences empty for a continuous rule
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimingReadingRule")
    public record Rule(
            @Schema(required = true) RuleKind kind,

            @Schema(
                    required = true,
                    description = "The rule in Vietnamese, in words that are read to the same rule",
                    examples = "trước ngày 15/12/2026")
            @Size(max = Printed.CELL)
            String words,

            @Schema(required = true, description = "The work that the text names; empty where it names none")
            @Size(max = ReadTimings.LONGEST)
            String label,

            AwaitedEvent event,

            @Schema(description = "The awaited event, request or plan, as printed") @Size(max = ReadTimings.LONGEST)
            String waitsFor,

            @Schema(description = "The term after the event, or before it")
            TaskView.OffsetView offset,

            @Schema(
                    required = true,
                    description = "What becomes milestones in the plan's year; none of what is continuous")
            @Size(max = OCCURRENCES)
            List<ExpectedOccurrence> occurrences) {

        public static Rule of(TimingRule rule, String words, List<ExpectedOccurrence> occurrences) {
            Optional<TimingRule.OnEvent> awaiting = Optional.of(rule)
                    .filter(TimingRule.OnEvent.class::isInstance)
                    .map(TimingRule.OnEvent.class::cast);
            return new Rule(
                    rule.kind(),
                    words,
                    rule.label(),
                    awaiting.map(TimingRule.OnEvent::event).orElse(null),
                    rule.waitsFor().orElse(null),
                    awaiting.flatMap(TimingRule.OnEvent::offset)
                            .map(TaskView.OffsetView::of)
                            .orElse(null),
                    occurrences);
        }
    }

    /**
     * An occurrence of a rule.
     *
     * @param workOn last working day on or before the due day
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TimingReadingOccurrence")
    public record ExpectedOccurrence(
            @Schema(
                    required = true,
                    description = "Unique within the rule; `standing` of what waits for a request, an event or a plan",
                    examples = "2026-Q1")
            @Size(max = ArmMilestone.LONGEST_OCCURRENCE)
            String key,

            @Schema(required = true, examples = "Quý I/2026") @Size(max = Printed.CELL)
            String label,

            @Schema(description = "Absent while there is no due day", examples = "2026-02-28")
            LocalDate dueOn,

            @Schema(description = "Last working day on or before dueOn", examples = "2026-02-27")
            LocalDate workOn,

            @Schema(required = true, description = DueDay.PROVISIONAL)
            boolean dueProvisional) {

        public static ExpectedOccurrence of(Occurrence occurrence, WorkingCalendar calendar) {
            Optional<DueDay> due = occurrence.due().map(basis -> basis.dueDay(calendar));
            return new ExpectedOccurrence(
                    occurrence.key(),
                    occurrence.label(),
                    due.map(DueDay::dueOn).orElse(null),
                    due.map(DueDay::workOn).orElse(null),
                    due.map(DueDay::provisional).orElse(false));
        }
    }

    /** Why a text was not read. */
    @Schema(name = "UnreadTiming")
    public record Unread(
            @Schema(required = true, description = "Stable name")
            UnreadReason code,

            @Schema(required = true) BilingualText text) {}
}
