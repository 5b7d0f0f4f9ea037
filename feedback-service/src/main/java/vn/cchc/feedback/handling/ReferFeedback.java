package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/**
 * Request to refer a feedback to the competent authority.
 *
 * @param authorityId   the authority, if known here
 * @param authorityName its name, required without an id
 */
public record ReferFeedback(
        UUID authorityId,

        @Size(max = 200) @Schema(examples = "Công an huyện Đông Hưng")
        String authorityName,

        @NotBlank @Size(max = Bounds.REASON) @Schema(examples = "Thuộc thẩm quyền của Công an huyện.")
        String reason) {

    public ReferFeedback {
        authorityName = WrittenText.lineOrNull(authorityName);
        reason = WrittenText.of(reason);
    }
}
