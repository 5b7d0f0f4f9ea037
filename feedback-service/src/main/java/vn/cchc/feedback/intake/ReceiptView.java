package vn.cchc.feedback.intake;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.TrackingCode;
import vn.cchc.feedback.handling.DueNote;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.tracking.TrackingSecret;
import vn.cchc.platform.calendar.CalendarTable;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.http.BilingualText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;

/**
 * Receipt for the sender.
 *
 * @param trackingSecret sent in the header {@code Tracking-Secret}; derived for this response and never stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "Giấy tiếp nhận. The receipt.")
public record ReceiptView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "5720-146-923-080", description = "May be read out on the phone.")
        @Size(max = TrackingCode.PRINTED_LENGTH)
        @Pattern(regexp = TrackingCode.PRINTED)
        String trackingCode,

        @Schema(
                required = true,
                examples = "K3W5ZQ7PAXYJ2MD4B6RTHVEUC3NGFOLS",
                description =
                        "For the header `Tracking-Secret`. Keep it: only the same request sent again shows it once more.")
        @Size(max = TrackingSecret.LENGTH)
        String trackingSecret,

        @Schema(required = true, examples = "12", description = "Number in the register.") @Min(1)
        int number,

        @Schema(required = true, examples = "2021") @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(required = true) State state,

        @Schema(required = true, examples = "2021-01-05T08:30:00+07:00")
        OffsetDateTime receivedAt,

        @Schema(required = true, examples = "2021-01-15", description = "Last day on which an answer is in time.")
        LocalDate dueOn,

        @Schema(examples = "2021-01-15T15:30:00+07:00", description = HandlingLimit.DUE_AT)
        OffsetDateTime dueAt,

        @Schema(required = true, examples = "VN-2026.1", description = DueDay.CALENDAR)
        @Size(max = CalendarTable.LONGEST_VERSION)
        String dueCalendar,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(description = DueDay.NOTE, examples = DueDay.PROVISIONAL_NOTE_EXAMPLE)
        BilingualText dueNote)
        implements Identified {

    /** Divides {@link TrackingSecret#LENGTH}. */
    private static final int GROUP = 4;

    static ReceiptView of(Feedback feedback, String secret) {
        return new ReceiptView(
                feedback.id(),
                feedback.trackingCode().printed(),
                secret,
                feedback.registerNumber(),
                feedback.registerYear(),
                feedback.state(),
                feedback.receivedAt(),
                feedback.limitClock().dueOn(),
                feedback.limitClock().dueWithinDay().orElse(null),
                feedback.limitClock().dueCalendar(),
                feedback.limitClock().dueProvisional(),
                DueNote.of(feedback).orElse(null));
    }

    /** The secret in groups of four, as people copy it; what separates them does not count when it is entered. */
    @JsonIgnore
    public List<String> secretGroups() {
        return IntStream.range(0, trackingSecret.length() / GROUP)
                .mapToObj(group -> trackingSecret.substring(group * GROUP, (group + 1) * GROUP))
                .toList();
    }

    /** Omits the secret, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "ReceiptView[" + id + "]";
    }
}
