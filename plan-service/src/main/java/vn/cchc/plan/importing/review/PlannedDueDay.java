package vn.cchc.plan.importing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.milestone.ArmMilestone;
import vn.cchc.plan.task.Party;
import vn.cchc.platform.calendar.DueDay;

/**
 * A due day that an issue would plan.
 *
 * @param label what the title does not say: the period, the start of a span, the hour; may be empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlannedDueDay", description = "A due day that an issue would plan")
public record PlannedDueDay(
        @Schema(required = true) LocalDate dueOn,

        @Schema(required = true, description = "Last working day on or before dueOn")
        LocalDate workOn,

        @Schema(required = true, description = DueDay.PROVISIONAL)
        boolean dueProvisional,

        @Schema(required = true, description = "Order of the annex row") @Min(1) @Max(Printed.LAST_ORDER)
        int row,

        @Schema(description = "Its code, normalised") @Size(max = Printed.CODE)
        String code,

        @Schema(required = true) @Size(max = Printed.CELL) String title,

        @Schema(required = true) @Size(max = Printed.LEADS) List<Party> leads,

        @Schema(required = true, description = "Unique within the rule", examples = "2026-Q1")
        @Size(max = ArmMilestone.LONGEST_OCCURRENCE)
        String key,

        @Schema(required = true, examples = "Quý I/2026") @Size(max = Printed.CELL)
        String label) {}
