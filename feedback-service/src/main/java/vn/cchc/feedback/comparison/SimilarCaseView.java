package vn.cchc.feedback.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.feedback.handling.Feedback;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.time.VietnamTime;

/** A case that may tell of the same matter. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "SimilarCase")
public record SimilarCaseView(
        @Schema(required = true) UUID id,
        @Schema(required = true, examples = "12") @Min(1) int number,

        @Schema(required = true, examples = "2021") @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(required = true) State state,

        @Schema(required = true, examples = "2021-01-05T08:30:00+07:00")
        OffsetDateTime receivedAt,

        @Schema(description = "The unit that handles it; absent before its assignment.")
        UUID unitId,

        @Schema(required = true, description = "The beginning of the content.") @Size(max = Feedback.EXCERPT)
        String excerpt,

        @Schema(
                required = true,
                examples = "0.62",
                description = "How alike the contents are, from 0 (no word in common) to 1 (the same words).")
        @DecimalMin("0")
        @DecimalMax("1")
        BigDecimal likeness,

        @Schema(required = true, description = "Whether both senders gave the same phone number or email address.")
        boolean sameSender) {

    static SimilarCaseView of(Comparisons.Neighbour other) {
        RecentCase recent = other.recent();
        return new SimilarCaseView(
                recent.id(),
                recent.number(),
                recent.year(),
                recent.state(),
                VietnamTime.local(recent.receivedAt()),
                recent.unitId(),
                recent.excerpt(),
                BigDecimal.valueOf(Math.min(1, other.likeness())).setScale(2, RoundingMode.HALF_UP),
                other.ofSameSender());
    }
}
