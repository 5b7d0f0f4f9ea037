package vn.cchc.feedback.handling;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.feedback.attachment.AttachedFiles;

/**
 * The requested supplement: a text, parts of the sender's identity, files, or several of these.
 *
 * @param sender parts given replace the known ones; the rest is unchanged
 * @param attachments ids of completed uploads; never null
 */
@Schema(minProperties = 1)
public record SupplementFeedback(
        @Size(max = SupplementFeedback.LONGEST) @Schema(examples = "Cột đèn trước nhà văn hóa thôn 3.")
        String content,

        @Valid SenderDetails sender,

        @Size(max = AttachedFiles.MOST)
        @Schema(
                description =
                        "Completed uploads (`/api/v1/uploads`), by the last part of their address. Of one feedback there are at"
                                + " most 10 in all.")
        List<@NotNull UUID> attachments) {

    public static final int LONGEST = 5000;

    public SupplementFeedback {
        content = WrittenText.orNull(content);
        attachments = attachments == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(attachments));
    }

    boolean saysNothing() {
        return content == null && (sender == null || sender.saysNothing()) && attachments.isEmpty();
    }
}
