package vn.cchc.plan.document;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.plan.finding.CellColumn;

/**
 * Something of its file that a plan document does not have, or that is in doubt.
 *
 * @param code why, as in a transcript; a text, so that a document with a code of a later version can still be read
 * @param cell the cell of the row, or of the header, that it is about; null where it is about a whole row or none.
 *     A cell of a later version is read as null, so that a document with one can still be read
 * @param printed the text, or the beginning of it; null for content without text, and for what its authors said to each other or
 *     did not want to show: comments, hidden and deleted texts may name persons, and belong to no plan
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PlanDocumentNote")
public record FileNote(
        @NotNull
        @Pattern(regexp = FileNote.CODE)
        @Size(max = FileNote.LONGEST_CODE)
        @Schema(description = "Why, as in a transcript", examples = "AMOUNT_AMBIGUOUS")
        String code,

        @NotNull @Valid PlaceInFile place,

        @Schema(
                description =
                        "The cell of the row, or of the header, that it is about, named as in the plan document; absent"
                                + " where it is about the whole row, or about none")
        @JsonFormat(with = JsonFormat.Feature.READ_UNKNOWN_ENUM_VALUES_AS_NULL)
        CellColumn cell,

        @Schema(
                description =
                        "The text, or the beginning of it; absent where there is none, and of comments, hidden and"
                                + " deleted texts, which are not kept",
                examples = "12.9")
        @Size(max = Printed.SHORT)
        String printed) {

    static final String CODE = "[A-Z][A-Z_]*";
    static final int LONGEST_CODE = 40;

    /** Codes of content whose text is not kept, as a transcript names them. */
    private static final Set<String> WITHOUT_TEXT = Set.of("COMMENT", "HIDDEN_TEXT", "DELETED_TEXT");

    public FileNote {
        // Validation refuses a note without a code later.
        printed = code != null && WITHOUT_TEXT.contains(code) ? null : printed;
    }

    /** The same note about the row with another order; null for no row. */
    public FileNote ofRow(Integer order) {
        return new FileNote(
                code, new PlaceInFile(place.block(), place.row(), place.sheet(), place.column(), order), cell, printed);
    }
}
