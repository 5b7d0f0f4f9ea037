package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.limit.Extension;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.explanation.DueDayExplanation;
import vn.cchc.platform.time.VietnamTime;

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

        @Schema(required = true, description = "How the limit itself ends, with the days that did not count.")
        DueDayExplanation explanation,

        @Schema(
                required = true,
                description =
                        "What was granted, oldest first, each counted from the day before it; the last one ends on"
                                + " `dueOn`.")
        @Size(max = HandlingLimit.MOST_EXTENSIONS)
        List<GrantedExtension> extensions) {

    /** An extension as granted, and the due day that it leads to. */
    @Schema(name = "DueDateExtension")
    public record GrantedExtension(
            @Schema(required = true, examples = "3", description = "In the unit of the limit.")
            @Min(1)
            @Max(HandlingLimit.LONGEST)
            int amount,

            @Schema(required = true) OffsetDateTime grantedAt,

            @Schema(required = true, examples = "2021-02-22")
            LocalDate dueOn,

            @Schema(required = true) DueDayExplanation explanation) {}

    /**
     * @param steps the end of the limit, then of each extension, by the working-day table of the binding day
     * @param now the day by the table in force
     */
    static DueDateView of(Feedback feedback, List<DueDay> steps, LocalDate now) {
        LimitClock clock = feedback.limitClock();
        DueDay counted = steps.get(steps.size() - 1);
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
                DueDayExplanation.of(steps.get(0).explanation()),
                IntStream.range(1, steps.size())
                        .mapToObj(number -> granted(clock.extensions().get(number - 1), steps.get(number)))
                        .toList());
    }

    private static GrantedExtension granted(Extension extension, DueDay end) {
        return new GrantedExtension(
                extension.amount(),
                VietnamTime.local(extension.grantedAt()),
                end.dueOn(),
                DueDayExplanation.of(end.explanation()));
    }
}
