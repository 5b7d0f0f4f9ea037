package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.explanation.DueDayExplanation;

/**
 * Explanation of the due day.
 *
 * @param workOn     the last working day on or before the due day
 * @param dueCalendar version of the working-day table that the binding day was counted with
 * @param countedNow the day by the table in force, if it differs from the binding one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DueDateView(
        @Schema(required = true) UUID feedbackId,
        @Schema(required = true, examples = "2021-02-05") LocalDate receivedOn,
        @Schema(required = true, examples = "2021-02-17") LocalDate dueOn,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(
                required = true,
                examples = "VN-2026.1",
                description = "Version of the table of working days that `dueOn` was counted with.")
        @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, examples = "2021-02-17") LocalDate workOn,
        @Schema(required = true) LimitView limit,

        @Schema(required = true, description = "Days that did not count, in the unit of the limit.")
        int pausedDays,

        LocalDate pausedSince,
        LocalDate countedNow,

        @Schema(description = "Whether the answer was in time; absent while there is none.")
        Boolean inTime,

        @Schema(required = true) DueDayExplanation explanation) {

    /**
     * @param counted by the working-day table of the binding day
     * @param now the day by the table in force
     */
    static DueDateView of(Feedback feedback, DueDay counted, LocalDate now) {
        LimitClock clock = feedback.limitClock();
        return new DueDateView(
                feedback.id(),
                feedback.receivedOn(),
                clock.dueOn(),
                clock.dueProvisional(),
                clock.dueCalendar(),
                counted.workOn(),
                LimitView.of(clock.limit()),
                clock.pausedDays(),
                clock.pausedSince(),
                now.equals(clock.dueOn()) ? null : now,
                feedback.inTime().orElse(null),
                DueDayExplanation.of(counted.explanation()));
    }
}
