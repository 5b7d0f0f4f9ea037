package vn.cchc.feedback.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.Channel;
import vn.cchc.feedback.Classification;
import vn.cchc.feedback.Kind;
import vn.cchc.feedback.State;
import vn.cchc.feedback.Urgency;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.time.VietnamTime;

/** A feedback in a list, without its sender. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "FeedbackListItem")
@AsSent("AssignFeedback")
public record ListItem(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "12") @Min(1) int number,

        @Schema(required = true, examples = "2021") @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(required = true) Channel channel,
        @Schema(required = true) Kind kind,
        Classification classification,
        @Schema(required = true) Urgency urgency,
        @Schema(required = true) State state,

        @Schema(required = true, examples = "2021-01-05T08:30:00+07:00")
        OffsetDateTime receivedAt,

        @Schema(required = true, examples = "2021-01-15") LocalDate dueOn,

        @Schema(examples = "2021-01-15T15:30:00+07:00", description = HandlingLimit.DUE_AT)
        OffsetDateTime dueAt,

        @Schema(required = true, examples = "VN-2026.1", description = DueDay.CALENDAR)
        @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(examples = "2021-01-14", description = DueDay.MOVED_FROM)
        LocalDate dueMovedFrom,

        @Schema(required = true) boolean overdue,
        UUID unitId,
        @Schema(examples = "Lê Văn Cường") String person,
        LocalDate answeredOn,
        Boolean inTime,

        @Schema(required = true, description = "The beginning of the content.") @Size(max = Feedback.EXCERPT)
        String excerpt) {

    static ListItem of(ListRow row, OffsetDateTime now) {
        return new ListItem(
                row.id(),
                row.number(),
                row.year(),
                row.channel(),
                row.kind(),
                row.classification(),
                row.urgency(),
                row.state(),
                VietnamTime.local(row.receivedAt()),
                row.dueOn(),
                HandlingLimit.withinDay(row.dueAt(), row.dueOn()).orElse(null),
                row.dueCalendar(),
                row.dueProvisional(),
                row.dueMovedFrom(),
                row.state().open() && HandlingLimit.overdue(row.dueAt(), row.pausedSince(), now.toInstant()),
                row.unitId(),
                row.person(),
                row.answeredAt() == null
                        ? null
                        : VietnamTime.local(row.answeredAt()).toLocalDate(),
                row.answeredAt() == null ? null : HandlingLimit.inTime(row.answeredAt(), row.dueAt()),
                row.excerpt());
    }
}
