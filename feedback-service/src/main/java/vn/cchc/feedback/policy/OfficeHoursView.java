package vn.cchc.feedback.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.feedback.limit.OfficeHours;
import vn.cchc.platform.idempotency.Identified;

/** Office hours as shown to those who keep them. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "OfficeHours",
        description = "Giờ làm việc của cơ quan. When an office is open on working days, in Vietnam's time.")
public record OfficeHoursView(
        @Schema(required = true) UUID id,

        @Schema(description = "Absent: of the whole country.")
        UUID authorityId,

        @Schema(required = true, examples = "08:00") @Pattern(regexp = EnterOfficeHours.TIME)
        String opensAt,

        @Schema(examples = "12:00", description = "Absent: without a break.") @Pattern(regexp = EnterOfficeHours.TIME)
        String lunchFrom,

        @Schema(examples = "13:00") @Pattern(regexp = EnterOfficeHours.TIME)
        String lunchTo,

        @Schema(required = true, examples = "17:00") @Pattern(regexp = EnterOfficeHours.TIME)
        String closesAt,

        @Schema(required = true, examples = "2021-03-01", description = "The first day.")
        LocalDate validFrom,

        @Schema(examples = "2021-09-30", description = "The last one; absent: until others are entered.")
        LocalDate validTo,

        @Schema(required = true, examples = "Quyết định số 05/2021/QĐ-UBND của UBND tỉnh")
        @Size(max = HandlingLimit.LONGEST_BASIS)
        String legalBasis,

        @Schema(description = "Absent for those that came with the program.")
        PolicyView.Decision entered)
        implements Identified {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    static OfficeHoursView of(OfficeHours hours) {
        return new OfficeHoursView(
                hours.id(),
                hours.authorityId().orElse(null),
                TIME.format(hours.times().opensAt()),
                printed(hours.times().lunchFrom()),
                printed(hours.times().lunchTo()),
                TIME.format(hours.times().closesAt()),
                hours.validFrom(),
                hours.validTo().orElse(null),
                hours.times().legalBasis(),
                hours.entered().map(PolicyView.Decision::of).orElse(null));
    }

    private static String printed(LocalTime time) {
        return time == null ? null : TIME.format(time);
    }
}
