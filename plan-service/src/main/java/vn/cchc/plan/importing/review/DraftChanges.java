package vn.cchc.plan.importing.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.importing.comparison.ComparedColumn;
import vn.cchc.plan.importing.comparison.ComparedRow;
import vn.cchc.plan.importing.comparison.RowPair;
import vn.cchc.plan.plan.FindingView;

/**
 * What has changed in a draft since a document that it had.
 *
 * @param versionBefore version of the draft with that document; null when it still has its first, or that document is not known: a
 *     replica of an earlier version replaced it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DraftChanges", description = "What has changed in a draft since a document that it had")
public record DraftChanges(
        @Schema(
                description =
                        "Version of the draft that it is compared with, 0 as imported; absent while the draft has its first"
                                + " document, and where the one to compare with is not known")
        Long versionBefore,

        @Schema(required = true, description = "Rows in their printed order, then those that were removed")
        @Size(max = 2 * Printed.ROWS)
        List<ChangedRow> rows,

        @Schema(required = true, description = "Lines of header and body that are gone") @Size(max = DraftChanges.LINES)
        List<ChangedLine> linesRemoved,

        @Schema(required = true, description = "Lines of header and body that are new") @Size(max = DraftChanges.LINES)
        List<ChangedLine> linesAdded,

        @Schema(
                required = true,
                description =
                        "Lines of header and body that stand elsewhere among those of their part; as few as explain"
                                + " the order")
        @Size(max = DraftChanges.LINES)
        List<ChangedLine> linesMoved,

        @Schema(
                required = true,
                description = "Findings of the document before that are gone; their rows are those of then")
        @Size(max = Printed.FINDINGS)
        List<FindingView> settled,

        @Schema(required = true, description = "Findings that the document before did not have")
        @Size(max = Printed.FINDINGS)
        List<FindingView> raised) {

    /** More lines than header and body of a document can have. */
    static final int LINES = 25_000;

    /** Cells of a row that are compared. */
    static final int COLUMNS = 9;

    /** Of a draft without another document. */
    public static DraftChanges none() {
        return new DraftChanges(null, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** What happened to a row. */
    @Schema(name = "RowChange")
    public enum RowChange {
        ADDED,
        REMOVED,
        /** A printed cell has another text, or the row stands elsewhere. */
        CHANGED
    }

    /** A row that was added or removed, has a cell with another text, or stands elsewhere. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChangedRow")
    public record ChangedRow(
            @Schema(required = true) RowChange change,

            @Schema(description = "Order of the row before; absent when it was added") @Min(1) @Max(Printed.LAST_ORDER)
            Integer orderBefore,

            @Schema(description = "Order of the row now; absent when it was removed") @Min(1) @Max(Printed.LAST_ORDER)
            Integer order,

            @Schema(
                    required = true,
                    description =
                            "Whether it stands below another row than before, or elsewhere among those of its row")
            boolean moved,

            @Schema(required = true) @Size(max = DraftChanges.COLUMNS)
            List<ChangedCell> cells) {

        public static ChangedRow of(RowPair pair, boolean moved) {
            return new ChangedRow(
                    pair.before().isEmpty()
                            ? RowChange.ADDED
                            : pair.after().isEmpty() ? RowChange.REMOVED : RowChange.CHANGED,
                    pair.before().map(ComparedRow::order).orElse(null),
                    pair.after().map(ComparedRow::order).orElse(null),
                    moved,
                    pair.changedCells().stream().map(ChangedCell::of).toList());
        }
    }

    /** A cell with another text. Several units or products are separated by semicolons; amounts are whole đồng. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(
            name = "ChangedCell",
            description = "Texts of a cell as printed; several units or products with semicolons between them")
    public record ChangedCell(
            @Schema(required = true, description = "The cell, named as in the plan document")
            ComparedColumn column,

            @Schema(description = "Absent when it was empty")
            String before,

            @Schema(description = "Absent when it is empty") String after) {

        static ChangedCell of(RowPair.ChangedCell cell) {
            return new ChangedCell(
                    cell.column(), cell.before().orElse(null), cell.after().orElse(null));
        }
    }

    /** A line of header or body. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ChangedLine")
    public record ChangedLine(
            @Schema(required = true) DocumentPart part,

            @Schema(description = "Number of the area; only of its title, targets and measures")
            @Min(1)
            @Max(Printed.LAST_AREA)
            Integer area,

            @Schema(required = true, description = "As printed")
            String text,

            @Schema(
                    description =
                            "Only of a target: `order` of the rows linked with it, in the document that has the line")
            @Size(max = Printed.LINKED_ROWS)
            List<@Min(1) @Max(Printed.LAST_ORDER) Integer> linkedRows) {}

    /** A part of the document beside the annex, named as in the plan document. */
    @Schema(name = "DocumentPart")
    public enum DocumentPart {
        NUMBER,
        TITLE,
        ISSUER,
        PLACE,
        SIGNED_ON,
        YEAR,
        STATED_TOTAL,
        OBJECTIVES,
        REQUIREMENTS,
        AREA_TITLE,
        TARGETS,
        MEASURES,
        ARRANGEMENTS,
        RECIPIENTS,
        ANNEX_HEADINGS
    }
}
