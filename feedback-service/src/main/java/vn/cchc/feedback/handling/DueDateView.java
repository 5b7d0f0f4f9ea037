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
import vn.cchc.feedback.limit.LimitEnd;
import vn.cchc.feedback.limit.LimitExplanation;
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

        @Schema(
                examples = "2021-02-22T09:00:00+07:00",
                description = "When it was reopened: the limit is counted from then on; absent in the first round.")
        OffsetDateTime reopenedAt,

        @Schema(required = true, examples = "2021-02-17") LocalDate dueOn,

        @Schema(examples = "2021-01-07T15:30:00+07:00", description = HandlingLimit.DUE_AT)
        OffsetDateTime dueAt,

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

        @Schema(required = true, description = "Days, or full hours, that did not count, in the unit of the limit.")
        int pausedDays,

        LocalDate pausedSince,
        LocalDate countedNow,

        @Schema(description = "Whether the answer was in time; absent while there is none.")
        Boolean inTime,

        @Schema(required = true, description = "How the limit itself ends, with the days that did not count.")
        DueDayExplanation explanation,

        @Schema(
                description =
                        "Of a limit in working hours: the office time that was counted, in order. It adds up to the"
                                + " limit.")
        @Size(max = HandlingLimit.MOST_SESSIONS)
        List<CountedTime> counted,

        @Schema(
                required = true,
                description =
                        "What was granted, oldest first, each counted from the day before it; the last one ends on"
                                + " `dueOn`.")
        @Size(max = HandlingLimit.MOST_EXTENSIONS)
        List<GrantedExtension> extensions) {

    /** Office time that was counted. */
    @Schema(name = "DueDateCountedTime")
    public record CountedTime(
            @Schema(required = true, examples = "2021-01-07T13:30:00+07:00")
            OffsetDateTime from,

            @Schema(required = true, examples = "2021-01-07T15:30:00+07:00", description = "The first moment after it.")
            OffsetDateTime to) {}

    /** An extension as granted, and the due day that it leads to. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DueDateExtension")
    public record GrantedExtension(
            @Schema(required = true, examples = "3", description = "In the unit of the limit.")
            @Min(1)
            @Max(HandlingLimit.LONGEST)
            int amount,

            @Schema(required = true) OffsetDateTime grantedAt,

            @Schema(required = true, examples = "2021-02-22")
            LocalDate dueOn,

            @Schema(description = HandlingLimit.DUE_AT) OffsetDateTime dueAt,
            @Schema(required = true) DueDayExplanation explanation,

            @Schema(description = "Of a limit in working hours: the office time that was counted, in order.")
            @Size(max = HandlingLimit.MOST_SESSIONS)
            List<CountedTime> counted) {}

    /**
     * @param steps the end of the limit, then of each extension, by the working-day table of the binding day
     * @param now the day by the table in force
     */
    static DueDateView of(Feedback feedback, List<LimitEnd> steps, LocalDate now) {
        LimitClock clock = feedback.limitClock();
        LimitEnd counted = steps.get(steps.size() - 1);
        return new DueDateView(
                feedback.id(),
                feedback.receivedOn(),
                feedback.reopenedAt().orElse(null),
                clock.dueOn(),
                clock.dueWithinDay().orElse(null),
                clock.dueProvisional(),
                clock.dueCalendar(),
                counted.workOn(),
                LimitView.of(clock.limit()),
                clock.pausedDays(),
                clock.pausedSince(),
                now.equals(clock.dueOn()) ? null : now,
                feedback.answeredInTime().orElse(null),
                LimitExplanation.of(steps.get(0)),
                counted(steps.get(0)),
                IntStream.range(1, steps.size())
                        .mapToObj(number -> granted(clock.extensions().get(number - 1), steps.get(number)))
                        .toList());
    }

    private static GrantedExtension granted(Extension extension, LimitEnd end) {
        return new GrantedExtension(
                extension.amount(),
                VietnamTime.local(extension.grantedAt()),
                end.dueOn(),
                HandlingLimit.withinDay(end.dueAt(), end.dueOn()).orElse(null),
                LimitExplanation.of(end),
                counted(end));
    }

    /** Absent for a limit in days. */
    private static List<CountedTime> counted(LimitEnd end) {
        return end instanceof LimitEnd.OfHours ofHours
                ? ofHours.counted().stream()
                        .map(session ->
                                new CountedTime(VietnamTime.local(session.from()), VietnamTime.local(session.to())))
                        .toList()
                : null;
    }
}
