package vn.cchc.feedback.policy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.HandlingPolicy;
import vn.cchc.feedback.limit.OfficeHours;
import vn.cchc.feedback.limit.OfficeTimes;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.http.Problem;

/**
 * Request to enter office hours. Times are those of Vietnam.
 *
 * @param lunchFrom absent, as {@code lunchTo} then, for an office without a break
 * @param validFrom the first day, after today: what was counted with earlier days stays
 * @param validTo the last one; unbounded when absent
 */
public record EnterOfficeHours(
        @Schema(description = "Whose they are; absent: of the whole country, which only an operator keeps.")
        UUID authorityId,

        @NotNull @Pattern(regexp = EnterOfficeHours.TIME) @Schema(examples = "08:00")
        String opensAt,

        @Pattern(regexp = EnterOfficeHours.TIME) @Schema(examples = "12:00", description = "Absent: without a break.")
        String lunchFrom,

        @Pattern(regexp = EnterOfficeHours.TIME) @Schema(examples = "13:00")
        String lunchTo,

        @NotNull @Pattern(regexp = EnterOfficeHours.TIME) @Schema(examples = "17:00")
        String closesAt,

        @NotNull @Schema(examples = "2021-03-01", description = "The first day; after today.")
        LocalDate validFrom,

        @Schema(examples = "2021-09-30", description = "The last one; absent: until others are entered.")
        LocalDate validTo,

        @NotBlank
        @Size(max = HandlingLimit.LONGEST_BASIS)
        @Schema(examples = "Quyết định số 05/2021/QĐ-UBND của UBND tỉnh")
        String legalBasis,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Áp dụng giờ mùa hè.")
        String reason) {

    static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]";

    /** How far ahead they may begin; farther would only hide a typing error. */
    private static final int FARTHEST_YEARS = 10;

    public EnterOfficeHours {
        legalBasis = WrittenText.lineOrNull(legalBasis);
        reason = WrittenText.of(reason);
    }

    /**
     * The office hours, where they are any.
     *
     * @throws Problem 422 naming what is at fault
     */
    OfficeHours hours(UUID id, LocalDate today, HandlingPolicy.Decided entered) {
        if (!validFrom.isAfter(today) || validFrom.isAfter(today.plusYears(FARTHEST_YEARS))) {
            throw Problem.invalid(
                    "validFrom",
                    "Phải sau hôm nay, không quá " + FARTHEST_YEARS + " năm.",
                    "Must be after today, by " + FARTHEST_YEARS + " years at most.");
        }
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw Problem.invalid("validTo", "Không trước validFrom.", "Not before validFrom.");
        }
        return OfficeHours.entered(
                id, Optional.ofNullable(authorityId), times(), validFrom, Optional.ofNullable(validTo), entered);
    }

    private OfficeTimes times() {
        if ((lunchFrom == null) != (lunchTo == null)) {
            throw Problem.invalid(
                    lunchFrom == null ? "lunchFrom" : "lunchTo",
                    "Giờ nghỉ trưa có lúc bắt đầu và lúc kết thúc.",
                    "A lunch break has a beginning and an end.");
        }
        return OfficeTimes.of(time(opensAt), time(lunchFrom), time(lunchTo), time(closesAt), legalBasis)
                .orElseThrow(() -> Problem.invalid(
                        "closesAt",
                        "Các giờ phải theo thứ tự, và mở cửa ít nhất " + OfficeTimes.SHORTEST.toHours()
                                + " giờ một ngày.",
                        "The times must follow one another, and the office be open for "
                                + OfficeTimes.SHORTEST.toHours() + " hours a day at least."));
    }

    private static LocalTime time(String printed) {
        return printed == null ? null : LocalTime.parse(printed);
    }
}
