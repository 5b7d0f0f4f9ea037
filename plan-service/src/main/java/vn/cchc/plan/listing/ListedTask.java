package vn.cchc.plan.listing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.task.Task;

/** A task in the list across plans: what tells it from others. All of it is in its plan's tasks. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ListedTask", description = "A task, as the list across plans shows it")
public record ListedTask(
        @Schema(required = true) UUID id,
        @Schema(required = true) UUID authorityId,
        @Schema(required = true) UUID planId,

        @Schema(required = true, examples = "57/KH-UBND") @Size(max = Printed.NUMBER)
        String planNumber,

        @Schema(required = true) @Min(Printed.FIRST_YEAR) @Max(Printed.LAST_YEAR)
        int year,

        @Schema(required = true, description = "Printed order in its plan") @Min(1) @Max(Printed.LAST_ORDER)
        int seq,

        @Schema(description = "Normalised", examples = "2.2.1")
        String code,

        @Schema(required = true) String title,
        @Size(max = Printed.SHORT) String leadText,
        UUID leadUnitId,
        @Schema(required = true) @Size(max = 20) List<String> products,
        @Size(max = Printed.CELL) String timingText) {

    /** @param planNumbers by plan */
    static ListedTask of(Task task, Map<UUID, String> planNumbers) {
        return new ListedTask(
                task.id(),
                task.authorityId(),
                task.planId(),
                planNumbers.get(task.planId()),
                task.year(),
                task.seq(),
                task.code().orElse(null),
                task.title(),
                task.leadText().orElse(null),
                task.leadUnitId().orElse(null),
                task.products(),
                task.timingText().orElse(null));
    }
}
