package vn.cchc.plan.budget;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.plan.Money;

/**
 * Stated amounts compared with computed sums. Both are kept; neither corrects the other.
 *
 * @param total the grand total
 * @param rows headings, and tasks with an amount, in printed order
 */
@Schema(name = "PlanBudget", description = "What the annex states against the sum of its tasks")
public record BudgetView(
        @Schema(required = true) UUID planId,
        @Schema(required = true) Comparison total,

        @Schema(required = true, description = "Headings, and tasks with an amount, in printed order")
        @Size(max = Printed.ROWS)
        List<Row> rows) {

    /**
     * @param stated as printed; null when none is printed
     * @param computed sum of the tasks beneath, see {@link RolledUp}; of a task with no amounts beneath it, its own amount
     * @param difference stated minus computed; null when none is stated
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BudgetComparison")
    public record Comparison(
            @Schema(description = "As printed; absent when nothing is")
            Money stated,

            @Schema(required = true, description = "The sum of the task rows beneath")
            Money computed,

            @Schema(description = "Stated minus computed") Money difference,

            @Schema(required = true, description = "False when something is stated and differs")
            boolean agrees) {

        static Comparison of(Long stated, long computed) {
            Long difference = stated == null ? null : Math.subtractExact(stated, computed);
            return new Comparison(
                    Money.ofNullable(stated),
                    Money.dong(computed),
                    Money.ofNullable(difference),
                    difference == null || difference == 0);
        }
    }

    /** A row of the annex. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "BudgetRow")
    public record Row(
            @Schema(required = true) UUID taskId,

            @Schema(required = true, description = "Printed order") @Min(1) @Max(Printed.LAST_ORDER)
            int seq,

            @Schema(required = true) @Min(1) @Max(Printed.ROWS)
            int level,

            @Schema(required = true) boolean heading,

            @Schema(description = "As printed", examples = "5.2") @Size(max = Printed.CODE)
            String printedCode,

            @Schema(required = true) @Size(max = Printed.CELL)
            String title,

            @Schema(required = true) Comparison money) {}
}
