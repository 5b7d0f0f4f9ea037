package vn.cchc.plan.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.platform.access.Caller;
import vn.cchc.platform.http.AsSent;
import vn.cchc.platform.http.Bounds;
import vn.cchc.platform.idempotency.Identified;
import vn.cchc.platform.time.VietnamTime;

/**
 * View of a target with its current readings.
 *
 * @param source BODY, ANNEX or OURS
 * @param assumed whether operator or value is implied by the text
 * @param ours whether it is maintained by the system and not printed in the plan
 * @param readings the current reading of each period
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanTarget")
@AsSent("PlanDocumentTarget")
public record TargetView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int position,

        @Schema(required = true, description = "Where it stands")
        TargetSource source,

        @Min(1) @Max(Printed.LAST_AREA) Integer areaNumber,

        @Schema(description = "The annex row it was read from")
        UUID taskId,

        @Schema(required = true, description = "Annex rows that mean the same") @Size(max = Printed.LINKED_ROWS)
        List<UUID> linkedTaskIds,

        String group,
        @Schema(required = true) String text,

        @Schema(description = "=, >, >=, <, <= or between; absent for a qualitative target", examples = ">=")
        @Size(max = Operator.LONGEST_SYMBOL)
        String operator,

        @Schema(description = "Below zero for a fall, which is negative growth") @Min(Aim.LEAST) @Max(Aim.LARGEST)
        BigDecimal value,

        @Min(Aim.LEAST) @Max(Aim.LARGEST) BigDecimal upper,
        @Schema(examples = "%") @Size(max = Bounds.NAME) String unit,

        @Schema(
                description =
                        "What growth is relative to, or starts from, as printed; absent where the text does not say, and in"
                                + " plans that an earlier version has issued",
                examples = "năm 2021")
        @Size(max = Printed.LONG)
        String base,

        @Schema(required = true, description = "Whether the text leaves operator or value to the reader")
        boolean assumed,

        @Schema(required = true, description = "Whether the plan does not print it")
        boolean ours,

        @Schema(required = true) @Size(max = TargetReading.PERIODS)
        List<TargetReadingView> readings) {

    /** Origin of a target. */
    public enum TargetSource {
        BODY,
        ANNEX,
        /** Not printed; maintained by the system. */
        OURS
    }

    /**
     * View of a reading.
     *
     * @param value in the unit of the target; null for a zero or missing denominator
     * @param met null when there is nothing to compare
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "TargetReading")
    @AsSent("RecordReading")
    public record TargetReadingView(
            @Schema(required = true) UUID id,
            @Schema(required = true) UUID targetId,
            @Schema(required = true, examples = "2021-Q1") String period,

            @Schema(required = true, minimum = "0", maximum = TargetReading.ABOVE_FIGURES, exclusiveMaximum = true)
            BigDecimal numerator,

            @Schema(minimum = "0", maximum = TargetReading.ABOVE_FIGURES, exclusiveMaximum = true)
            BigDecimal denominator,

            @Schema(minimum = TargetReading.LEAST_VALUE, maximum = TargetReading.LARGEST_VALUE)
            BigDecimal value,

            Boolean met,
            @Schema(required = true) String source,

            @Schema(description = "The report that the figures are from")
            UUID sourceId,

            UUID supersedesId,

            @Schema(required = true) @Size(max = Caller.LONGEST_NAME)
            String recordedBy,

            @Schema(required = true) OffsetDateTime recordedAt)
            implements Identified {

        static TargetReadingView of(Target target, TargetReading reading) {
            return new TargetReadingView(
                    reading.id(),
                    reading.targetId(),
                    reading.period(),
                    reading.numerator(),
                    reading.denominator().orElse(null),
                    reading.value().orElse(null),
                    target.aim()
                            .flatMap(aim -> reading.value().map(aim::isMetBy))
                            .orElse(null),
                    reading.source(),
                    reading.sourceId().orElse(null),
                    reading.supersedesId().orElse(null),
                    reading.recordedBy().name(),
                    reading.recordedAt().atZone(VietnamTime.ZONE).toOffsetDateTime());
        }
    }

    static TargetView of(Target target, List<TargetReading> readings) {
        return new TargetView(
                target.id(),
                target.position(),
                target.ours().isPresent()
                        ? TargetSource.OURS
                        : target.taskId().isPresent() ? TargetSource.ANNEX : TargetSource.BODY,
                target.areaNumber().orElse(null),
                target.taskId().orElse(null),
                target.linkedTaskIds(),
                target.group().orElse(null),
                target.text(),
                target.aim().map(aim -> aim.operator().symbol()).orElse(null),
                target.aim().map(Aim::value).orElse(null),
                target.aim().flatMap(Aim::upper).orElse(null),
                target.aim().map(Aim::unit).orElse(null),
                target.base().orElse(null),
                target.aim().map(Aim::assumed).orElse(false),
                target.ours().isPresent(),
                readings.stream()
                        .map(reading -> TargetReadingView.of(target, reading))
                        .toList());
    }
}
