package vn.cchc.feedback.policy;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.platform.http.Problem;
import vn.cchc.platform.time.VietnamTime;

/**
 * Request for a preview of a policy: what it would make of arrivals.
 *
 * @param arrivals days of arrival for which due days are worked out, with it and without
 * @param arrivalTime time of arrival on each of these days, in Vietnam; {@code null} for before the offices open
 */
public record TryPolicy(
        @NotNull @Valid EnterPolicy policy,

        @NotEmpty @Size(max = TryPolicy.MOST_ARRIVALS) @Schema(examples = "[\"2021-02-26\", \"2021-03-01\"]")
        List<@NotNull LocalDate> arrivals,

        @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        @Schema(
                examples = "16:30",
                description = "At what time of these days, in Vietnam: for limits in working hours. Absent: before the"
                        + " offices open.")
        String arrivalTime) {

    static final int MOST_ARRIVALS = 20;

    /** The moment of an arrival on that day. */
    Instant arrivalOn(LocalDate day) {
        return day.atTime(arrivalTime == null ? LocalTime.MIN : LocalTime.parse(arrivalTime))
                .atZone(VietnamTime.ZONE)
                .toInstant();
    }

    /** @throws Problem 422 for an arrival years away from the policy, which would only hide a typing error */
    void requireArrivalsNearby() {
        LocalDate from = policy.validFrom().minusYears(EnterPolicy.FARTHEST_YEARS);
        LocalDate to = policy.validFrom().plusYears(EnterPolicy.FARTHEST_YEARS);
        if (arrivals.stream().anyMatch(day -> day.isBefore(from) || day.isAfter(to))) {
            throw Problem.invalid(
                    "arrivals",
                    "Không cách validFrom quá " + EnterPolicy.FARTHEST_YEARS + " năm.",
                    "Within " + EnterPolicy.FARTHEST_YEARS + " years of validFrom.");
        }
    }
}
