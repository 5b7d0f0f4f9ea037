package vn.cchc.plan.importing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.document.PlanDocument;
import vn.cchc.plan.importing.wording.TargetWordingsView;
import vn.cchc.plan.importing.wording.TimingReadingsView;
import vn.cchc.plan.plan.Money;
import vn.cchc.plan.task.Party;

/**
 * A row of the annex: what is printed, and beside it what was read.
 *
 * @param rules empty for a row without a timing, and where it was not read
 * @param computed the sum of the tasks beneath; of a task with no amounts beneath it, its own amount
 * @param findings those with a cell in this row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "ReviewedRow", description = "A row of the annex: what is printed, and beside it what was read")
public record ReviewedRow(
        @Schema(required = true) PlanDocument.Row printed,

        @Schema(required = true, description = "1 at the top") @Min(1) @Max(Printed.ROWS)
        int level,

        @Schema(required = true, description = "A heading groups tasks and has no milestones")
        boolean heading,

        @Schema(description = "Normalised; absent where no code can be recognised", examples = "2.2.1")
        @Size(max = Printed.CODE)
        String code,

        @Schema(description = "The area of the body that its section belongs to") @Min(1) @Max(Printed.LAST_AREA)
        Integer areaNumber,

        @Schema(required = true, description = "Whom the cell of who leads names, with the recognised units")
        @Size(max = Printed.LEADS)
        List<Party> leads,

        @Schema(required = true) @Size(max = Printed.COORDINATING * Printed.LEADS)
        List<Party> coordinating,

        @Schema(required = true, description = "What the timing states, and the due days of the plan's year")
        @Size(max = Printed.RULES)
        List<TimingReadingsView.Rule> rules,

        @Schema(description = "Why the timing was not read; absent where it was, or where there is none")
        TimingReadingsView.Unread unreadTiming,

        @Schema(description = "What the title asks for as a target; absent for most rows")
        TargetWordingsView.StatedAim aim,

        @Schema(description = "Why the figures of the title were not read")
        TargetWordingsView.Unread unreadTarget,

        @Schema(description = "The amount as printed") Money stated,

        @Schema(required = true, description = "The sum of the task rows beneath")
        Money computed,

        @Schema(required = true, description = "Those with a cell in this row, in their order")
        @Size(max = Printed.FINDINGS)
        List<CellFinding> findings) {}
