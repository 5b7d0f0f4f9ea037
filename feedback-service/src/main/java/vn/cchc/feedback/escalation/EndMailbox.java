package vn.cchc.feedback.escalation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/**
 * Request to end a mailbox.
 *
 * @param validTo the last day, from today on
 */
public record EndMailbox(
        @NotNull
        @Schema(examples = "2021-12-31", description = "The last day on which reminders are sent to it; from today on.")
        LocalDate validTo,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Bộ phận sáp nhập vào Phòng Kinh tế.")
        String reason) {

    public EndMailbox {
        reason = WrittenText.of(reason);
    }
}
