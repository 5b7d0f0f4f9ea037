package vn.cchc.feedback.handling;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request to assign a feedback to a unit of the authority, optionally to a person in it. */
public record AssignFeedback(
        @NotNull UUID unitId,

        @Size(max = AssignFeedback.LONGEST_PERSON) @Schema(examples = "Lê Văn Cường")
        String person,

        @Size(max = Bounds.REASON) String note) {

    static final int LONGEST_PERSON = 200;

    public AssignFeedback {
        person = WrittenText.lineOrNull(person);
        note = WrittenText.orNull(note);
    }
}
