package vn.cchc.feedback.handling;

import jakarta.validation.constraints.Size;
import vn.cchc.feedback.WrittenText;

/** Request to close an answered feedback. */
public record CloseFeedback(@Size(max = 2000) String note) {

    public CloseFeedback {
        note = WrittenText.orNull(note);
    }
}
