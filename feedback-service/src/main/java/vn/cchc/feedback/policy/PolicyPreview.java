package vn.cchc.feedback.policy;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.limit.HandlingLimit;
import vn.cchc.platform.calendar.DueDay;
import vn.cchc.platform.explanation.DueDayExplanation;

/**
 * What a policy would make of arrivals.
 *
 * @param openCases open cases, which keep the limit that was copied to them
 * @param overlaps policies of just the same scope that stand in its way
 */
@Schema(name = "PolicyPreview")
public record PolicyPreview(
        @Schema(required = true, examples = "2021-03-01", description = "It holds for what arrives from that day on.")
        LocalDate takesEffectOn,

        @Schema(
                required = true,
                examples = "12",
                description =
                        "Open cases of the authority, or of the country. Each keeps the limit that was copied to it: none is due on another day.")
        @Min(0)
        long openCases,

        @Schema(
                required = true,
                description = "Policies of just the same scope and of the same days: to be ended or replaced first.")
        @Size(max = PolicyPreview.MOST)
        List<UUID> overlaps,

        @Schema(required = true) @Size(max = TryPolicy.MOST_ARRIVALS)
        List<Example> examples) {

    /** Of overlaps that are told. */
    static final int MOST = 50;

    /** The due day of an arrival, with the policy and without. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "PolicyExample")
    public record Example(
            @Schema(required = true, examples = "2021-03-01")
            LocalDate arrivedOn,

            @Schema(
                    required = true,
                    description =
                            "Whether the policy would decide on it: it arrives while that is valid, and no narrower one does.")
            boolean applies,

            @Schema(required = true, examples = "2021-03-15")
            LocalDate dueOn,

            @Schema(examples = "2021-03-15T15:30:00+07:00", description = HandlingLimit.DUE_AT)
            OffsetDateTime dueAt,

            @Schema(
                    examples = "2021-03-11",
                    description = "The due day by the policies as they are; absent where none would hold.")
            LocalDate dueOnBefore,

            @Schema(required = true, description = DueDay.PROVISIONAL)
            boolean dueProvisional,

            @Schema(required = true, description = "The leader would release its answer.")
            boolean answersNeedRelease,

            @Schema(required = true) DueDayExplanation explanation) {}
}
