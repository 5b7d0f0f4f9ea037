package vn.cchc.feedback.handling;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.State;
import vn.cchc.platform.http.Bounds;

/** A case that is merged into another one: its own number, state and limit, and no text. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "MergedCase", description = "A case that is merged into another one, with its own limit")
public record MergedCaseView(
        @Schema(required = true) UUID id,

        @Schema(required = true, examples = "14", description = "Number in the register.") @Min(1)
        int number,

        @Schema(required = true, examples = "2021") @Max(Bounds.LAST_YEAR)
        int year,

        @Schema(required = true) State state,
        @Schema(required = true) OffsetDateTime receivedAt,
        @Schema(required = true) LocalDate dueOn,

        @Schema(required = true, description = "Its due day has passed without an end.")
        boolean overdue,

        @Schema(description = "Absent until it is answered.")
        OffsetDateTime answeredAt) {

    static MergedCaseView of(Feedback feedback, OffsetDateTime now) {
        return new MergedCaseView(
                feedback.id(),
                feedback.registerNumber(),
                feedback.registerYear(),
                feedback.state(),
                feedback.receivedAt(),
                feedback.limitClock().dueOn(),
                feedback.overdueAt(now),
                feedback.answeredAt().orElse(null));
    }
}
