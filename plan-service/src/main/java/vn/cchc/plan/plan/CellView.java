package vn.cchc.plan.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.finding.Cell;
import vn.cchc.plan.finding.CellColumn;

/**
 * View of a cell.
 *
 * @param column null for findings stored by an earlier version, which kept only the row
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "FindingCell",
        description =
                "A place in the plan document: in the annex with a row, in the body with an area, else in the header; without a"
                        + " row, a column of the annex is that column as a whole")
public record CellView(
        @Schema(description = "Order of the annex row", examples = "5") @Min(1) @Max(Printed.LAST_ORDER)
        Integer row,

        @Schema(description = "Number of the area of the body") @Min(1) @Max(Printed.LAST_AREA)
        Integer area,

        @Schema(description = "Place of the printed target among those of its area, from 1") @Min(1)
        Integer target,

        @Schema(
                description =
                        "Named as in the plan document; absent where a finding that was made before cells were kept may be in"
                                + " one of several")
        CellColumn column) {

    /** @throws NullPointerException without a column */
    public Cell cell() {
        return new Cell(
                Optional.ofNullable(row),
                Optional.ofNullable(area),
                Optional.ofNullable(target),
                Objects.requireNonNull(column, "column"));
    }

    static CellView of(Cell cell) {
        return new CellView(
                cell.row().orElse(null), cell.area().orElse(null), cell.target().orElse(null), cell.column());
    }
}
