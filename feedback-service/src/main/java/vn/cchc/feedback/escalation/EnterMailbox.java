package vn.cchc.feedback.escalation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Problem;

/**
 * Request to enter a functional mailbox.
 *
 * @param unitId absent: of all units that have none of their own
 * @param validTo the last day; unbounded when absent
 */
public record EnterMailbox(
        @NotNull @Schema(description = "Whose mailbox it is; of `SUPERIOR` the authority above itself.")
        UUID authorityId,

        @Schema(
                description =
                        "For `OFFICER_UNIT` and `HEAD_OF_UNIT`; absent: of all units that have none of their own.")
        UUID unitId,

        @NotNull Recipient recipient,

        @NotBlank
        @Size(max = EnterMailbox.LONGEST)
        @Schema(
                examples = "diachinh.tienhung@example.vn",
                description = "Hộp thư công vụ. Of the office, never of a person; ASCII.")
        String address,

        @NotNull @Schema(examples = "2021-01-05", description = "From today on.")
        LocalDate validFrom,

        @Schema(examples = "2021-12-31", description = "The last day; absent: until it is ended.")
        LocalDate validTo,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Thông báo số 5/TB-UBND.")
        String reason) {

    /** RFC 5321, 4.5.3.1.3, without the brackets; the database holds it ({@code ck_mailbox_address}). */
    static final int LONGEST = 254;

    /** How far ahead it may begin; farther would only hide a typing error. */
    private static final int FARTHEST_YEARS = 10;

    /** What every SMTP server takes: an extension (SMTPUTF8) is needed for more. */
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?\\.[A-Za-z]{2,}");

    public EnterMailbox {
        address = WrittenText.lineOrNull(address);
        reason = WrittenText.of(reason);
    }

    /** @throws Problem 422 naming what is at fault */
    void requireSound(LocalDate today) {
        if (!ADDRESS.matcher(address).matches()) {
            throw Problem.invalid(
                    "address",
                    "Không phải địa chỉ email, ví dụ đúng: ten@example.vn.",
                    "Not an email address; example: name@example.vn.");
        }
        if (unitId != null && recipient != Recipient.OFFICER_UNIT && recipient != Recipient.HEAD_OF_UNIT) {
            throw Problem.invalid(
                    "unitId", "Chỉ dùng cho OFFICER_UNIT và HEAD_OF_UNIT.", "Only for OFFICER_UNIT and HEAD_OF_UNIT.");
        }
        if (validFrom.isBefore(today) || validFrom.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Problem.invalid(
                    "validFrom",
                    "Từ hôm nay đến " + FARTHEST_YEARS + " năm sau.",
                    "From today to " + FARTHEST_YEARS + " years ahead.");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw Problem.invalid("validTo", "Không trước validFrom.", "Not before validFrom.");
        }
    }
}
