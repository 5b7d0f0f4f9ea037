package vn.cchc.plan.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.importing.reading.PlannedOccurrences;
import vn.cchc.plan.importing.reading.ReadPlan.ReadRow;
import vn.cchc.plan.plan.KeptFinding;
import vn.cchc.plan.plan.Money;
import vn.cchc.plan.task.Party;
import vn.cchc.plan.timing.RuleKind;

/** Result of reading a document, for review before the plan is issued. */
@Schema(name = "ImportReading")
public record ImportReading(
        @Schema(required = true) Summary summary,
        @Schema(required = true) List<KeptFinding> findings,

        @Schema(required = true, description = "In printed order")
        List<RowReading> rows) {

    /** Summary counts and sums. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportSummary")
    public record Summary(
            @Schema(required = true, examples = "103") @Max(Printed.ROWS)
            int rows,

            @Schema(required = true, examples = "31") @Max(Printed.ROWS)
            int headings,

            @Schema(required = true, examples = "72") @Max(Printed.ROWS)
            int tasks,

            @Schema(required = true, description = "How many milestones an issue would plan")
            int milestones,

            @Schema(required = true) int targets,
            @Schema(required = true) int findings,
            Money stated,
            @Schema(required = true) Money computed) {

        /** @param shown how many findings are shown beside it */
        Summary withFindings(int shown) {
            return new Summary(rows, headings, tasks, milestones, targets, shown, stated, computed);
        }
    }

    /** The reading of one row. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ImportRow")
    public record RowReading(
            @Schema(required = true) @Min(1) @Max(Printed.LAST_ORDER)
            int order,

            @Min(1) @Max(Printed.LAST_ORDER) Integer parent,

            @Schema(required = true) @Min(1) @Max(Printed.ROWS)
            int level,

            @Schema(required = true) boolean heading,
            @Size(max = Printed.CODE) String printedCode,
            @Size(max = Printed.CODE) String code,

            @Schema(required = true) @Size(max = Printed.CELL)
            String title,

            @Min(1) @Max(Printed.LAST_AREA) Integer areaNumber,

            @Schema(required = true) @Size(max = Printed.LEADS)
            List<Party> leads,

            @Schema(required = true) @Size(max = Printed.RULES)
            List<RuleKind> ruleKinds,

            @Schema(required = true) int milestones,
            Money stated,
            @Schema(required = true) Money computed) {}

    /** As it is stored. */
    static ImportReading of(PlanReading reading) {
        List<RowReading> rows = rows(reading);
        return new ImportReading(
                summary(reading, rows, reading.findings().size()),
                reading.findings().stream().map(KeptFinding::of).toList(),
                rows);
    }

    /** The rows in printed order. */
    static List<RowReading> rows(PlanReading reading) {
        return reading.plan().rows().stream()
                .map(row -> row(row, reading.occurrences()))
                .toList();
    }

    /** @param findings how many findings it counts */
    static Summary summary(PlanReading reading, List<RowReading> rows, int findings) {
        return new Summary(
                rows.size(),
                reading.plan().headings(),
                reading.plan().tasks(),
                rows.stream().mapToInt(RowReading::milestones).sum(),
                reading.plan().targets().size(),
                findings,
                Money.ofNullable(reading.plan().document().header().statedTotal()),
                Money.dong(reading.plan().computedTotal()));
    }

    private static RowReading row(ReadRow row, PlannedOccurrences occurrences) {
        Optional<Long> stated = row.stated();
        return new RowReading(
                row.order(),
                row.parent().orElse(null),
                row.level(),
                row.heading(),
                row.printedCode().orElse(null),
                row.code().orElse(null),
                row.title(),
                row.areaNumber().orElse(null),
                row.leads().stream().map(Party::of).toList(),
                row.rules().stream().map(rule -> rule.kind()).toList(),
                row.rules().stream()
                        .mapToInt(rule -> occurrences.of(rule).size())
                        .sum(),
                stated.map(Money::dong).orElse(null),
                Money.dong(row.computed()));
    }
}
