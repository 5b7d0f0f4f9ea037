package vn.cchc.plan.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.plan.Printed;
import vn.cchc.platform.text.VietnameseText;

/**
 * A cell of a column that a plan has no other place for: remarks ("Ghi chú"), a source of money ("Nguồn kinh phí"), the aim for
 * another year. It is kept as printed and means nothing to the system.
 *
 * @param heading of its column as printed, behind that of the group it stands in ("Chỉ tiêu – 2030"); null where none is printed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
        name = "OtherCell",
        description = "A cell of a column that a plan has no other place for, such as remarks; kept as printed")
public record OtherCell(
        @Size(min = 1, max = Printed.SHORT)
        @Schema(
                description = "Of its column as printed, behind that of its group; absent where none is printed",
                examples = "Ghi chú")
        String heading,

        @NotBlank @Size(max = Printed.CELL) String text) {
    public OtherCell {
        heading = VietnameseText.line(heading);
        text = VietnameseText.line(text);
    }

    /** The text behind its heading, if there is one: "Ghi chú: Theo mẫu của Sở". */
    public String printed() {
        return heading == null ? text : heading + ": " + text;
    }
}
