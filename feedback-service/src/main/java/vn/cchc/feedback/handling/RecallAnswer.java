package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request to take the draft of an answer back from the leader (rút dự thảo). */
public record RecallAnswer(
        @Size(max = Bounds.REASON)
        @Schema(
                examples = "Bổ sung ảnh hiện trường.",
                description = "Why, for the leader, in the history; the sender does not see it.")
        String reason) {

    public RecallAnswer {
        reason = WrittenText.orNull(reason);
    }
}
