package vn.cchc.feedback.escalation;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.time.VietnamTime;

/** A functional mailbox as shown to those who keep it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Mailbox", description = "Hộp thư công vụ nhận nhắc việc. Where reminders to a unit or a head are sent.")
public record MailboxView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "1", description = "The version, also in `ETag`.") @Min(1)
        int version,

        @Schema(required = true) UUID authorityId,

        @Schema(description = "Absent: of all units that have none of their own, and of cases without a unit.")
        UUID unitId,

        @Schema(required = true) Recipient recipient,

        @Schema(required = true, examples = "diachinh.tienhung@example.vn") @Size(max = EnterMailbox.LONGEST)
        String address,

        @Schema(required = true, examples = "2021-01-05") LocalDate validFrom,

        @Schema(examples = "2021-12-31", description = "The last day; absent where none is set.")
        LocalDate validTo,

        @Schema(required = true) Decision entered,
        Decision ended)
        implements Identified {

    /** Who, when and why. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "MailboxDecision")
    public record Decision(
            @Schema(required = true) OffsetDateTime at,

            @Schema(examples = "Nguyễn Văn Quản") @Size(max = Caller.LONGEST_NAME)
            String by,

            @Schema(required = true, examples = "Thông báo số 5/TB-UBND.") @Size(max = Bounds.REASON)
            String reason) {

        static Decision of(Instant at, String by, String reason) {
            return new Decision(VietnamTime.local(at), by, reason);
        }
    }
}
