package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request to refuse a feedback; the text is shown to the sender. */
public record RefuseFeedback(
        @NotNull @Schema(examples = "DENUNCIATION") RefusalReason reason,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Nội dung đơn là tố cáo hành vi vi phạm.")
        String text) {

    public RefuseFeedback {
        text = WrittenText.of(text);
    }
}
