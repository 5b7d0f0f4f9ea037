package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Decision not to grant the extension that was asked for. */
public record RefuseExtension(
        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Đủ thời gian để trả lời đúng hạn.")
        String reason) {

    public RefuseExtension {
        reason = WrittenText.of(reason);
    }
}
