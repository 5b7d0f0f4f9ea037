package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request for a supplement; the text is shown to the sender. */
public record RequestSupplement(
        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Đề nghị cho biết địa chỉ và vị trí cột đèn bị hỏng.")
        String text) {

    public RequestSupplement {
        text = WrittenText.of(text);
    }
}
