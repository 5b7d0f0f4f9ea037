package vn.cchc.feedback.message;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** A message to the other side of the thread, shown to it as written. */
public record WriteMessage(
        @NotBlank @Size(max = WriteMessage.LONGEST) @Schema(examples = "Xin cho biết khi nào thì đèn được sửa?")
        String text) {

    static final int LONGEST = Bounds.REASON;

    public WriteMessage {
        text = WrittenText.of(text);
    }

    /** Omits the text, which the generated {@code toString} would write to logs. */
    @Override
    public String toString() {
        return "WriteMessage[…]";
    }
}
