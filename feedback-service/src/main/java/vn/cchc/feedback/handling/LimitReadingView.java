package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.limit.ClockReading;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.LimitClock;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.time.VietnamTime;

/** What the limit of a feedback said at a moment. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "LimitReading")
public record LimitReadingView(
        @Schema(required = true) UUID feedbackId,

        @Schema(required = true, examples = "2021-01-11T10:00:00+07:00")
        OffsetDateTime at,

        @Schema(required = true, description = "The state then.")
        State state,

        @Schema(
                required = true,
                description =
                        "Whether the limit counted then: `PAUSED` in a state in which it waits, `STOPPED` when the"
                                + " case had its end.")
        ClockReading.Run run,

        @Schema(examples = "2021-01-08T10:00:00+07:00", description = "Since when it was paused.")
        OffsetDateTime pausedSince,

        @Schema(required = true, description = "The limit then: acceptance may replace the first one.")
        LimitView limit,

        @Schema(required = true, examples = "0", description = "How often it had been extended.")
        @Max(HandlingLimit.MOST_EXTENSIONS)
        int extensions,

        @Schema(
                required = true,
                description = "What had counted, pauses aside. Beyond the limit for as long as it was overdue.")
        Amount elapsed,

        @Schema(
                required = true,
                description =
                        "What was left until the due moment of then, the days past which that was moved among them.")
        Amount remaining,

        @Schema(required = true, examples = "2021-01-15", description = "The due day of then.")
        LocalDate dueOn,

        @Schema(examples = "2021-01-15T15:30:00+07:00", description = HandlingLimit.DUE_AT)
        OffsetDateTime dueAt,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(required = true, examples = "VN-2026.1", description = DueDay.CALENDAR)
        @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = "Whether it was open then, and its due moment had passed.")
        boolean overdue) {

    /** In the unit of the limit. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "LimitAmount")
    public record Amount(
            @Schema(required = true, examples = "6", description = "In the unit of the limit.") @Min(0)
            int units,

            @Schema(examples = "30", description = "Beyond the full hours, of a limit in working hours.")
            @Min(0)
            @Max(59)
            Integer minutes) {

        private static Amount of(ClockReading.Amount amount, HandlingLimit limit) {
            return new Amount(amount.units(), limit.unit().isHours() ? amount.minutes() : null);
        }
    }

    /** @param state of the case then: the clock stands with its end, and knows no closure */
    static LimitReadingView of(UUID feedbackId, OffsetDateTime at, State state, ClockReading reading) {
        LimitClock clock = reading.clock();
        return new LimitReadingView(
                feedbackId,
                VietnamTime.local(at),
                state,
                reading.run(),
                reading.pausedSince().map(VietnamTime::local).orElse(null),
                LimitView.of(clock.limit()),
                clock.extensions().size(),
                Amount.of(reading.elapsed(), clock.limit()),
                Amount.of(reading.remaining(), clock.limit()),
                clock.dueOn(),
                clock.dueWithinDay().orElse(null),
                clock.dueProvisional(),
                clock.dueCalendar(),
                reading.overdue());
    }
}
