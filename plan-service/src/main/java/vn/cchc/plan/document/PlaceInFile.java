package vn.cchc.plan.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;

/**
 * Where something stands in the file that a plan document was transcribed from.
 *
 * @param order of the row of the annex that was transcribed from there; null where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlaceInFile")
public record PlaceInFile(
        @Schema(
                required = true,
                description = "Which paragraph or table of the file, from 1; of a workbook, which sheet. What is empty"
                        + " does not count")
        @Min(1)
        @Max(PlaceInFile.LAST_BLOCK)
        int block,

        @Schema(description = "Row of the table, from 1; of a sheet or CSV, its row; absent outside tables")
        @Min(1)
        @Max(PlaceInFile.LAST_ROW)
        Integer row,

        @Schema(description = "Name of the sheet; absent for other files than workbooks", examples = "Phụ lục 1")
        @Size(max = Printed.SHORT)
        String sheet,

        @Schema(description = "Heading of its column as printed; absent where there is none", examples = "Ghi chú")
        @Size(max = Printed.SHORT)
        String column,

        @Schema(description = "`order` of the row of the annex transcribed from there; absent where there is none")
        @Min(1)
        @Max(Printed.LAST_ORDER)
        Integer order) {

    /** More than the paragraphs and tables of any file that is read. */
    static final int LAST_BLOCK = 100_000;

    /** The last row that a workbook can have. */
    static final int LAST_ROW = 1_048_576;
}
