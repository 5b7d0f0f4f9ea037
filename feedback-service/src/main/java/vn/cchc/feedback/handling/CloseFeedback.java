package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import vn.cchc.feedback.WrittenText;
import vn.cchc.platform.http.Bounds;

/** Request to close an answered feedback. */
public record CloseFeedback(@Size(max = Bounds.REASON) String note) {

    public CloseFeedback {
        note = WrittenText.orNull(note);
    }
}
